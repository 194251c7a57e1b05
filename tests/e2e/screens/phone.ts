import { describe, expect, it } from 'vitest';
import { BLANK, type Harness } from '../harness';
import { areaOfClass, listShown, mapDrawn, plain } from './on-screen';

export function onAPhone(harness: () => Harness): void {
  describe('on a phone', () => {
    it('the list comes first, in 15 px or more, and nothing is wider than the screen', async () => {
      const { page, faults } = await harness().open('/', { viewport: 'phone' });
      await listShown(page);
      expect(await page.locator('.map-view').count()).toBe(0);
      const size = await page.locator('.gap-row-name').first().evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
      expect(size).toBeGreaterThanOrEqual(15);
      for (const tab of ['Filtres', 'Carte', 'Liste']) {
        await page.locator('.tabs .segment', { hasText: tab }).click();
        if (tab === 'Carte') await mapDrawn(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
        expect(plain(await page.locator('.exercise').textContent())).toBe('Données d’exercice — fictives');
        expect(await page.locator('.exercise').isVisible()).toBe(true);
      }
      expect(faults).toEqual([]);
    });

    it('the map is one tap away, and a chosen area leads back to its explanation', async () => {
      const { page, faults } = await harness().open(BLANK, { viewport: 'phone' });
      const area = await areaOfClass(page, 'gap');
      await page.goto(`/?tab=map&area=${area.code}`);
      await mapDrawn(page);
      await page.locator('.chosen-card', { hasText: area.name }).getByRole('button', { name: 'Explication' }).tap();
      await page.getByRole('region', { name: area.name }).locator('.facts').waitFor();
      expect(faults).toEqual([]);
    });

    it('a finger finds every control: 24 px at least', async () => {
      const { page } = await harness().open('/?tab=filters', { viewport: 'phone' });
      await page.locator('.facets').waitFor();
      const small = await page.locator('button:visible, select:visible, a:visible, input[type="range"]:visible').evaluateAll((controls) => controls.filter((control) => control.getBoundingClientRect().height < 24).map((control) => control.outerHTML.slice(0, 120)));
      expect(small.filter((html) => !html.includes('skip-link'))).toEqual([]);
    });
  });
}
