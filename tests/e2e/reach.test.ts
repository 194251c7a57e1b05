import AxeBuilder from '@axe-core/playwright';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NearestAnswer } from '#api/contract/reach';
import { openHarness, VIEWPORTS, type Harness } from './harness';
import { goInside, mapDrawn, openDetails, PATIENT, plain } from './screens/on-screen';

const FRICTION = join(import.meta.dirname, '../../data/exercise/exercise-friction.tif');
/** In the forest west of Kalehe: hours from any road. */
const VILLAGE = { lng: 28.5, lat: -1.9 };
const FROM = `from=${String(VILLAGE.lng)},${String(VILLAGE.lat)}`;

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness.close());

const nearest = async (page: Page): Promise<NearestAnswer> => (await (await page.request.get(`/api/nearest?lng=${String(VILLAGE.lng)}&lat=${String(VILLAGE.lat)}&reach=travelTime`)).json()) as NearestAnswer;

describe.each([
  ['fr', 'hors de portée (2 h)', 'compter', 'Déplacer le point', 'Latitude (sud', 'h 01 de trajet modélisé'],
  ['en', 'out of reach (2 h)', 'count', 'Move the point', 'Latitude (south', 'h 01 of modelled travel'],
])('care from a village, in %s', (lang, beyond, band, move, latitude, modelled) => {
  it('says minutes with their band, what the almost ready one lacks, and can be moved without a pointer', async () => {
    const { page, faults } = await harness.open(`/?lang=${lang}&reach=travelTime&${FROM}`);
    const { ready, almost } = await nearest(page);
    const panel = page.locator('.nearest');
    await panel.getByText(ready!.name).first().waitFor(PATIENT);
    // 841 min by the model = 14 h 01.
    expect(ready!.travelMin!.modelled).toBe(841);
    const words = plain(await panel.textContent());
    expect(words).toContain(modelled);
    for (const part of [ready!.name, almost!.name, beyond, band, '72 h', '120 h']) expect(words).toContain(part);
    await panel.getByText(move).click();
    await panel.getByLabel(latitude).fill('-95');
    await page.keyboard.press('Enter');
    await panel.locator('[aria-invalid="true"]').first().waitFor(PATIENT);
    await panel.getByLabel(latitude).fill('-1,95');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBe('28.5000,-1.9500');
    expect(faults).toEqual([]);
  });
});

it('a raster is told in the words of the ground before anything is stored', async () => {
  const { page, faults } = await harness.open('/?view=import');
  await page.getByText('Déposez ici').waitFor(PATIENT);
  await page.setInputFiles('input[type=file]', FRICTION);
  const sentences = page.locator('.sentences');
  await sentences.waitFor(PATIENT);
  expect(plain(await sentences.textContent())).toMatch(/^71 835 mailles de terrain, des plus rapides \(25 km\/h\) aux plus lentes \(2 km\/h\)/);
  await page.getByRole('button', { name: 'Oublier ce fichier' }).click();
  expect(faults).toEqual([]);
});

it('a touch on an area chooses it as before, and offers the way to care from that very point', async () => {
  const { page, faults } = await harness.open('/?reach=travelTime&tab=map&map=28.9,-1.9,8', { viewport: 'phone' });
  await mapDrawn(page);
  const box = (await page.locator('.map-canvas').boundingBox())!;
  await page.touchscreen.tap(box.x + 150, box.y + 260);
  await page.getByRole('button', { name: 'Explication' }).waitFor(PATIENT);
  expect(new URL(page.url()).searchParams.get('area')).not.toBeNull();
  await page.getByRole('button', { name: 'Soins depuis ici' }).tap();
  const card = page.locator('.from-card');
  await expect.poll(async () => plain(await card.textContent()), PATIENT).toMatch(/de trajet modélisé .* portée/);
  await card.getByRole('button', { name: 'Détails' }).tap();
  await page.getByRole('heading', { name: 'Soins depuis un point' }).waitFor(PATIENT);
  expect(faults).toEqual([]);
});

it('minutes to ready care stand on the map with their legend; ground that is empty, or the other button, looks from there', async () => {
  const { page, faults } = await harness.open('/?map=28.9,-1.9,7.4');
  await mapDrawn(page);
  await page.getByRole('checkbox', { name: 'Durées jusqu’aux soins prêts' }).check();
  const bands = page.getByRole('list', { name: 'Soins prêts à moins de' });
  await expect.poll(() => bands.getByRole('listitem').allTextContents(), PATIENT).toEqual(['30 min', '60 min', '90 min', '2 h'].map((words) => words.replace(' ', '\u00a0')));
  expect(new URL(page.url()).searchParams.get('isochrones')).toBe('1');
  const box = (await page.locator('.map-canvas').boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { button: 'right' });
  await page.getByRole('heading', { name: 'Soins depuis un point' }).waitFor(PATIENT);
  await page.getByRole('button', { name: 'Soins depuis le centre de la carte' }).press('Enter');
  await expect.poll(() => new URL(page.url()).searchParams.get('from'), PATIENT).toMatch(/^28\.\d+,-[12]\.\d+$/);
  expect(faults).toEqual([]);
});

it('an area is closed by corners that are typed, stands on the map and in the list, lengthens the way, and is taken back', async () => {
  const { page, faults } = await harness.open('/?form=closure');
  await page.getByLabel('Intitulé').fill('Crue de la Luka (exercice)');
  await page.getByLabel('Premier jour').fill('2025-05-01');
  await page.getByText('un contour à dessiner').click();
  const add = page.getByRole('button', { name: '+ Un autre coin' });
  for (const [at, [lng, lat]] of [['27,9', '-1,2'], ['28,9', '-1,2'], ['28,9', '-1,6'], ['27,9', '-1,6']].entries()) {
    await add.click();
    await page.getByLabel('Latitude', { exact: true }).nth(at).fill(lat!);
    await page.getByLabel('Longitude', { exact: true }).nth(at).fill(lng!);
  }
  await page.getByText('4 coins').waitFor();
  await page.getByLabel('Qui saisit').fill('Zone de santé (exercice)');
  const before = await nearest(page);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('C’est enregistré').waitFor(PATIENT);
  // The road to the east is under water: the way round it is longer, or there is none.
  await expect.poll(async () => (await nearest(page)).ready?.travelMin?.modelled ?? Infinity, PATIENT).toBeGreaterThan(before.ready!.travelMin!.modelled);
  await goInside(page, '?map=28.4,-1.4,8');
  await mapDrawn(page);
  await page.locator('.closed-swatch').first().waitFor(PATIENT);
  await page.getByRole('button', { name: 'Les voir toutes, en saisir' }).click();
  const row = page.locator('.care-row', { hasText: 'Crue de la Luka (exercice)' });
  await row.getByText('contour dessiné').waitFor(PATIENT);
  await row.getByRole('button', { name: 'Défaire' }).click();
  await page.locator('.toast', { hasText: 'Défait' }).waitFor(PATIENT);
  expect(faults).toEqual([]);
});

it.each(Object.keys(VIEWPORTS) as (keyof typeof VIEWPORTS)[])('axe finds nothing, %s', async (viewport) => {
  const { page, faults } = await harness.open(`/?reach=travelTime&${FROM}`, { viewport, still: true });
  await page.locator('.nearest-one').first().waitFor(PATIENT);
  for (const screen of [`?reach=travelTime&${FROM}`, '?isochrones=1&reach=travelTime&tab=filters', '?form=closure', '?view=care&care=closures&lang=en']) {
    await goInside(page, screen);
    await openDetails(page);
    const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`), screen).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), screen).toBeLessThanOrEqual(0);
  }
  expect(faults).toEqual([]);
});
