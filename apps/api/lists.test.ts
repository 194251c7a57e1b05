import { expect, it } from 'vitest';
import type { z } from 'zod';
import { describeOnBothDatabases } from '../../tests/databases';
import { fillByHand } from '../../tests/api/hand-made-data';
import { useApp } from '../../tests/api/open-app';
import { areasPage, health, initiativeItem, initiativesPage, organisationsPage, structureDetail, structuresPage, vocabulariesAnswer } from './contract/records';

interface Page {
  readonly total: number;
  readonly items: Record<string, unknown>[];
  readonly nextCursor: string | null;
}

describeOnBothDatabases('lists and records', (database, kind) => {
  const api = useApp(database, 'coordination', (db) => fillByHand(db));
  const one = async <Schema extends z.ZodObject>(schema: Schema, url: string): Promise<z.infer<Schema>> => schema.strict().parse(await api().json(url)) as z.infer<Schema>;

  it('answer as their contracts say', async () => {
    expect(await one(health, '/api/health')).toMatchObject({ status: 'ok', database: kind, dataVersion: 1, exercise: false });
    expect((await one(vocabulariesAnswer, '/api/vocabularies')).vocabularies.map(({ name }) => name)).toContain('gapClasses');
    expect((await one(areasPage, '/api/areas?type=healthZone')).items).toHaveLength(6);
    expect((await one(organisationsPage, '/api/organisations')).items.map(({ name }) => name)).toEqual(expect.arrayContaining(['Alpha', 'Beta', 'Gamma']));
    expect((await one(structuresPage, '/api/structures')).total).toBe(5);
    expect((await one(initiativesPage, '/api/initiatives')).total).toBe(8);
  });

  it.each(['/api/areas', '/api/organisations', '/api/structures', '/api/initiatives'])('%s: pages of two walk every row exactly once', async (path) => {
    const whole = await api().json<Page>(path);
    const walked: Record<string, unknown>[] = [];
    let after: string | null = null;
    do {
      const page: Page = await api().json<Page>(`${path}?limit=2${after === null ? '' : `&after=${after}`}`);
      expect(page.total).toBe(whole.total);
      expect(page.items.length).toBeLessThanOrEqual(2);
      walked.push(...page.items);
      after = page.nextCursor;
    } while (after !== null);
    expect(walked).toEqual(whole.items);
    expect(walked).toHaveLength(whole.total);
  });

  it('structures: filters, and readiness as the gaps have it', async () => {
    const names = async (query: string) => (await one(structuresPage, `/api/structures?${query}`)).items.map(({ name }) => name).sort();
    expect(await names('readiness=notReady')).toEqual(['Hôpital Trois']);
    expect(await names('readiness=ready,notReady&province=XA')).toEqual(['Hôpital Trois', 'Hôpital Un']);
    expect(await names('healthZone=XAZS04')).toEqual(['Équipe Quatre']);
    expect(await names('type=PS,mobile')).toEqual(['Poste Deux', 'Équipe Quatre']);
    // 22 June is the last day on which the kits of S1 last a full course of 28 days before 20 July.
    expect(await names('readiness=ready&province=XA&asOf=2025-06-22')).toEqual(['Hôpital Un']);
    expect(await names('readiness=ready&province=XA&asOf=2025-06-23')).toEqual([]);
  });

  it('a structure: criteria, forecast, assessments with their stock', async () => {
    const { items } = await one(structuresPage, '/api/structures?search=Hôpital Un');
    const detail = await one(structureDetail, `/api/structures/${items[0]?.id ?? ''}`);
    expect(detail).toMatchObject({ name: 'Hôpital Un', readiness: 'ready', asOf: '2025-05-31', lapsesAfter: '2025-06-22', lapseCriterion: 'pepKits', standard: { code: 'cmr-minimum' } });
    expect(detail.criteria.find(({ code }) => code === 'pepKits')).toMatchObject({ verdict: 'met', quantity: 37, evidenceAgeDays: 30 });
    // 31 May + 30 days = 30 June, after the 22nd
    expect(detail.forecast[0]).toEqual({ at: '2025-06-30', readiness: 'notReady', missing: ['pepKits'] });
    expect(detail.assessments[0]?.stockLines).toMatchObject([{ item: 'pepKitAdult', quantity: 37 }]);
  });

  it('initiatives: filters, the row and the words they came from', async () => {
    const titles = async (query: string) => (await one(initiativesPage, `/api/initiatives?${query}`)).items.map(({ title }) => title).sort();
    expect(await titles('kind=medicalCare')).toEqual(['Soins à Deux']);
    expect(await titles('toReview=true')).toEqual(['Réponse à Deux']);
    expect(await titles('topic=other')).toEqual(['Hygiène à Deux']);
    expect(await titles('area=XAZS01')).toEqual(['Causeries à Un', 'Radio à Un']);
    const { items } = await one(initiativesPage, '/api/initiatives?search=Radio');
    const initiative = await one(initiativeItem, `/api/initiatives/${items[0]?.id ?? ''}`);
    expect(initiative).toMatchObject({ title: 'Radio à Un', kinds: [{ kind: 'awareness', rule: 'main', words: ['mot-awareness'] }], source: 'Fait à la main', sourceRow: 1, targeted: { total: 2000, women: null } });
  });
});
