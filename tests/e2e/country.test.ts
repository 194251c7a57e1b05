import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHarness, type Harness } from './harness';
import { runCommand } from './harness-server';
import { askGaps, frames, listShown, mapDrawn, numberOf, PATIENT, plain } from './screens/on-screen';

const SHARED = resolve(import.meta.dirname, '../../../shared/data');
const FILES = ['areas/drc-adm1.topojson', 'areas/drc-health-zones.geojson', 'facilities/drc-public-facilities-2019.csv', '3w/drc-3w-2025-05.xlsx'].map((file) => join(SHARED, file));

describe.runIf(existsSync(SHARED))('with the real data of a whole country', () => {
  let harness: Harness;
  let elsewhere: string;
  beforeAll(async () => {
    harness = await openHarness({ EXERCISE: '0' });
    elsewhere = await mkdtemp(join(tmpdir(), 'jonction-load-'));
    const load = runCommand('apps/cli/load.mjs', [...FILES, '--accept-partial'], { DATA_DIR: harness.server.dataDir }, elsewhere);
    expect(await load.ended, load.output()).toBe(0);
  }, 400_000);
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
