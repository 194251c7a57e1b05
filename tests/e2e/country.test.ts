import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportAnswer } from '#api/contract/imports';
import type { ImportsAnswer } from '../../apps/web/api/imports';
import { openHarness, type Harness } from './harness';
import { runCommand } from './harness-server';
import { act, dropFiles, fileShown, openFile } from './screens/import-desk';
import { askGaps, frames, listShown, mapDrawn, numberOf, PATIENT, plain } from './screens/on-screen';

const SHARED = resolve(import.meta.dirname, '../../../shared/data');
const FILES = [
  'areas/drc-adm1.topojson',
  'areas/drc-health-zones.geojson',
  'population/drc-worldpop-by-zone.csv',
  'facilities/drc-public-facilities-2019.csv',
  'facilities/ituri-healthsites-2026.geojson',
  'organisations/hdx-org-aliases.csv',
  '3w/drc-3w-2025-05.xlsx',
].map((file) => join(SHARED, file));

/** What the history says of each file: the account of its rows, and its records by kind. */
async function accounts(url: string): Promise<Record<string, unknown>> {
  const { items } = (await (await fetch(`${url}/api/imports`)).json()) as ImportsAnswer;
  const answers = await Promise.all(items.map(async ({ id }) => (await (await fetch(`${url}/api/imports/${id}`)).json()) as ImportAnswer));
  return Object.fromEntries(answers.map(({ fileName, profile, state, rows, accepted, unchanged, refused, repeated, records }) => [fileName, { profile, state, rows, accepted, unchanged, refused, repeated, records }]));
}

/** Left by the command line for the page to be compared with. */
let byCommand: Record<string, unknown> = {};

describe.runIf(existsSync(SHARED))('with the real data of a whole country', () => {
  let harness: Harness;
  let elsewhere: string;
  beforeAll(async () => {
    harness = await openHarness({ EXERCISE: '0' });
    elsewhere = await mkdtemp(join(tmpdir(), 'jonction-load-'));
    const load = runCommand('apps/cli/load.mjs', [...FILES, '--accept-partial'], { DATA_DIR: harness.server.dataDir }, elsewhere);
    expect(await load.ended, load.output()).toBe(0);
    byCommand = await accounts(harness.server.url);
  }, 900_000);
  afterAll(async () => {
    await harness.close();
    await rm(elsewhere, { recursive: true, force: true });
  });

  it('lists 518 zones, draws only the rows in sight, and wears no exercise banner', async () => {
    const { page, faults } = await harness.open('/');
    await listShown(page);
    expect(plain(await page.locator('.list-search .note').textContent())).toBe('518 sur 518 zones');
    expect(await page.locator('.gap-row').count()).toBeLessThan(60);
    expect(await page.locator('.exercise').count()).toBe(0);
    await page.locator('.row-button').first().focus();
    await page.keyboard.press('End');
    await expect.poll(() => page.locator('li:focus-within').getAttribute('aria-posinset'), PATIENT).toBe('518');
    await mapDrawn(page);
    expect(faults).toEqual([]);
  });

  it('shows the words of the spreadsheet that made an initiative one of awareness, and the row to check them in', async () => {
    const { page, faults } = await harness.open('/');
    const { areas } = await askGaps(page);
    const aware = areas.find((area) => area.class === 'gap')!;
    await page.goto(`/?area=${aware.code}`);
    const explanation = page.getByRole('region', { name: aware.name });
    await explanation.getByText(/^Initiatives/).click();
    await explanation.getByText(/^mots\s: /).first().waitFor();
    await explanation.getByText(/drc-3w-2025-05\.xlsx, ligne \d+/).first().waitFor();
    expect(plain(await page.locator('[data-kind="stale"]').textContent())).toBe('—');
    expect(faults).toEqual([]);
  });

  it('recolours 518 zones at each move of the slider; prints what a move took', async () => {
    const { page, faults } = await harness.open('/');
    const swept = page.waitForResponse((response) => response.url().includes('/api/gaps/sweep'));
    await mapDrawn(page);
    const slider = page.getByRole('slider', { name: 'Seuil de portée' });
    await slider.focus();
    await swept;
    await frames(page, 3);
    await page.evaluate(() => {
      const moves: { toPaint: number; script: number }[] = [];
      Object.assign(window, { moves });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as PerformanceEventTiming[]) if (entry.name === 'keydown') moves.push({ toPaint: entry.duration, script: Math.round(entry.processingEnd - entry.processingStart) });
      }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    });
    const before = numberOf(await page.locator('[data-kind="gap"]').textContent());
    for (let move = 0; move < 6; move += 1) {
      await page.keyboard.down('ArrowRight');
      await frames(page, 4);
    }
    await page.keyboard.up('ArrowRight');
    expect(numberOf(await page.locator('[data-kind="gap"]').textContent())).not.toBe(before);
    const moves = await page.evaluate(() => (window as unknown as { moves: unknown[] }).moves);
    console.log(`  moves of the slider over 518 zones, ms until painted by software, of which script: ${JSON.stringify(moves)}`);
    expect(faults).toEqual([]);
  });
});

describe.runIf(existsSync(SHARED))('the same files through the page', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await openHarness({ EXERCISE: '0' });
  }, 300_000);
  afterAll(() => harness.close());

  /** Minutes rather than seconds on a busy machine: a country’s files, three times each. */
  const LONG = 300_000;

  it('are tried out, stored, taken back and stored again, with the figures of the command line', async () => {
    const { page, faults } = await harness.open('/?view=import', { still: true });
    for (const path of FILES) {
      const name = basename(path);
      await dropFiles(page, [path]);
      await openFile(page, name);
      await fileShown(page, name, 'À relire', LONG);
      await act(page, '(Enregistrer|Prendre) les', 'Enregistré', LONG);
      await act(page, 'Annuler cet import', 'Annulé', LONG);
      await act(page, 'Enregistrer à nouveau', 'Enregistré', LONG);
    }
    expect(Object.keys(byCommand)).toHaveLength(FILES.length);
    expect(await accounts(harness.server.url)).toEqual(byCommand);
    expect(faults).toEqual([]);
  }, 1_500_000);

  it('dropped together a second time, change nothing', async () => {
    const { page, faults } = await harness.open('/?view=import', { still: true });
    const listed = async (): Promise<ImportsAnswer['items']> => ((await (await page.request.get('/api/imports')).json()) as ImportsAnswer).items;
    // As it is stored: what the map answers from may still be on its way there.
    const version = async (): Promise<number> => ((await (await page.request.get(`/api/imports/${(await listed())[0]?.id ?? ''}`)).json()) as { dataVersion: number }).dataVersion;
    const before = await version();
    await dropFiles(page, FILES);
    await expect.poll(() => page.locator('.file-side .file-state[data-state="ready"]').count(), { timeout: LONG }).toBe(FILES.length);
    for (const item of (await listed()).filter(({ state }) => state === 'ready')) expect(item.accepted, item.fileName).toBe(0);
    expect(await page.locator('.act-bar .button-main').count()).toBe(0);
    expect(await version()).toBe(before);
    expect(faults).toEqual([]);
  }, 900_000);
});
