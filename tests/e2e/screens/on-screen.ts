import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { GapArea, GapsAnswer } from '#api/contract/gaps';

/** How long a person would wait for a screen on a busy machine: a limit, not a delay. */
export const PATIENT = { timeout: 20_000 };

/** The list stands. */
export const listShown = (page: Page): Promise<void> => page.locator('.gap-row').first().waitFor();

/** The map stands, with its areas, and has stopped moving. */
export async function mapDrawn(page: Page): Promise<void> {
  await page.locator('.map-view[data-drawn="true"]').waitFor({ timeout: 60_000 });
  await frames(page, 3);
}

/** Goes to another address inside the page, as a link or “back” would, and waits for what it asks for. */
export async function goInside(page: Page, search: string): Promise<void> {
  await page.evaluate((address) => {
    window.history.pushState(null, '', address);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, `/${search}`);
  await frames(page, 3);
  await page.waitForLoadState('networkidle');
  await expect.poll(() => page.locator('.skeleton').count(), PATIENT).toBe(0);
}

/** Everything that opens, opened. */
export const openDetails = (page: Page): Promise<void> => page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));

/** So many frames drawn. */
export const frames = (page: Page, count: number): Promise<void> =>
  page.evaluate(async (left) => {
    for (let frame = 0; frame < left; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, count);

export async function askGaps(page: Page, query = ''): Promise<GapsAnswer> {
  return (await (await page.request.get(`/api/gaps${query}`)).json()) as GapsAnswer;
}

export async function areaOfClass(page: Page, wanted: GapArea['class'], query = ''): Promise<GapArea> {
  const { areas } = await askGaps(page, query);
  const found = areas.find((area) => area.class === wanted && area.population !== null);
  if (!found) throw new Error(`no area of class ${String(wanted)} in the exercise data; expected one`);
  return found;
}

/** Text as people compare it: every kind of space alike. */
export const plain = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** A figure written in either language, as a number. */
export const numberOf = (text: string | null): number => Number(plain(text).replace(/[^\d]/g, ''));

/**
 * The colour that most of a square around a point of the map has, as `#rrggbb`: names and signs that stand there do not decide.
 * Read from a picture of the page: what a person sees, not what the style says.
 */
export async function colourAround(page: Page, x: number, y: number, side = 26): Promise<string> {
  const png = await page.screenshot({ clip: { x: x - side / 2, y: y - side / 2, width: side, height: side } });
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const brush = canvas.getContext('2d')!;
    brush.drawImage(picture, 0, 0);
    const { data } = brush.getImageData(0, 0, picture.width, picture.height);
    const counts = new Map<string, number>();
    for (let at = 0; at < data.length; at += 4) {
      const colour = `#${[data[at]!, data[at + 1]!, data[at + 2]!].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    return [...counts].sort((a, b) => b[1] - a[1])[0]![0];
  }, png.toString('base64'));
}

/** Middle of the map on the screen, where a `map=lng,lat,zoom` of the address comes to lie. */
export async function mapMiddle(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator('.map-canvas').boundingBox();
  if (!box) throw new Error('the map has no box on the screen; expected one');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** How far two colours are apart, 0–441. */
export function distance(one: string, other: string): number {
  const parts = (colour: string): number[] => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return Math.hypot(...parts(one).map((part, at) => part - parts(other)[at]!));
}
