import { expect, it } from 'vitest';
import { noCounts } from '#domain/records';
import { describeOnBothDatabases } from '../../tests/databases';
import { readInitiativesForAnalysis, type AnalysisInitiative } from './analysis-input';
import { saveAreas } from './areas';
import { initiativeId } from './identity';
import { getInitiative, listInitiatives, saveInitiatives } from './initiatives';
import { ensureOrganisations } from './organisations';
import { anArea, anInitiative, byOrganisation, openBatch, someAreas } from './sample-records';

const whole = anInitiative({
  externalId: 'row-12', title: 'Sensibilisation à Goma', description: 'Séances et radio', topicWords: ['vbg'], domain: 'protectionAndPrevention', toReview: true,
  kinds: [{ kind: 'awareness', confidence: 'high', rule: 'awareness.sensibilisation', words: ['sensibilisation', 'radio, "locale"'] }, { kind: 'kitSupply', confidence: 'medium', rule: 'kits', words: ['kits'] }],
  targetGroups: ['womenAndGirls', 'police'], targetGroupsAsGiven: 'Femmes, policiers',
  organisations: [byOrganisation('Bailleur B', 'funder'), byOrganisation('Agence A', 'programming'), byOrganisation('ONG Locale')],
  areaCodes: ['CD6201ZS01', 'CD6101ZS01'], start: '2025-01-01', end: '2025-06-30', status: 'ongoing', statusAsGiven: 'En cours', reportedOn: '2025-05-31',
  targeted: { women: 120, men: 80, girls: null, boys: 0, total: 200 }, reached: { women: 3, men: 60, girls: null, boys: null, total: 63 }, budget: 12_345.67, currency: 'USD', sourceRow: 12,
});
const initiatives = [
  whole,
  anInitiative({ externalId: 'care', title: 'Prise en charge', kinds: [{ kind: 'medicalCare', confidence: 'stated', rule: null, words: [] }], areaCodes: ['CD6101'], organisations: [byOrganisation('Agence A')], status: 'completed' }),
  anInitiative({ externalId: 'hygiene', title: 'Hygiène', topic: 'other', areaCodes: ['CD62'], reached: { ...noCounts, total: 4 } }),
  anInitiative({ externalId: 'shelter', title: 'Accueil discret', tier: 'hidden' }),
  anInitiative({ externalId: 'for-partners', title: 'Plan interne', tier: 'partners' }),
];

describeOnBothDatabases('Initiatives', (database) => {
  const save = async (records: readonly (typeof whole)[]) => {
    const db = database().kysely;
    const batch = await openBatch(db);
    const named = records.flatMap(({ organisations }) => organisations.map(({ organisation }) => ({ ...organisation, source: 'Test', sourceRow: 2 })));
    return saveInitiatives(db, batch, records, await ensureOrganisations(db, batch, named));
  };

  it('are added, then unchanged; a new end changes one', async () => {
    await saveAreas(database().kysely, await openBatch(database().kysely), someAreas);
    expect(await save(initiatives)).toEqual(initiatives.map(() => 'added'));
    expect(await save(initiatives)).toEqual(initiatives.map(() => 'unchanged'));
    expect(await save([{ ...whole, end: '2025-12-31' }])).toEqual(['changed']);
    expect(await save([whole])).toEqual(['changed']);
  });

  it('come whole, every list in the order of the source', async () => {
    const found = await getInitiative(database().kysely, 'coordination', initiativeId('test', 'row-12'));
    const { scheme: _scheme, externalId: _externalId, topicWords: _words, organisations: _organisations, areaCodes: _codes, ...content } = whole;
    expect(found).toMatchObject(content);
    expect(found?.organisations.map(({ name, role }) => [name, role])).toEqual([['Bailleur B', 'funder'], ['Agence A', 'programming'], ['ONG Locale', 'implementing']]);
    expect(found?.areas).toEqual([{ code: 'CD6201ZS01', name: 'Ibanda', type: 'healthZone' }, { code: 'CD6101ZS01', name: 'Goma', type: 'healthZone' }]);
  });

  it('unknown-area-code: the call is refused, nothing is half done', async () => {
    const db = database().kysely;
    const attempt = db.transaction().execute(async (transaction) => saveInitiatives(transaction, await openBatch(transaction), [anInitiative({ externalId: 'lost', areaCodes: ['CD9999'] })], new Map()));
    await expect(attempt).rejects.toThrow('area code CD9999');
    expect(await getInitiative(db, 'coordination', initiativeId('test', 'lost'))).toBeNull();
  });

  it('code-of-two-types: means the finer area', async () => {
    const db = database().kysely;
    await saveAreas(db, await openBatch(db), [anArea({ type: 'territory', code: 'XX01', name: 'Territoire' }), anArea({ type: 'healthZone', code: 'XX01', name: 'Zone' })]);
    await save([anInitiative({ externalId: 'two-types', title: 'Zzz', areaCodes: ['XX01'], tier: 'hidden' })]);
    expect((await getInitiative(db, 'coordination', initiativeId('test', 'two-types')))?.areas).toEqual([{ code: 'XX01', name: 'Zone', type: 'healthZone' }]);
  });

  it('small-counts: fewer than five people are not told to the public, nor what would give them away', async () => {
    const db = database().kysely;
    expect(await getInitiative(db, 'public', initiativeId('test', 'row-12'))).toMatchObject({
      targeted: { women: 120, men: 80, girls: null, boys: 0, total: 200 },
      reached: { women: null, men: null, girls: null, boys: null, total: 63 },
    });
    expect((await getInitiative(db, 'public', initiativeId('test', 'hygiene')))?.reached.total).toBeNull();
    expect((await getInitiative(db, 'coordination', initiativeId('test', 'hygiene')))?.reached.total).toBe(4);
  });

  it('hidden-initiative: does not exist for the public', async () => {
    const db = database().kysely;
    expect(await getInitiative(db, 'public', initiativeId('test', 'shelter'))).toBeNull();
    expect((await listInitiatives(db, 'public', { limit: 10 })).items.map(({ title }) => title)).toEqual(['Hygiène', 'Prise en charge', 'Sensibilisation à Goma']);
    expect((await listInitiatives(db, 'coordination', { limit: 1 })).total).toBe(6);
    expect((await listInitiatives(db, 'public', { limit: 10, filters: { search: 'discret' } })).total).toBe(0);
  });

  it.each([
    ['kind', { kinds: ['kitSupply', 'medicalCare'] as const }, ['Prise en charge', 'Sensibilisation à Goma']],
    ['topic', { topics: ['other'] as const }, ['Hygiène']],
    ['status', { statuses: ['completed'] as const }, ['Prise en charge']],
    ['domain', { domains: ['protectionAndPrevention'] as const }, ['Sensibilisation à Goma']],
    ['target group', { targetGroups: ['police'] as const }, ['Sensibilisation à Goma']],
    ['to review', { toReview: true }, ['Sensibilisation à Goma']],
    ['area', { areas: ['CD6101ZS01'] }, ['Sensibilisation à Goma']],
    ['area that holds the footprint', { areas: ['CD61'] }, ['Prise en charge', 'Sensibilisation à Goma']],
    ['part of the title, without its accents', { search: 'HYGIENE' }, ['Hygiène']],
    ['two at once', { areas: ['CD61'], kinds: ['awareness'] as const }, ['Sensibilisation à Goma']],
    ['nothing', { kinds: [] }, []],
  ])('are filtered by %s', async (_what, filters, titles) => {
    const { items, total } = await listInitiatives(database().kysely, 'public', { limit: 10, filters });
    expect(items.map(({ title }) => title)).toEqual(titles);
    expect(total).toBe(titles.length);
  });

  it('are filtered by organisation, in any role', async () => {
    const db = database().kysely;
    const agency = (await getInitiative(db, 'public', initiativeId('test', 'care')))?.organisations[0]?.id ?? '';
    const { items } = await listInitiatives(db, 'public', { limit: 10, filters: { organisations: [agency] } });
    expect(items.map(({ title }) => title)).toEqual(['Prise en charge', 'Sensibilisation à Goma']);
  });

  it('page by title', async () => {
    const db = database().kysely;
    const first = await listInitiatives(db, 'public', { limit: 2 });
    const second = await listInitiatives(db, 'public', { limit: 2, after: first.next ?? undefined });
    expect([first.items.length, second.items.map(({ title }) => title), second.next]).toEqual([2, ['Sensibilisation à Goma'], null]);
  });

  it('reach the analysis with their words, areas by type, and no count made up', async () => {
    const rows: AnalysisInitiative[] = [];
    for await (const page of readInitiativesForAnalysis(database().kysely, 'public')) rows.push(...page);
    expect(rows).toHaveLength(3);
    expect(rows.find(({ title }) => title === 'Sensibilisation à Goma')).toMatchObject({
      kinds: [{ kind: 'awareness', words: ['sensibilisation', 'radio, "locale"'] }, { kind: 'kitSupply', words: ['kits'] }],
      areaCodes: [{ type: 'healthZone', code: 'CD6201ZS01' }, { type: 'healthZone', code: 'CD6101ZS01' }], targetedTotal: 200, start: '2025-01-01', end: '2025-06-30',
    });
    expect(rows.find(({ title }) => title === 'Prise en charge')).toMatchObject({ areaCodes: [{ type: 'territory', code: 'CD6101' }], targetedTotal: null, start: null });
  });
});
