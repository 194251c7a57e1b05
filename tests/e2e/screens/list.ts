import { describe, expect, it } from 'vitest';
import { gapClasses } from '#domain/vocabularies/flags';
import { BLANK, type Harness } from '../harness';
import { areaOfClass, askGaps, listShown, mapDrawn, numberOf, PATIENT, plain } from './on-screen';

export function theList(harness: () => Harness): void {
  describe('the ranked list', () => {
    it('ranks the areas by people in the gap, and agrees with the figures on top and with the API', async () => {
      const { page, faults } = await harness().open('/');
      await listShown(page);
      const { areas, summary } = await askGaps(page);
      expect(numberOf(await page.locator('[data-kind="gap"]').textContent())).toBe(summary.peopleInGap);
      const names = await page.locator('.gap-row-name').allTextContents();
      const ranked = [...areas].filter((area) => (area.peopleInGap ?? 0) > 0).sort((a, b) => (b.peopleInGap ?? 0) - (a.peopleInGap ?? 0));
      expect(names.slice(0, 5)).toEqual(ranked.slice(0, 5).map(({ name }) => name));
      await mapDrawn(page);
      expect(faults).toEqual([]);
    });

    it('is there when the map never comes, and the map says so in words', async () => {
      const page = await harness().openBare();
      await page.route('**/assets/map-view*.js', (route) => route.abort());
      await page.goto('/');
      await listShown(page);
      await page.getByText('La carte n’a pas pu s’afficher').waitFor();
    });

    it('explains an area in place: the sentence first, then facts, then what to do', async () => {
      const { page, faults } = await harness().open('/');
      const area = await areaOfClass(page, 'gap');
      await page.getByRole('button', { name: area.name, exact: false }).first().click();
      const explanation = page.getByRole('region', { name: area.name });
      await explanation.locator('.explanation-sentence').first().waitFor();
      expect(plain(await explanation.locator('.explanation-sentence').first().textContent())).toBe(`${numberOf(String(area.peopleInGap)).toLocaleString('fr-FR').replace(/\s/g, ' ')} personnes entendent parler de soins qu’elles ne peuvent pas atteindre.`);
      for (const label of ['Sensibilisation', 'Plus proche prête', 'Presque prête', 'Population', 'Données']) expect(await explanation.getByText(label, { exact: true }).count(), label).toBeGreaterThan(0);
      expect(await explanation.locator('.actions li').count()).toBeGreaterThan(0);
      expect(new URL(page.url()).searchParams.get('area')).toBe(area.code);
      await explanation.getByText('Pourquoi cette classe').click();
      expect(await explanation.locator('.reasons li').count()).toBe(area.reasons.length);
      await explanation.getByText(/^Initiatives/).click();
      expect(plain(await explanation.locator('.area-entry').first().textContent())).toMatch(/sensibilise ici|rapporte des soins|autre/);
      await page.getByRole('button', { name: area.name, exact: false }).first().click();
      await explanation.waitFor({ state: 'detached' });
      expect(faults).toEqual([]);
    });

    it('says what is unknown instead of nothing: a population, and an area without limits', async () => {
      const { page } = await harness().open(BLANK);
      const { areas } = await askGaps(page);
      const unknown = areas.find((area) => area.population === null && area.class !== null)!;
      await page.goto(`/?area=${unknown.code}`);
      await page.getByText('Le nombre de personnes n’est pas connu', { exact: false }).waitFor();
      expect(plain(await page.locator('[data-open="true"] .gap-row-figure').textContent())).toContain('population inconnue');
      const unplaced = areas.find((area) => area.class === null)!;
      await page.goto(`/?area=${unplaced.code}`);
      await page.getByText('ses limites ne sont pas connues', { exact: false }).waitFor();
    });

    it('sorts by name and finds a name typed without its accents', async () => {
      const { page } = await harness().open('/');
      await listShown(page);
      await page.getByLabel('Trier').selectOption('name');
      const names = await page.locator('.gap-row-name').allTextContents();
      expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'fr')));
      await page.getByLabel('Chercher une zone').fill('idjwi');
      await expect.poll(() => page.locator('.gap-row').count(), PATIENT).toBe(1);
      await page.getByLabel('Chercher une zone').fill('nulle part');
      await page.getByRole('button', { name: 'Tout montrer' }).click();
      await expect.poll(() => page.locator('.gap-row').count(), PATIENT).toBeGreaterThan(5);
    });

    it('can be walked with the keyboard alone, from the first press of Tab to an explanation', async () => {
      const { page } = await harness().open('/');
      await mapDrawn(page);
      await page.keyboard.press('Tab');
      expect(plain(await page.locator(':focus').textContent())).toBe('Aller à la liste');
      await page.keyboard.press('Enter');
      for (let press = 0; press < 8 && !(await page.locator('.row-button:focus').count()); press += 1) await page.keyboard.press('Tab');
      const first = await page.locator('.row-button:focus .gap-row-name').textContent();
      await page.keyboard.press('ArrowDown');
      expect(await page.locator('.row-button:focus .gap-row-name').textContent()).not.toBe(first);
      await page.keyboard.press('End');
      await expect.poll(() => page.locator('.row-button:focus').getAttribute('aria-expanded'), PATIENT).toBe('false');
      const last = await page.locator('.row-button:focus .gap-row-name').textContent();
      await page.keyboard.press('Enter');
      await page.getByRole('region', { name: last ?? '' }).locator('.facts').waitFor();
      await page.keyboard.press('Tab');
      expect(await page.locator('.explanation :focus').count()).toBe(1);
    });

    it('names every class on its rows, for those who do not see the colour', async () => {
      const { page } = await harness().open('/');
      await listShown(page);
      const said = await page.locator('.gap-row-swatch .visually-hidden').allTextContents();
      for (const words of said) expect([...gapClasses.codes.map((code) => gapClasses.terms[code].fr), 'Sans limites connues, non classées']).toContain(words);
    });
  });
}
