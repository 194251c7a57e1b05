import { describe, expect, it } from 'vitest';
import type { ImportRecord } from '#domain/import-records';
import type { InitiativeRecord } from '#domain/records';
import { noCounts } from '#domain/records';
import { cmrMinimum } from '#domain/shipped-standards';
import { readFile, type RowResult } from './read-file';

const INITIATIVE: InitiativeRecord = {
  scheme: 'exercise', externalId: 'i-1', title: 'Campagne', description: null, sectorAsGiven: null, kinds: [{ kind: 'awareness', confidence: 'stated', rule: null, words: [] }], topic: 'sexualViolence', topicWords: [], toReview: false, domain: null,
  targetGroups: ['survivorsAssociations'], targetGroupsAsGiven: null, organisations: [], areaCodes: ['XX0101ZS01', 'XX01'], start: '2025-01-01', end: '2025-06-30', status: 'ongoing', statusAsGiven: null, reportedOn: '2025-05-31',
  targeted: noCounts, reached: noCounts, budget: null, currency: null, tier: 'public', source: 'exercise', sourceRow: null,
};
const entered = { source: 'Bureau de zone', sourceRow: null };
const LINE = { item: 'pepKitAdult', batch: 'B1', quantity: 5, expiry: null } as const;
const CENTRE = { structureScheme: 'exercise', structureExternalId: 's-1' };
const SESSION = {
  kind: 'trainingSession',
  record: {
    scheme: 'form', externalId: 't', title: 'Formation', topic: 'cmr', audience: 'healthStaff', areaCode: 'XX0101ZS01', start: '2025-04-01', end: '2025-04-03', status: 'completed', planned: 12, women: 7, men: null, total: null,
    protocolVersion: null, organisations: [], origins: [{ ...CENTRE, cadre: 'nurse', number: 2, women: null, men: null }], tier: 'public', ...entered,
  },
} as const satisfies ImportRecord;
const MOVEMENT = { kind: 'kitMovement', record: { scheme: 'form', externalId: 'm', ...CENTRE, kind: 'delivery', on: '2025-05-10', lines: [LINE], organisation: null, ...entered } } satisfies ImportRecord;
const MISSION = {
  kind: 'mission',
  record: { scheme: 'form', externalId: 'v', title: 'Mission', service: 'fistulaRepair', host: CENTRE, lngLat: [29, -1], areaCode: 'XX0101', locality: null, radiusKm: 30, start: '2025-05-01', end: '2025-05-14', status: 'planned', capacity: 20, treated: noCounts, organisations: [], tier: 'public', ...entered },
} satisfies ImportRecord;
const VERDICT: ImportRecord = { kind: 'proposalVerdict', record: { scheme: 'form', externalId: 'a', subject: 'kitMovement', subjectScheme: 'form', subjectExternalId: 'm', digest: 'd', ...CENTRE, verdict: 'accepted', reason: null, decidedBy: 'Bureau de zone', decidedOn: '2025-05-12', ...entered } };
const STANDARD = { kind: 'careStandard', record: { ...cmrMinimum, version: 2, adoptedOn: null, ...entered } } satisfies ImportRecord;
const PLACE: ImportRecord = { kind: 'place', record: { externalId: 'p', type: 'settlement', name: 'Kilima', lngLat: [29, -1], population: null, source: 'exercise', sourceRow: null } };

async function read(records: unknown[], format = 'jonction-exercise-1') {
  const rows: RowResult[] = [];
  const { summary, fileIssues } = await readFile(Buffer.from(JSON.stringify({ format, source: 'Exercice', records })), { fileName: 'exercise.json' }, (batch) => void rows.push(...batch));
  return { summary, fileIssues, rows, errors: rows.flatMap(({ issues }) => issues).map(({ code, row, column }) => [code, row, column]) };
}
const initiative = (more: Record<string, unknown>) => ({ kind: 'initiative', record: { ...INITIATIVE, ...more } });

describe('the exercise container', () => {
  it('hands on its records as they are, and the areas that they name', async () => {
    const { summary, rows } = await read([PLACE, initiative({})]);
    expect(summary).toMatchObject({ profile: 'exercise', container: 'json', source: 'Exercice', rows: 2, accepted: 2, recordCounts: { place: 1, initiative: 1 } });
    expect(rows.map(({ records }) => records[0])).toEqual([PLACE, { kind: 'initiative', record: INITIATIVE }]);
    expect(rows[1]?.areaClaims).toEqual([{ column: 'areaCodes', code: 'XX0101ZS01', name: null, level: 'healthZone' }, { column: 'areaCodes', code: 'XX01', name: null, level: 'province' }]);
  });

  it.each<[string, unknown, unknown[]]>([
    ['a date that does not exist', initiative({ start: '2025-02-30' }), ['dateInvalid', 1, 'record.start']],
    ['a kind that is not in the list', initiative({ topic: 'weather' }), ['valueNotInList', 1, 'record.topic']],
    ['a value that is missing', initiative({ title: undefined }), ['valueMissing', 1, 'record.title']],
    ['no area', initiative({ areaCodes: [] }), ['valueMissing', 1, 'record.areaCodes']],
    ['text for a number', initiative({ budget: 'much' }), ['numberInvalid', 1, 'record.budget']],
    ['a field that the domain does not know', initiative({ remark: 'x' }), ['valueNotInList', 1, 'record']],
    ['an end before the start', initiative({ end: '2024-12-31' }), ['endBeforeStart', 1, 'end']],
    ['an unknown sort of record', { kind: 'survey', record: {} }, ['valueNotInList', 1, 'kind']],
    ['an open ring', { kind: 'area', record: { type: 'healthZone', code: 'XX0101ZS01', name: 'Kilima', parentCode: null, geometry: { type: 'MultiPolygon', coordinates: [[[[29, -1], [30, -1], [30, 0], [29, 0]]]] }, population: null, codes: {}, validFrom: null, validTo: null, source: 'exercise', sourceRow: null } }, ['ringUnclosed', 1, 'geometry']],
  ])('refuses %s', async (_name, entry, error) => {
    const { errors, summary } = await read([entry, PLACE]);
    expect(errors).toEqual([error]);
    expect(summary).toMatchObject({ accepted: 1, refused: 1 });
  });

  it('programmes: as they are, from the exercise and from the forms, with the areas where they are held', async () => {
    const programmes = [SESSION, MOVEMENT, MISSION, VERDICT, STANDARD];
    const [exercise, form] = [await read(programmes), await read(programmes, 'jonction-entry-1')];
    expect(form.summary).toMatchObject({ profile: 'form', certainty: 'sure', source: 'Exercice', rows: 5, accepted: 5 });
    expect(form.rows.map(({ records }) => records[0])).toEqual(programmes);
    expect(exercise.rows.map(({ records }) => records[0])).toEqual(programmes);
    expect(form.rows.map(({ areaClaims }) => areaClaims.map(({ column, code }) => [column, code]))).toEqual([[['areaCode', 'XX0101ZS01']], [], [['areaCode', 'XX0101']], [], []]);
  });

  it.each<[string, unknown, unknown[]]>([
    ['a session that ends before it starts', { ...SESSION, record: { ...SESSION.record, end: '2025-03-31' } }, ['endBeforeStart', 1, 'end']],
    ['a mission that ends before it starts', { ...MISSION, record: { ...MISSION.record, end: '2025-04-30' } }, ['endBeforeStart', 1, 'end']],
    ['a delivery of nothing', { ...MOVEMENT, record: { ...MOVEMENT.record, lines: [] } }, ['valueMissing', 1, 'record.lines']],
    ['stock below nothing', { ...MOVEMENT, record: { ...MOVEMENT.record, lines: [{ ...LINE, quantity: -1 }] } }, ['numberInvalid', 1, 'record.lines.0.quantity']],
    ['a standard with a criterion of no known kind', { ...STANDARD, record: { ...STANDARD.record, criteria: [{ kind: 'luck', code: 'l', required: true }] } }, ['valueNotInList', 1, 'record.criteria.0.kind']],
    ['a field that a session does not have', { ...SESSION, record: { ...SESSION.record, place: 'Kilima' } }, ['valueNotInList', 1, 'record']],
  ])('a form: refuses %s', async (_name, entry, error) => {
    const { errors } = await read([entry], 'jonction-entry-1');
    expect(errors).toEqual([error]);
  });

  it('a field that looks like case data refuses the file', async () => {
    expect((await read([initiative({ survivorCode: 'x' })])).fileIssues[0]?.code).toBe('caseDataRefused');
  });
});
