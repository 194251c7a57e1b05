import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { runCommand, startServer } from '../e2e/harness-server';
import { noteResult } from './results';

const SHARED = resolve(import.meta.dirname, '../../../shared/data');
const FILES = ['areas/drc-adm1.topojson', 'areas/drc-health-zones.geojson', 'population/drc-worldpop-by-zone.csv', 'facilities/drc-public-facilities-2019.csv', '3w/drc-3w-2025-05.xlsx'].map((file) => resolve(SHARED, file));
const FLAGS = ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-gpu-compositing', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Centre and zoom of the map while it is clicked: the hills around Goma, where structures are many. */
const MAP = { lng: 29.1, lat: -1.6, zoom: 8 };
const CLICKS = 20;
/** A person aims before a click: how long the pointer rests, ms. Without rest, as a script clicks: the harder case. */
const RESTS = [{ task: 'after the pointer rested', ms: 300 }, { task: 'without a rest', ms: 0 }] as const;
const GOAL_MS = 100;

/**
 * From a click on a structure of the map (the event itself) to the new figures and to the frame with the new colours, drawn whole, in a real browser over the
 * real zones and structures.
 * `BENCH_DATA_DIR`: a data directory that holds them already; left out, they are loaded, which takes some minutes.
 */
export async function measureWhatIfInBrowser(): Promise<void> {
  if (!existsSync(SHARED)) {
    console.log('\nClick to recoloured map: left out, the data of the country are not beside the project');
    return;
  }
  const kept = process.env['BENCH_DATA_DIR'];
  const server = await startServer({ EXERCISE: '0', ...(kept === undefined ? {} : { DATA_DIR: kept }) });
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: FLAGS });
  try {
    if (kept === undefined && (await runCommand('apps/cli/load.mjs', [...FILES, '--accept-partial'], { DATA_DIR: server.dataDir }, server.dataDir).ended) !== 0) throw new Error('the data of the country did not load');
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, baseURL: server.url, locale: 'fr-FR' });
    await page.goto(`/?whatIf=on&map=${MAP.lng},${MAP.lat},${MAP.zoom}`);
    await page.locator('.map-view[data-drawn="true"]').waitFor({ timeout: 120_000 });
    await page.waitForTimeout(5000);
    await page.evaluate(() => addEventListener('click', ({ timeStamp }) => performance.mark('clicked', { startTime: timeStamp }), { capture: true }));
    const spots = await structuresOnScreen(page);
    for (const [number, { task, ms }] of RESTS.entries()) report(task, await clickStructures(page, spots.filter((_, at) => at % RESTS.length === number), ms));
  } finally {
    await browser.close();
    await server.stop();
  }
}

interface Times { readonly figures: number; readonly colours: number }

async function structuresOnScreen(page: Page): Promise<{ x: number; y: number }[]> {
  const box = await page.locator('.map-view canvas').first().boundingBox();
  if (box === null) throw new Error('no map');
  const answer = (await (await page.request.get('/api/structures?province=CD61,CD62&limit=500')).json()) as { items: { lngLat: [number, number] | null }[] };
  return answer.items.flatMap(({ lngLat }) => (lngLat === null ? [] : (onScreen(lngLat, box) ?? [])));
}

/** Clicks structures one after the other, each a change more; before the next one the map comes to rest, as it does under a person’s hand. */
async function clickStructures(page: Page, spots: readonly { x: number; y: number }[], rest: number): Promise<Times[]> {
  const times: Times[] = [];
  for (const { x, y } of spots) {
    await page.mouse.move(x, y);
    await page.waitForTimeout(rest);
    const before = await page.evaluate(() => performance.now());
    await page.mouse.click(x, y);
    const found = await page.evaluate(timesSince, before);
    await page.waitForTimeout(600);
    if (found !== null) times.push(found);
    if (times.length >= CLICKS) break;
  }
  return times;
}

/** Runs in the page: the marks that follow a change, ms after the click; null where it met no structure. No function of its own has a name: the page has not the helper that names them. */
async function timesSince(before: number): Promise<Times | null> {
  const until = performance.now() + 3000;
  while (performance.now() < until) {
    await new Promise((next) => setTimeout(next, 4));
    const clicked = performance.getEntriesByName('clicked').find(({ startTime }) => startTime >= before)?.startTime;
    const asked = performance.getEntriesByName('whatIf.asked').find(({ startTime }) => startTime >= before)?.startTime;
    if (asked === undefined || clicked === undefined) {
      if (performance.now() > before + 600) return null;
      continue;
    }
    const shown = performance.getEntriesByName('whatIf.shown').find(({ startTime }) => startTime >= asked)?.startTime;
    const coloured = performance.getEntriesByName('map.recoloured').find(({ startTime }) => startTime >= (shown ?? Infinity))?.startTime;
    if (shown !== undefined && coloured !== undefined) return { figures: shown - clicked, colours: coloured - clicked };
  }
  return null;
}

/** Where a position is on the screen, in Web Mercator; null outside the middle of the map. */
function onScreen([lng, lat]: readonly [number, number], box: { x: number; y: number; width: number; height: number }): { x: number; y: number } | null {
  const world = 512 * 2 ** MAP.zoom;
  const mercator = (degrees: number): number => Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) / (2 * Math.PI);
  const x = box.x + box.width / 2 + ((lng - MAP.lng) / 360) * world;
  const y = box.y + box.height / 2 - (mercator(lat) - mercator(MAP.lat)) * world;
  const inside = x > box.x + 60 && x < box.x + box.width - 80 && y > box.y + 60 && y < box.y + box.height - 90;
  return inside ? { x, y } : null;
}

function report(how: string, times: readonly Times[]): void {
  console.log(`\nFrom click to what is tried, in the browser, ${how} (${times.length} clicks, each a change more)`);
  for (const part of ['figures', 'colours'] as const) {
    const sorted = times.map((one) => one[part]).sort((a, b) => a - b);
    const at = (share: number): number => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN);
    const [min, median, p95, max] = [at(0), at(0.5), at(0.95), at(1)];
    console.log(`  ${part === 'figures' ? 'list and figures' : 'map on the screen'}  min ${min}  median ${median}  p95 ${p95}  max ${max} ms   goal ${GOAL_MS} ms: ${median <= GOAL_MS ? 'met' : 'MISSED'}`);
    noteResult({ task: `What if: click to ${part}, ${how}`, clicks: sorted.length, minMs: min, medianMs: median, p95Ms: p95, maxMs: max, goalMs: GOAL_MS });
  }
}
