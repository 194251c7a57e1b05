import { describe, expect, it } from 'vitest';
import type { InitiativeItem } from '#api/contract/records';
import { BLANK, type Harness } from '../harness';
import { areaOfClass, listShown, mapDrawn, PATIENT, plain } from './on-screen';

export function theLenses(harness: () => Harness): void {
  describe('the three points of view', () => {
    it('coordination counts what is to be decided, and each line leads to its list', async () => {
      const { page, faults } = await harness().open('/');
      await listShown(page);
      await page.getByText('À décider', { exact: true }).click();
      await page.getByRole('button', { name: /zones : sensibilisation sans soins/ }).click();
      await expect.poll(async () => [...new Set(await page.locator('.gap-row-swatch .visually-hidden').allTextContents())], PATIENT).toEqual(['Sensibilisation sans soins']);
      await page.getByRole('button', { name: /duplications? possibles? à trancher/ }).click();
      await page.locator('.overlap').first().waitFor();
      expect(faults).toEqual([]);
    });

    it('funding names who funds in an area already, and the next thing that money would make ready', async () => {
      const { page, faults } = await harness().open(BLANK);
      const area = await areaOfClass(page, 'gap');
      const { items } = (await (await page.request.get(`/api/initiatives?area=${area.code}&topic=sexualViolence&limit=500`)).json()) as { items: InitiativeItem[] };
      const funders = items.filter(({ areas, status, toReview }) => !toReview && status === 'ongoing' && areas.some(({ code }) => code === area.code)).flatMap(({ organisations }) => organisations.filter(({ role }) => role === 'funder').map(({ acronym, name }) => acronym ?? name));
      await page.goto(`/?lens=funding&area=${area.code}`);
      await page.getByText('Financent déjà').waitFor();
      const said = plain(await page.locator('.lens-intro').textContent());
      for (const funder of new Set(funders)) expect(said).toContain(funder);
      expect(said).toContain('Prochain pas');
      expect(faults).toEqual([]);
    });

    it('the filters narrow the list without changing a class', async () => {
      const { page, faults } = await harness().open('/');
      await mapDrawn(page);
      const before = await page.locator('.gap-row').count();
      await page.getByRole('button', { name: /^Types/ }).click();
      await page.getByRole('checkbox', { name: /Aide juridique/ }).check();
      await expect.poll(() => page.locator('.gap-row').count(), PATIENT).toBeLessThan(before);
      await page.getByRole('button', { name: 'Tout remettre' }).click();
      await expect.poll(() => page.locator('.gap-row').count(), PATIENT).toBe(before);
      expect(faults).toEqual([]);
    });

    it('the method says how a class comes about, with every term of the vocabularies', async () => {
      const { page, faults } = await harness().open('/');
      await listShown(page);
      await page.getByRole('button', { name: 'Méthode et glossaire' }).click();
      const dialog = page.getByRole('dialog', { name: 'Méthode et glossaire' });
      await dialog.getByText('Inconnu n’est pas non').waitFor();
      await dialog.getByText('Publics', { exact: true }).click();
      await dialog.getByText('Assistants de liaison communautaire', { exact: true }).waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect(faults).toEqual([]);
    });
  });
}
