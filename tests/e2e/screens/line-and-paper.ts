import type { CDPSession, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Harness } from '../harness';
import { areaOfClass, listShown, mapDrawn, plain } from './on-screen';

/** Bytes on the wire as the browser counts them, headers and all. */
async function countBytes(page: Page): Promise<{ session: CDPSession; total: () => number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  return { session, total: () => bytes };
}

export function lineAndPaper(harness: () => Harness): void {
  describe('on a poor line', () => {
    it('the first list takes at most 150 kB, the whole map at most 700 kB', async () => {
      const page = await harness().openBare();
      const { total } = await countBytes(page);
      // Whatever the page fetches after its first part waits, so that what counts for the list is the list’s alone, however quick the machine.
      let letMapGo = (): void => undefined;
      const gate = new Promise<void>((resolve) => (letMapGo = resolve));
      await page.route(/assets\/(?!first-|rolldown-runtime-)/, async (route) => {
        await gate;
        await route.continue();
      });
      await page.goto('/');
      await listShown(page);
      const list = total();
      letMapGo();
      await mapDrawn(page);
      await page.waitForLoadState('networkidle');
      const whole = total();
      console.log(`  first list ${(list / 1000).toFixed(0)} kB, whole map ${(whole / 1000).toFixed(0)} kB`);
      expect(list).toBeLessThanOrEqual(150_000);
      expect(whole).toBeLessThanOrEqual(700_000);
    });

    it('what was visited is there without a line, with its date, and what was not says why', async () => {
      const { page, context } = await harness().open('/');
      const area = await areaOfClass(page, 'gap');
      await mapDrawn(page);
      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.reload();
      await page.getByRole('button', { name: area.name, exact: false }).first().click();
      await page.getByRole('region', { name: area.name }).locator('.facts').waitFor();
      await page.waitForLoadState('networkidle');
      await context.setOffline(true);
      await page.reload();
      await listShown(page);
      await page.getByRole('region', { name: area.name }).locator('.facts').waitFor();
      expect(plain(await page.locator('.offline').textContent())).toMatch(/^Hors ligne, données du \d/);
      await mapDrawn(page);
      expect(plain(await page.locator('.exercise').textContent())).toContain('fictives');
      await page.goto('/?asOf=2024-02-29');
      await page.getByText('n’a pas encore été consultée', { exact: false }).waitFor();
      await context.setOffline(false);
      await page.getByRole('button', { name: 'Réessayer' }).click();
      await listShown(page);
    });

    it('a refusal, a broken answer and a forbidden one each say what happened, and retrying works', async () => {
      const page = await harness().openBare();
      await page.goto('/?asOf=9999-12-31&theta=1');
      await page.getByText(/Aucune zone|Où agir/).first().waitFor();
      let status = 403;
      await page.route('**/api/gaps?*', (route) => (status === 0 ? route.continue() : route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify({ code: 'forbidden', status, detail: 'Not for you.', detailFr: 'Pas pour vous.' }) })));
      await page.goto('/?theta=0.75');
      await page.getByRole('heading', { name: 'Accès refusé' }).waitFor();
      await page.getByText('Pas pour vous.').waitFor();
      status = 0;
      await page.getByRole('button', { name: 'Réessayer' }).click();
      await listShown(page);
    });
  });

  describe('on paper', () => {
    it('carries title, settings, map, scale, legend, the whole list, sources and disclaimer', async () => {
      const { page, faults } = await harness().open('/');
      await mapDrawn(page);
      const rows = await page.locator('.gap-row').count();
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      await page.emulateMedia({ media: 'print' });
      const sheet = page.locator('.print-sheet');
      const words = plain(await sheet.textContent());
      for (const part of ['Écarts entre sensibilisation et soins', 'situation au 31 mai 2025', 'à vol d’oiseau, 5 km', 'Limites indicatives, sans valeur officielle', 'Données d’exercice — fictives', 'Population inconnue']) expect(words).toContain(part);
      expect(await sheet.locator('tbody tr').count()).toBeGreaterThanOrEqual(rows);
      expect(await sheet.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);
      expect(await page.locator('.page-head').isVisible()).toBe(false);
      for (const format of ['A4', 'A3'] as const) expect((await page.pdf({ format })).length).toBeGreaterThan(50_000);
      expect(faults).toEqual([]);
    });
  });
}
