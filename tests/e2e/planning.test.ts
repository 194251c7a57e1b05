import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckAnswer } from '#api/contract/check';
import type { WhereNextAnswer } from '#api/contract/where-next';
import { BLANK, openHarness, VIEWPORTS, type Harness } from './harness';
import { areaOfClass, goInside, mapDrawn, openDetails, PATIENT, plain } from './screens/on-screen';

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness.close());

const json = async <Answer>(page: Page, path: string): Promise<Answer> => (await (await page.request.get(path)).json()) as Answer;
const figure = (value: number, lang: 'fr' | 'en'): string => plain(new Intl.NumberFormat(lang === 'fr' ? 'fr-FR' : 'en-GB').format(value));
const parameter = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);

describe('the check of a plan', () => {
  it.each([
    ['fr', 'Ne pas lancer', 'entendraient parler de soins que personne à portée ne donne', 'Page à partager', 'Cette page'],
    ['en', 'Do not launch', 'would hear of care that nobody within reach gives', 'Page to share', 'This page'],
  ] as const)('warns in one sentence, names who is there and what is missing, and becomes a page to share (%s)', async (lang, verdict, sentence, share, address) => {
    const { page, faults } = await harness.open(BLANK);
    const gap = await areaOfClass(page, 'gap');
    const answer = await json<CheckAnswer>(page, `/api/check?areas=${gap.code}&kind=awareness&groups=communityAtLarge&people=20000&from=2025-05-31&to=2025-08-31`);
    await page.goto(`/?lens=planning&planAreas=${gap.code}&planGroups=communityAtLarge&planPeople=20000&lang=${lang}`);
    const worst = page.locator('.plan-verdict').first();
    await worst.waitFor(PATIENT);
    const none = answer.care[0]?.levels.find(({ level }) => level === 'none')?.people ?? 0;
    expect(plain(await worst.textContent())).toContain(verdict);
    expect(plain(await worst.textContent())).toContain(`${figure(none, lang)} `);
    expect(plain(await worst.textContent())).toContain(sentence);
    const said = plain(await page.locator('.plan-checked').textContent());
    for (const { title } of answer.already.slice(0, 4)) expect(said).toContain(plain(title));
    for (const { name } of answer.toMakeReady.slice(0, 4)) expect(said).toContain(plain(name));
    await page.getByRole('button', { name: share }).click();
    const sheet = page.locator('.plan-page-desk .plan-sheet');
    await sheet.waitFor(PATIENT);
    const whole = plain(await sheet.textContent());
    for (const { title } of answer.already) expect(whole).toContain(plain(title));
    expect(whole).toContain(address);
    expect(whole).toContain('planPage=1');
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.locator('.print-sheet .plan-sheet').waitFor({ ...PATIENT, state: 'attached' });
    expect(faults).toEqual([]);
  });

  it('takes areas from the list, from the map and by name, and lets them go again', async () => {
    const { page, faults } = await harness.open('/?lens=planning');
    await mapDrawn(page);
    await page.locator('.gap-row').nth(0).click();
    await page.locator('.gap-row').nth(2).click();
    await expect.poll(() => page.locator('.plan-chip').count(), PATIENT).toBe(2);
    const chosen = (parameter(page, 'planAreas') ?? '').split(',');
    expect(await page.locator('.gap-row[aria-pressed="true"]').count()).toBe(2);
    const other = page.getByRole('combobox', { name: 'Ajouter une zone…' });
    await other.selectOption({ index: 1 });
    await expect.poll(() => (parameter(page, 'planAreas') ?? '').split(',').length, PATIENT).toBe(3);
    await page.locator('.plan-chip button').first().click();
    await expect.poll(() => parameter(page, 'planAreas')?.includes(chosen[0] ?? '?'), PATIENT).toBe(false);
    await page.locator('.plan-verdict').first().waitFor(PATIENT);
    await page.getByLabel('Du', { exact: true }).fill('2025-02-30');
    await page.getByText('Cette date n’existe pas', { exact: false }).waitFor();
    await page.getByLabel('Du', { exact: true }).fill('2035-01-01');
    await page.getByLabel('Du', { exact: true }).press('Enter');
    await page.getByText('Personne de connu n’y fait la même chose', { exact: false }).waitFor(PATIENT);
    expect(faults).toEqual([]);
  });

  it('takes an outline: two corners tapped on the map, the third typed, and says what is missing meanwhile', async () => {
    const { page, faults } = await harness.open('/?lens=planning&lang=en');
    await mapDrawn(page);
    await page.getByRole('button', { name: 'Draw an outline' }).click();
    const box = await page.locator('.map-pane canvas').boundingBox();
    if (box === null) throw new Error('no map');
    await page.locator('.drawing-flag').waitFor(PATIENT);
    for (const [x, y] of [[0.42, 0.4], [0.6, 0.4]] as const) {
      const before = (parameter(page, 'planOutline') ?? '').split(',').filter((one) => one !== '').length;
      await page.mouse.click(box.x + box.width * x, box.y + box.height * y);
      await expect.poll(() => (parameter(page, 'planOutline') ?? '').split(',').filter((one) => one !== '').length, PATIENT).toBe(before + 1);
    }
    await page.locator('.plan-where').getByText('1 more corner.').waitFor(PATIENT);
    const corner = page.getByLabel('New corner');
    await corner.fill('29.5');
    await page.getByText('Expected: longitude', { exact: false }).waitFor();
    await corner.fill('28.4 -4.9');
    await corner.press('Enter');
    await page.locator('.plan-verdict').first().waitFor(PATIENT);
    await page.locator('.plan-where').getByRole('button', { name: 'Done' }).click();
    await page.getByText('Outline of 3 corners').waitFor(PATIENT);
    expect(faults).toEqual([]);
  });
});

describe('where next', () => {
  it.each([
    ['fr', 'Où ensuite', 'Personnes', 'Manque', 'Le meilleur possible est', 'Prouver que c’est le meilleur choix'],
    ['en', 'Where next', 'People', 'Missing', 'The best possible is', 'Prove that this is the best choice'],
  ] as const)('ranks structures with what they lack and who gains, and proves the list (%s)', async (lang, where, people, missing, best, prove) => {
    const { page, faults } = await harness.open(`/?lens=funding&lang=${lang}`);
    await page.locator('.lens-intro .segment', { hasText: where }).click();
    const rows = page.locator('.next-list > ol .next-site-row');
    await rows.first().waitFor(PATIENT);
    const answer = await json<WhereNextAnswer>(page, '/api/where-next');
    expect(await rows.count()).toBe(answer.chosen.structures);
    expect(plain(await page.locator('.next-headline').textContent())).toContain(figure(answer.chosen.people, lang));
    const first = answer.structures[0];
    expect(plain(await rows.first().textContent())).toContain(first?.structureName ?? '?');
    expect(plain(await rows.first().textContent())).toContain(figure(first?.gained ?? -1, lang));
    await rows.first().click();
    await page.locator('.next-detail', { hasText: missing }).waitFor(PATIENT);
    expect(parameter(page, 'site')).toBe(first?.structureId);
    expect(await page.getByRole('radio', { name: people, exact: true }).isChecked()).toBe(true);
    await page.locator('.next-k input').press('ArrowLeft');
    await expect.poll(() => rows.count(), PATIENT).toBe(Math.min(8, answer.structures.length));
    expect(parameter(page, 'nextK')).toBe('8');
    await page.getByRole('button', { name: prove }).click();
    await page.locator('.next-proof', { hasText: best }).waitFor(PATIENT);
    expect(faults).toEqual([]);
  });

  it('keeps costs and budget in the address, and chooses within them', async () => {
    const { page, faults } = await harness.open('/?lens=funding&funding=next');
    await page.locator('.next-site-row').first().waitFor(PATIENT);
    await page.getByText('Coûts par type de mise à niveau').click();
    await page.getByLabel('Former', { exact: true }).fill('5000');
    await page.getByLabel('Équiper', { exact: true }).fill('12000');
    await page.getByLabel('Budget en tout').fill('22000');
    await page.getByLabel('Budget en tout').press('Enter');
    await expect.poll(() => parameter(page, 'nextCosts'), PATIENT).toBe('train:5000,equip:12000');
    const answer = await json<WhereNextAnswer>(page, '/api/where-next?costs=train:5000,equip:12000&budget=22000');
    expect(answer.chosen.cost).toBeLessThanOrEqual(22000);
    await expect.poll(async () => plain(await page.locator('.next-headline').textContent()), PATIENT).toContain(`Coût : ${figure(answer.chosen.cost, 'fr')}`);
    expect(await page.locator('.next-files a').first().getAttribute('href')).toBe('/api/where-next?costs=train%3A5000%2Cequip%3A12000&budget=22000&format=xlsx');
    expect(faults).toEqual([]);
  });
});

describe('axe finds nothing', () => {
  it.each(Object.keys(VIEWPORTS) as (keyof typeof VIEWPORTS)[])('in planning, on its page and in where next, %s', async (viewport) => {
    const { page, faults } = await harness.open('/', { viewport });
    const gap = await areaOfClass(page, 'gap');
    for (const screen of [`?lens=planning&planAreas=${gap.code}&planGroups=police`, '?lens=planning&planOutline=28.6%20-1.2,29.2%20-1.2,29.1%20-1.8&lang=en', `?lens=planning&planAreas=${gap.code}&planPage=1`, '?lens=funding&funding=next']) {
      await goInside(page, screen);
      await page.locator('.plan-verdict, .next-site-row').first().waitFor(PATIENT);
      await openDetails(page);
      const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).setLegacyMode().analyze();
      expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`), screen).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), screen).toBeLessThanOrEqual(0);
    }
    expect(faults).toEqual([]);
  });
});
