import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { StructureItem } from '#api/contract/records';
import type { WhatIfAnswer } from '#api/contract/what-if';
import { BLANK, type Harness } from '../harness';
import { areaOfClass, askGaps, colourAround, distance, frames, listShown, mapDrawn, mapMiddle, numberOf, PATIENT, plain } from './on-screen';

const gapFigure = (page: Page) => page.locator('[data-kind="gap"]');
const inGap = async (page: Page): Promise<number> => numberOf(await gapFigure(page).textContent());
const askTried = async (page: Page, changes: string): Promise<WhatIfAnswer> => (await (await page.request.get(`/api/what-if?changes=${changes}`)).json()) as WhatIfAnswer;

/** Beside the sign of a structure, px: the ground of the same zone, without the ring. */
const BESIDE = 70;

/** Solid classes as interface.md draws them. */
const SOLID: Partial<Record<string, string>> = { joined: '#2c7a6b', unannounced: '#2f6db5' };

/** A structure that, made ready, turns the zone that it stands in into a class without stripes. */
async function structureThatTurnsItsZone(page: Page): Promise<{ structure: StructureItem & { lngLat: readonly [number, number] }; tried: WhatIfAnswer; colour: string }> {
  const { items } = (await (await page.request.get('/api/structures?limit=500')).json()) as { items: StructureItem[] };
  for (const structure of items) {
    if (structure.lngLat === null || structure.readiness === 'ready' || !['HGR', 'CSR', 'CS', 'PS'].includes(structure.type)) continue;
    const tried = await askTried(page, `r:${structure.id}`);
    const to = tried.changedAreas.find(({ code }) => code === structure.healthZone?.code)?.to ?? null;
    const colour = to === null ? undefined : SOLID[to];
    if (colour !== undefined) return { structure: { ...structure, lngLat: structure.lngLat }, tried, colour };
  }
  throw new Error('no structure of the exercise data turns its zone; expected one');
}

/** What is tried from the map, without a line, and on paper. */
export function whatIfOnTheMap(harness: () => Harness): void {
  it('a click on a structure of the map, asked for while the pointer rests on it: colours and figures follow, a second click takes it back', async () => {
    const { page, faults } = await harness().open(BLANK);
    await page.goto('/');
    const { structure, tried, colour } = await structureThatTurnsItsZone(page);
    const { summary } = await askGaps(page);
    const [lng, lat] = structure.lngLat;
    await page.goto(`/?whatIf=on&map=${lng},${lat},12`);
    await mapDrawn(page);
    await page.waitForLoadState('networkidle');
    const { x, y } = await mapMiddle(page);
    const before = await colourAround(page, x + BESIDE, y);
    const height = (await page.locator('.map-canvas').boundingBox())!.height;
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/api/what-if?')) asked.push(request.url());
    });
    await page.mouse.move(x, y);
    await expect.poll(() => asked.length, PATIENT).toBe(1);
    expect(await inGap(page)).toBe(summary.peopleInGap);
    await page.mouse.click(x, y);
    await expect.poll(() => page.locator('.tried-flag[data-tried="shown"]').count(), PATIENT).toBe(1);
    expect(new URL(page.url()).searchParams.get('whatIf')).toBe(`r:${structure.id}`);
    expect(await inGap(page)).toBe(tried.summary.peopleInGap);
    expect(new Set(asked).size).toBe(1);
    await expect.poll(async () => distance(await colourAround(page, x + BESIDE, y), colour), PATIENT).toBeLessThan(30);
    expect((await page.locator('.map-canvas').boundingBox())!.height).toBe(height);
    await page.mouse.click(x, y);
    await expect.poll(() => new URL(page.url()).searchParams.get('whatIf'), PATIENT).toBe('on');
    await expect.poll(async () => distance(await colourAround(page, x + BESIDE, y), before), PATIENT).toBeLessThan(30);
    expect(faults).toEqual([]);
  });

  it('without a line: what was looked at is still there, what is new says that it waits, shows today, and is worked out when the line is back', async () => {
    const { page, context } = await harness().open(BLANK);
    await page.goto('/');
    const { code } = await areaOfClass(page, 'blindSpot');
    const { summary } = await askGaps(page);
    const [first, both] = [await askTried(page, `a:${code}`), await askTried(page, `a:${code},c:${code}`)];
    await page.evaluate(() => navigator.serviceWorker.ready);
    // By name: the row that is open stays where it is when its class changes.
    await page.goto(`/?whatIf=a:${code}&area=${code}&sort=name`);
    await page.getByRole('button', { name: 'Et si la zone était fermée' }).waitFor(PATIENT);
    await expect.poll(() => inGap(page), PATIENT).toBe(first.summary.peopleInGap);
    await expect.poll(() => page.evaluate(async (changes) => (await (await caches.open('jonction-answers-1')).keys()).some(({ url }) => url.endsWith(changes)), `/api/what-if?changes=a%3A${code}`), PATIENT).toBe(true);
    await context.setOffline(true);
    await page.reload();
    await listShown(page);
    await expect.poll(() => inGap(page), PATIENT).toBe(first.summary.peopleInGap);
    await page.getByRole('button', { name: 'Et si la zone était fermée' }).click();
    await page.locator('.what-if-bar').getByText('Sans connexion', { exact: false }).waitFor(PATIENT);
    expect(await inGap(page)).toBe(summary.peopleInGap);
    expect(new URL(page.url()).searchParams.get('whatIf')).toBe(`a:${code},c:${code}`);
    await context.setOffline(false);
    // The page asks again by itself where the browser tells it that the line is back; where it does not, a person does.
    await page.locator('.what-if-bar').getByRole('button', { name: 'Réessayer' }).click({ timeout: 5000 }).catch(() => undefined);
    await expect.poll(() => page.locator('.what-if-bar').getAttribute('data-tried'), PATIENT).toBe('shown');
    expect(await inGap(page)).toBe(both.summary.peopleInGap);
  });

  it('an answer that is a fault of the server says a sentence, keeps the changes, and can be asked for again', async () => {
    const page = await harness().openBare();
    await page.goto('/');
    const { code } = await areaOfClass(page, 'blindSpot');
    let broken = true;
    await page.route('**/api/what-if?*', (route) => (broken ? route.fulfill({ status: 400, contentType: 'application/problem+json', body: JSON.stringify({ code: 'parameterInvalid', status: 400, detail: 'Cannot.', detailFr: 'Impossible.' }) }) : route.continue()));
    await page.goto(`/?whatIf=a:${code}`);
    await page.locator('.what-if-bar').getByText('L’essai n’a pas pu être calculé').waitFor(PATIENT);
    expect(new URL(page.url()).searchParams.get('whatIf')).toBe(`a:${code}`);
    broken = false;
    await page.locator('.what-if-bar').getByRole('button', { name: 'Réessayer' }).click();
    await expect.poll(() => page.locator('.what-if-bar').getAttribute('data-tried'), PATIENT).toBe('shown');
  });

  it('on paper what is tried is said before the figures, which are those of the screen', async () => {
    const { page, faults } = await harness().open(BLANK);
    await page.goto('/');
    const area = await areaOfClass(page, 'blindSpot');
    const tried = await askTried(page, `a:${area.code}`);
    await page.goto(`/?whatIf=a:${area.code}`);
    await mapDrawn(page);
    await expect.poll(() => inGap(page), PATIENT).toBe(tried.summary.peopleInGap);
    await frames(page, 3);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    const words = plain(await page.locator('.print-sheet .print-tried').textContent());
    expect(words).toContain('À l’essai, pas un constat');
    expect(words).toContain(`${area.name} : campagne ajoutée`);
    const row = page.locator('.print-sheet tbody tr', { hasText: area.code });
    const position = tried.codes.indexOf(area.code);
    expect(numberOf(await row.locator('td').nth(3).textContent())).toBe(tried.peopleInGap[position]);
    expect(await page.locator('.what-if-bar').isVisible()).toBe(false);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(50_000);
    expect(faults).toEqual([]);
  });
}
