import { describe, expect, it } from 'vitest';
import type { OverlapPair, StructureItem } from '#api/contract/records';
import { decisionVerdicts, overlapVerdicts } from '#domain/vocabularies/flags';
import { BLANK, type Harness } from '../harness';
import { listShown, mapDrawn, PATIENT, plain } from './on-screen';

export function overlapsAndStructures(harness: () => Harness): void {
  describe('the overlaps', () => {
    it('lists each pair with areas, strength, people and verdict, and never calls an unsettled pair a duplication', async () => {
      const { page, faults } = await harness().open('/?view=overlaps');
      const { pairs } = (await (await page.request.get('/api/overlaps?limit=200')).json()) as { pairs: OverlapPair[] };
      await page.locator('.overlap').first().waitFor();
      expect(await page.locator('.overlap').count()).toBe(pairs.length);
      for (const [position, pair] of pairs.entries()) {
        const words = plain(await page.locator('.overlap').nth(position).textContent());
        expect(words).toContain(pair.areaNames[0]);
        if (pair.decision === null) expect(words.replaceAll('Duplication possible', '')).not.toMatch(/duplication/i);
        else expect(words).toContain(plain(decisionVerdicts.terms[pair.decision.verdict].fr));
      }
      expect(faults).toEqual([]);
    });

    it('keeps one verdict, leaves out what is settled, and outlines a chosen pair on the map', async () => {
      const { page, faults } = await harness().open('/?view=overlaps');
      await mapDrawn(page);
      const all = await page.locator('.overlap').count();
      await page.locator('.pill', { hasText: overlapVerdicts.terms.complementary.fr }).click();
      await expect.poll(() => page.locator('.overlap').count(), PATIENT).toBeLessThan(all);
      await page.locator('.pill', { hasText: overlapVerdicts.terms.complementary.fr }).click();
      await page.getByLabel('Montrer aussi les paires déjà tranchées').uncheck();
      await expect.poll(() => page.locator('.overlap').count(), PATIENT).toBeLessThan(all);
      expect(await page.locator('.overlap-decision[data-decided="true"]').count()).toBe(0);

      const before = await page.locator('.map-view').screenshot();
      await page.locator('.overlap-head').first().click();
      await expect.poll(() => page.locator('.overlap-head').first().getAttribute('aria-pressed'), PATIENT).toBe('true');
      expect(new URL(page.url()).searchParams.get('pair')).not.toBeNull();
      await expect.poll(async () => (await page.locator('.map-view').screenshot()).equals(before), PATIENT).toBe(false);
      expect(faults).toEqual([]);
    });
  });

  describe('a structure', () => {
    it('is judged criterion by criterion, with evidence, forecast and every assessment; back leads to the list', async () => {
      const { page, faults } = await harness().open(BLANK);
      const { items } = (await (await page.request.get('/api/structures?readiness=ready&limit=200')).json()) as { items: StructureItem[] };
      const lapsing = items.filter(({ lapsesAfter }) => lapsesAfter !== null).sort((a, b) => (a.lapsesAfter! < b.lapsesAfter! ? -1 : 1))[0]!;
      await page.goto(`/?structure=${lapsing.id}`);
      await page.getByRole('heading', { name: lapsing.name }).waitFor();
      expect(plain(await page.locator('.structure').textContent())).toMatch(/Prête aujourd’hui\. Sans réapprovisionnement, elle cesse de l’être après le/);
      expect(await page.locator('.criterion').count()).toBe(9);
      expect(await page.locator('.criterion[data-verdict="met"]').count()).toBeGreaterThanOrEqual(4);
      expect(await page.locator('.forecast li').count()).toBe(4);
      expect(plain(await page.locator('.forecast').textContent())).toContain('Pas prête');
      expect(await page.locator('.timeline > li').count()).toBeGreaterThan(0);
      await page.getByRole('button', { name: /Retour à la liste/ }).click();
      await listShown(page);
      expect(faults).toEqual([]);
    });

    it('that nobody assessed is unknown, neither ready nor absent; one that is not there says so', async () => {
      const { page } = await harness().open(BLANK);
      const { items } = (await (await page.request.get('/api/structures?readiness=unknown&limit=500')).json()) as { items: StructureItem[] };
      await page.goto(`/?structure=${items.find(({ evidenceOn }) => evidenceOn === null)!.id}`);
      await page.getByText('On ne sait pas si elle est prête', { exact: false }).waitFor();
      expect(await page.locator('.criterion[data-verdict="unmet"]').count()).toBe(0);
      await page.goto('/?structure=none');
      await page.getByRole('alert').waitFor();
      expect(plain(await page.getByRole('alert').textContent())).toContain('Introuvable');
    });
  });
}
