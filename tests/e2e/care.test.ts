import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { importsAnswer } from '#api/contract/imports';
import type { StructureItem } from '#api/contract/records';
import type { z } from 'zod';
import { openHarness, VIEWPORTS, type Harness } from './harness';
import { goInside, mapDrawn, openDetails, PATIENT } from './screens/on-screen';

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness.close());

const anyStructure = async (page: Page): Promise<StructureItem> => ((await (await page.request.get('/api/structures?limit=1')).json()) as { items: StructureItem[] }).items[0]!;
const filesStored = async (page: Page): Promise<number> => ((await (await page.request.get('/api/imports')).json()) as z.infer<typeof importsAnswer>).items.length;

describe('an assessment, on a phone', () => {
  it('says what is wrong while it is typed, keeps it, waits for the line, is stored once and can be taken back', async () => {
    const { page, context } = await harness.open('/', { viewport: 'phone' });
    const before = await filesStored(page);
    const structure = await anyStructure(page);
    const address = `/?form=assessment&structure=${structure.id}`;
    await page.goto(address);
    const stock = page.getByRole('group', { name: 'Kit PPE adulte' });
    await stock.getByText('Compté', { exact: true }).tap();
    await page.getByLabel('Quantité').fill('-4');
    await page.getByLabel('Péremption').fill('1970-05-01');
    await page.locator('.remarks', { hasText: 'négatif' }).waitFor();
    await page.locator('.remarks', { hasText: '2000' }).waitFor();

    await page.goto(address);
    await page.getByText('Brouillon du').waitFor();
    expect(await page.getByLabel('Quantité').inputValue()).toBe('-4');
    await page.getByLabel('Quantité').fill('12');
    await page.getByLabel('Péremption').fill('2031-05-31');
    await page.getByLabel('Qui saisit').fill('Zone de santé (exercice)');

    await context.setOffline(true);
    await page.getByRole('button', { name: 'Enregistrer au retour' }).tap();
    await page.getByText('En attente de la connexion').waitFor();
    expect(await page.getByLabel('Quantité').isDisabled()).toBe(true);
    await context.setOffline(false);
    await page.getByText('C’est enregistré').waitFor(PATIENT);
    expect(await filesStored(page)).toBe(before + 1);

    await page.getByRole('button', { name: 'Défaire' }).tap();
    await page.locator('.toast', { hasText: 'Défait' }).waitFor(PATIENT);
  });

  it('is stored once where the answer was lost on the way', async () => {
    const { page } = await harness.open('/', { viewport: 'phone' });
    const before = await filesStored(page);
    const structure = await anyStructure(page);
    await page.goto(`/?lang=en&form=assessment&structure=${structure.id}`);
    await page.getByRole('group', { name: 'There is a private room' }).getByText('No', { exact: true }).tap();
    await page.getByLabel('Who enters this').fill('Health zone (exercise)');
    let lost = 0;
    await page.route('**/api/entries', async (route) => {
      await route.fetch();
      lost += 1;
      await route.abort();
    }, { times: 1 });
    await page.getByRole('button', { name: 'Save' }).tap();
    await page.getByText('The connection broke while sending').waitFor(PATIENT);
    await page.getByRole('button', { name: 'Try again now' }).tap();
    await page.getByText('it was stored once only').waitFor(PATIENT);
    expect(lost).toBe(1);
    expect(await filesStored(page)).toBe(before + 1);
  });
});

it('a delivery is proposed, accepted by somebody, and taken back', async () => {
  const { page, faults } = await harness.open('/?view=care&care=proposals');
  const card = page.locator('.proposal').first();
  const name = (await card.locator('.care-row-title').textContent()) ?? '';
  await card.getByRole('button', { name: 'Accepter' }).click();
  await page.locator('.remarks', { hasText: 'À remplir' }).waitFor();
  await page.getByLabel('Qui décide').fill('Division provinciale (exercice)');
  await card.getByRole('button', { name: 'Accepter' }).click();
  await page.locator('.toast', { hasText: 'Accepté' }).waitFor(PATIENT);
  await page.getByText('Acceptée', { exact: false }).first().click();
  const accepted = page.locator('.proposal', { hasText: name }).filter({ hasText: 'Acceptée par Division provinciale (exercice)' });
  await accepted.getByRole('button', { name: 'Défaire' }).click();
  await page.locator('.toast', { hasText: 'Défait' }).waitFor(PATIENT);
  expect(faults).toEqual([]);
});

describe('axe finds nothing', () => {
  it.each(Object.keys(VIEWPORTS) as (keyof typeof VIEWPORTS)[])('on the desks of care and the forms, %s', async (viewport) => {
    const { page, faults } = await harness.open('/?view=care', { viewport });
    const { id } = await anyStructure(page);
    const desks = ['sessions', 'kits', 'missions', 'proposals', 'standards'].map((desk) => `?view=care&care=${desk}`);
    const forms = [`?form=assessment&structure=${id}`, '?form=assessment', `?form=delivery&structure=${id}`, '?form=session', '?form=mission', '?form=standard&record=cmr-minimum@2', '?view=care&care=standards&compareA=cmr-minimum@1&compareB=cmr-minimum@2'];
    for (const screen of [...desks, ...forms]) {
      await goInside(page, screen);
      await openDetails(page);
      const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).setLegacyMode().analyze();
      expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`), screen).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), screen).toBeLessThanOrEqual(0);
    }
    expect(faults).toEqual([]);
  });
});

it.each([['fr', 'Police', 'Sur la carte', 'Séances de formation', 'Retirer les séances de la carte'], ['en', 'Police', 'On the map', 'Training sessions', 'Take the sessions off the map']])('sessions of one group stand on the map, from their desk to the address and back (%s)', async (lang, group, onMap, layer, close) => {
  const { page, faults } = await harness.open(`/?view=care&care=sessions&lang=${lang}`);
  await page.locator('.cover-table').getByRole('button', { name: group, exact: true }).click();
  const files = page.locator('.file-links a');
  expect(await files.first().getAttribute('href')).toContain('/api/sessions/coverage?');
  expect(await files.last().getAttribute('href')).toBe('/api/sessions?audience=police&format=hxl');
  await page.getByRole('button', { name: onMap, exact: true }).click();
  await mapDrawn(page);
  const card = page.locator('.trained-card');
  await card.getByText(group).waitFor(PATIENT);
  expect(new URL(page.url()).searchParams.get('trained')).toBe('police');
  await expect.poll(async () => (await card.textContent()) ?? '', PATIENT).toContain('Exercice, programmes');
  expect(await page.getByRole('checkbox', { name: layer }).isChecked()).toBe(true);
  await page.getByRole('button', { name: close }).click();
  await expect.poll(() => card.count(), PATIENT).toBe(0);
  expect(new URL(page.url()).searchParams.get('trained')).toBeNull();
  expect(faults).toEqual([]);
});

it('whoever may not enter is offered no form', async () => {
  const page = await harness.openBare();
  await page.route('**/api/imports', (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify({ code: 'forbidden', status: 403, detail: 'Not for you.', detailFr: 'Pas pour vous.' }) }));
  await page.goto('/?view=care&care=missions');
  await page.getByRole('heading', { name: 'Missions mobiles' }).waitFor();
  await page.locator('.care-row').first().waitFor(PATIENT);
  expect(await page.getByRole('button', { name: 'Saisir une mission' }).count()).toBe(0);
  await page.goto('/?form=mission');
  await page.getByText('Saisie réservée à la coordination').waitFor(PATIENT);
});
