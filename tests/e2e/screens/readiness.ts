import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { GapExplanation, GapsForecast } from '#api/contract/gaps';
import type { LapsingAnswer, NeedsAnswer, RefreshersAnswer } from '#api/contract/readiness';
import type { StructureDetail, StructureItem } from '#api/contract/records';
import { addDays } from '#domain/calendar';
import { needs } from '#domain/vocabularies/programmes';
import { BLANK, type Harness } from '../harness';
import { askGaps, frames, listShown, mapDrawn, numberOf, PATIENT, plain } from './on-screen';

const ask = async <Answer>(page: Page, path: string): Promise<Answer> => (await (await page.request.get(path)).json()) as Answer;
const parameter = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);
const inGap = async (page: Page): Promise<number> => numberOf(await page.locator('[data-kind="gap"]').textContent());

/** Moves the slider of days as a pointer does, without letting it rest. */
const moveAhead = (page: Page, position: number): Promise<void> =>
  page.getByRole('slider', { name: 'Jours de prévision' }).evaluate((slider: HTMLInputElement, at) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(slider, String(at));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  }, position);

export function readinessByServiceAndDay(harness: () => Harness): void {
  describe('the service that is asked about', () => {
    it.each([
      ['fr', 'Soins', 'Norme', 'Pour la réparation de fistule'],
      ['en', 'Care', 'Standard', 'For fistula repair'],
    ])('is chosen with its standards, stands in the address and above the list, and changes the figures (%s)', async (lang, care, standard, words) => {
      const { page, faults } = await harness().open(`/?lang=${lang}`);
      await listShown(page);
      await page.locator('.filters').getByRole('combobox', { name: care, exact: true }).selectOption('fistulaRepair');
      const { summary } = await askGaps(page, '?service=fistulaRepair');
      await expect.poll(() => inGap(page), PATIENT).toBe(summary.peopleInGap);
      expect(parameter(page, 'service')).toBe('fistulaRepair');
      expect(plain(await page.locator('.pane .question-line').first().textContent()).toLowerCase()).toBe(words.toLowerCase());
      const offered = await page.locator('.filters').getByRole('combobox', { name: standard, exact: true }).locator('option').allTextContents();
      expect(offered.length).toBeGreaterThan(0);
      for (const one of offered) expect(one.toLowerCase()).toContain(lang === 'fr' ? 'fistule' : 'fistula');
      await page.locator('.downloads summary').click();
      expect(await page.locator('.downloads a').first().getAttribute('href')).toContain('service=fistulaRepair');
      expect(faults).toEqual([]);
    });
  });

  describe('the forecast', () => {
    it('moves along its slider without asking, is marked as one everywhere, and asks for the exact day when it rests', async () => {
      const { page, faults } = await harness().open(BLANK);
      const forecast = await ask<GapsForecast>(page, '/api/gaps/forecast');
      const last = forecast.days.length - 1;
      const arrived = page.waitForResponse((response) => response.url().includes('/api/gaps/forecast'));
      await page.goto('/');
      await listShown(page);
      expect(await page.locator('.forecast-flag').count()).toBe(0);
      await page.getByRole('slider', { name: 'Jours de prévision' }).focus();
      await arrived;
      await frames(page, 3);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await moveAhead(page, last);
      await expect.poll(() => inGap(page), PATIENT).toBe(forecast.summaries[last]!.peopleInGap);
      expect(asked.filter((url) => url.includes('/api/gaps'))).toEqual([]);
      const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(forecast.dates[last]!));
      for (const place of ['.forecast-flag', '.pane .question-line', '.map-foot']) expect(plain(await page.locator(place).first().textContent())).toContain(`Prévision au ${day}, sans réapprovisionnement`);
      expect(plain(await page.locator('.filters').textContent())).toContain('prévision, pas un constat');

      const exact = page.waitForResponse((response) => /\/api\/gaps\?.*at=/.test(response.url()));
      await page.getByRole('slider', { name: 'Jours de prévision' }).blur();
      expect(new URL((await exact).url()).searchParams.get('at')).toBe(forecast.dates[last]);
      expect([parameter(page, 'asOf'), parameter(page, 'ahead')]).toEqual([forecast.parameters.asOf, '90']);
      await page.getByRole('button', { name: 'Revenir à la situation constatée' }).click();
      await expect.poll(() => page.locator('.forecast-flag').count(), PATIENT).toBe(0);
      await expect.poll(() => inGap(page), PATIENT).toBe(forecast.summaries[0]!.peopleInGap);
      expect(faults).toEqual([]);
    });
  });

  describe('a mobile mission', () => {
    it('gives care on its dates only: to come, running, ended, each said in the explanation, its reach drawn where it is chosen', async () => {
      const { page, faults } = await harness().open(BLANK);
      const { areas } = await askGaps(page, '?service=fistulaRepair');
      const running = areas.find(({ care }) => care.missions > 0)!;
      const { missions } = await ask<GapExplanation>(page, `/api/gaps/${running.code}?service=fistulaRepair`);
      const mission = missions.find(({ phase }) => phase === 'running')!;
      for (const [asOf, words] of [[addDays(mission.start, -1), 'À venir'], [mission.end, 'En cours jusqu’au'], [addDays(mission.end, 1), 'Terminée le']] as const) {
        await page.goto(`/?service=fistulaRepair&asOf=${asOf}&area=${running.code}`);
        await page.getByText(/^Missions mobiles \(/).click();
        const entry = page.locator('.area-entry', { hasText: mission.title });
        await expect.poll(async () => plain(await entry.textContent()), PATIENT).toContain(words);
        expect(await entry.locator('.mission-phases li').count()).toBe(3);
      }
      await mapDrawn(page);
      await page.locator('.area-entry', { hasText: mission.title }).getByRole('button').click();
      await page.locator('.chosen-mission', { hasText: mission.title }).waitFor();
      expect(parameter(page, 'mission')).toBe(mission.id);
      expect(faults).toEqual([]);
    });
  });

  describe('what is known of a structure', () => {
    it('names its evidence, tells assessments and programmes as one history, and says where sources do not agree', async () => {
      const { page, faults } = await harness().open(BLANK);
      const { items } = await ask<{ items: StructureItem[] }>(page, '/api/structures?limit=500');
      const details: StructureDetail[] = [];
      for (const { id } of items) details.push(await ask<StructureDetail>(page, `/api/structures/${id}`));
      const supplied = details.find(({ trainings, movements }) => trainings.length > 0 && movements.some(({ kind }) => kind === 'consumption'))!;
      await page.goto(`/?structure=${supplied.id}`);
      await page.getByRole('heading', { name: supplied.name }).waitFor();
      expect(await page.locator('.timeline > li').count()).toBe(supplied.assessments.length + supplied.trainings.length + supplied.movements.length);
      expect(plain(await page.locator('.timeline').textContent())).toContain('Formation acceptée');
      expect(plain(await page.locator('.criteria').first().textContent())).toMatch(/évaluation du|livraison acceptée du|formation acceptée du/);
      expect(await page.locator('.outlook tbody tr').count()).toBe(supplied.stockOutlook!.length);

      const disputed = details.find(({ disagreements }) => disagreements.length > 0)!;
      await page.goto(`/?structure=${disputed.id}`);
      await page.getByRole('heading', { name: 'Deux sources ne disent pas la même chose' }).waitFor();
      const words = plain(await page.locator('.disagreements').textContent());
      for (const side of disputed.disagreements[0]!.sides) expect(words).toContain(plain(side.source));
      expect(words).toMatch(/La plus récente compte|aucune ne compte/);
      await page.getByRole('button', { name: 'Évaluer', exact: true }).click();
      expect([parameter(page, 'form'), parameter(page, 'structure')]).toEqual(['assessment', disputed.id]);
      expect(faults).toEqual([]);
    });
  });

  describe('what is to be watched', () => {
    it.each([['fr', 'desktop'], ['en', 'phone']] as const)('lists what lapses, refreshers and needs as the server counts them; a row opens the structure (%s, %s)', async (lang, viewport) => {
      const { page, faults } = await harness().open(`/?view=care&lang=${lang}`, { viewport });
      const lapsing = await ask<LapsingAnswer>(page, '/api/readiness/lapsing');
      const refreshers = await ask<RefreshersAnswer>(page, '/api/readiness/refreshers');
      const needed = await ask<NeedsAnswer>(page, '/api/readiness/needs');
      const rows = (title: string) => page.locator(`section[aria-labelledby="${title}"] tbody tr`);
      await expect.poll(() => rows('lapsing-title').count(), PATIENT).toBe(lapsing.total);
      await expect.poll(() => rows('refreshers-title').count(), PATIENT).toBe(refreshers.total);
      for (const one of needed.total.needs) {
        const row = page.locator('.needs-bars tr', { has: page.getByRole('rowheader', { name: needs.terms[one.need][lang], exact: true }) });
        expect(numberOf(await row.locator('td').first().textContent())).toBe(one.structures);
        expect(numberOf(await row.locator('td').nth(1).textContent())).toBe(one.leaveGap);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport === 'phone' ? 390 : 1440);
      expect(await page.locator('.file-links a').first().getAttribute('href')).toContain('/api/readiness/lapsing?');
      await rows('lapsing-title').first().getByRole('button').click();
      await page.getByRole('heading', { name: lapsing.items[0]!.structureName }).waitFor();
      expect([parameter(page, 'view'), parameter(page, 'structure')]).toEqual([null, lapsing.items[0]!.structureId]);
      expect(faults).toEqual([]);
    });
  });
}
