import { describe, expect, it } from 'vitest';
import type { ImportRecord, InitiativeRecord } from '#domain/records';
import { noCounts } from '#domain/records';
import { readFile, type RowResult } from './read-file';

const INITIATIVE: InitiativeRecord = {
  scheme: 'exercise', externalId: 'i-1', title: 'Campagne', description: null, sectorAsGiven: null, kinds: [{ kind: 'awareness', confidence: 'stated', rule: null, words: [] }], topic: 'sexualViolence', topicWords: [], toReview: false, domain: null,
  targetGroups: ['survivorsAssociations'], targetGroupsAsGiven: null, organisations: [], areaCodes: ['XX0101ZS01', 'XX01'], start: '2025-01-01', end: '2025-06-30', status: 'ongoing', statusAsGiven: null, reportedOn: '2025-05-31',
  targeted: noCounts, reached: noCounts, budget: null, currency: null, tier: 'public', source: 'exercise', sourceRow: null,
};
const PLACE: ImportRecord = { kind: 'place', record: { externalId: 'p', type: 'settlement', name: 'Kilima', lngLat: [29, -1], population: null, source: 'exercise', sourceRow: null } };

async function read(records: unknown[]) {
  const rows: RowResult[] = [];
  const { summary, fileIssues } = await readFile(Buffer.from(JSON.stringify({ format: 'jonction-exercise-1', source: 'Exercice', records })), { fileName: 'exercise.json' }, (batch) => void rows.push(...batch));
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

  it('a field that looks like case data refuses the file', async () => {
    expect((await read([initiative({ survivorCode: 'x' })])).fileIssues[0]?.code).toBe('caseDataRefused');
  });
});
