import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { GapExplanation, GapsSweep } from '#api/contract/gaps';
import { BLANK, type Harness } from '../harness';
import { areaOfClass, colourAround, distance, frames, listShown, mapDrawn, mapMiddle, numberOf, PATIENT, plain } from './on-screen';

/** Classes as interface.md draws them. */
const GAP = '#c4302b';
const JOINED = '#2c7a6b';
const SAME = 30;

/** Opens the page with the map over one point, no signs of structures and no explanation in the way. */
async function openOver(page: Page, code: string, query = ''): Promise<{ x: number; y: number }> {
  const { centre } = (await (await page.request.get(`/api/gaps/${code}`)).json()) as GapExplanation;
  await page.goto(`/?map=${centre![0].toFixed(4)},${centre![1].toFixed(4)},9.5&structuresOff=ready,notReady,unknown&missions=0${query}`);
  await mapDrawn(page);
  await page.waitForLoadState('networkidle');
  await frames(page, 2);
  return mapMiddle(page);
}

/** Sets the slider as a pointer does, one step, and says what the next frames show. */
const moveSlider = (page: Page, position: number) =>
  page.evaluate(async (at) => {
    const slider = document.querySelector<HTMLInputElement>('input[aria-label="Seuil de portée"]')!;
    const figure = () => document.querySelector('[data-kind="gap"]')!.textContent;
    const rows = () => [...document.querySelectorAll('.gap-row')].map((row) => row.textContent).join();
    const before = { figure: figure(), rows: rows() };
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(slider, String(at));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await Promise.resolve();
    const atOnce = { figure: figure() !== before.figure, rows: rows() !== before.rows };
    return { atOnce, text: figure() };
  }, position);

export function theMapAndTheThreshold(harness: () => Harness): void {
  describe('the map', () => {
    it('draws the class of the list, and stops when the legend switches it off', async () => {
      const { page, faults } = await harness().open(BLANK);
      const area = await areaOfClass(page, 'gap');
      const { x, y } = await openOver(page, area.code);
      expect(distance(await colourAround(page, x, y), GAP)).toBeLessThan(SAME);
      await page.getByRole('checkbox', { name: /^Sensibilisation sans soins/ }).click({ force: true });
      await expect.poll(async () => distance(await colourAround(page, x, y), GAP), PATIENT).toBeGreaterThan(100);
      expect(await page.locator('.gap-row-name', { hasText: area.name }).count()).toBe(0);
      expect(new URL(page.url()).searchParams.get('off')).toBe('gap');
      await page.getByRole('checkbox', { name: /^Sensibilisation sans soins/ }).click({ force: true });
      await expect.poll(async () => distance(await colourAround(page, x, y), GAP), PATIENT).toBeLessThan(SAME);
      expect(faults).toEqual([]);
    });

    it('carries disclaimer, sources and date; hovering says what the list says; a click opens it there', async () => {
      const { page } = await harness().open(BLANK);
      const area = await areaOfClass(page, 'joined');
      const { x, y } = await openOver(page, area.code);
      const foot = plain(await page.locator('.map-foot').textContent());
      for (const words of ['Limites indicatives, sans valeur officielle', 'situation au 31 mai 2025', 'OpenStreetMap', '5 km']) expect(foot).toContain(words);
      await page.mouse.move(x, y);
      await expect.poll(async () => plain(await page.locator('.hover-card').textContent()), PATIENT).toContain(area.name);
      await page.mouse.click(x, y);
      await page.getByRole('region', { name: area.name }).waitFor();
    });
  });

  describe('the threshold slider', () => {
    it('changes list and figures before the next frame and the map in it, without asking the server', async () => {
      const { page } = await harness().open(BLANK);
      const sweep = (await (await page.request.get('/api/gaps/sweep')).json()) as GapsSweep;
      const last = sweep.steps.length - 1;
      const start = sweep.steps.indexOf(5);
      const classAt = (step: number, area: number) => sweep.classes[Number(sweep.areaClasses[step]![area])];
      const turning = sweep.codes.findIndex((_, area) => classAt(start, area) === 'gap' && classAt(last, area) === 'joined');
      const arrived = page.waitForResponse((response) => response.url().includes('/api/gaps/sweep'));
      const { x, y } = await openOver(page, sweep.codes[turning]!);
      expect(distance(await colourAround(page, x, y), GAP)).toBeLessThan(SAME);
      await page.getByRole('slider', { name: 'Seuil de portée' }).focus();
      await arrived;
      await frames(page, 3);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      const moved = await moveSlider(page, last);
      expect(moved.atOnce).toEqual({ figure: true, rows: true });
      expect(numberOf(moved.text)).toBe(sweep.summaries[last]!.peopleInGap);
      await frames(page, 2);
      expect(distance(await colourAround(page, x, y), JOINED)).toBeLessThan(SAME);
      expect(asked.filter((url) => url.includes('/api/gaps'))).toEqual([]);
      expect(plain(await page.getByTestId('threshold').textContent())).toBe(`${sweep.steps[last]} km`);
    });

    it('asks for the exact answer when it rests, and writes the threshold into the address', async () => {
      const { page } = await harness().open('/');
      await listShown(page);
      const slider = page.getByRole('slider', { name: 'Seuil de portée' });
      await slider.focus();
      const answer = page.waitForResponse((response) => /\/api\/gaps\?.*threshold=6/.test(response.url()));
      await slider.press('ArrowRight');
      const exact = (await (await answer).json()) as { summary: { peopleInGap: number } };
      expect(new URL(page.url()).searchParams.get('threshold')).toBe('6');
      await expect.poll(async () => numberOf(await page.locator('[data-kind="gap"]').textContent()), PATIENT).toBe(exact.summary.peopleInGap);
    });
  });
}
