import AxeBuilder from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import type { StructureItem } from '#api/contract/records';
import { VIEWPORTS, type Harness } from '../harness';
import { areaOfClass, goInside, listShown, mapDrawn, openDetails } from './on-screen';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export function access(harness: () => Harness): void {
  describe('axe finds nothing', () => {
    const cases = (['fr', 'en'] as const).flatMap((lang) => (Object.keys(VIEWPORTS) as (keyof typeof VIEWPORTS)[]).map((viewport) => [lang, viewport] as const));
    it.each(cases)('on any screen, %s, %s', async (lang, viewport) => {
      const { page, faults } = await harness().open(`/?lang=${lang}`, { viewport });
      await (viewport === 'phone' ? listShown(page) : mapDrawn(page));
      const area = await areaOfClass(page, 'gap');
      const { items } = (await (await page.request.get('/api/structures?readiness=notReady&limit=1')).json()) as { items: StructureItem[] };
      const screens = ['', `&area=${area.code}`, '&view=overlaps', `&structure=${items[0]!.id}`, `&lens=funding&area=${area.code}`, `&lens=planning&area=${area.code}`, '&about=1', '&search=zzz', '&view=care', `&service=fistulaRepair&asOf=2025-05-31&ahead=63&area=${area.code}`, '&view=import', '&view=import&desk=matches', '&view=import&desk=reporting', ...(viewport === 'phone' ? ['&tab=map', '&tab=filters'] : [])];
      // The elements are those of the French page; longer or shorter words can only break the fullest screens.
      const inEnglish = ['', `&area=${area.code}`, '&view=overlaps', '&about=1', '&view=care', '&view=import&desk=reporting'];
      for (const screen of lang === 'fr' ? screens : inEnglish) {
        await goInside(page, `?lang=${lang}${screen}`);
        if (screen === '&tab=map') await mapDrawn(page);
        await openDetails(page);
        // No frames in frames here, so one run in the page itself says it all; of what is in order, nothing is reported.
        const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(RULES).setLegacyMode().analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`), screen).toEqual([]);
      }
      expect(faults).toEqual([]);
    });
  });
}
