import { describe, expect, it } from 'vitest';
import type { ImportAnswer } from '#api/contract/imports';
import { firstPart, hasPlaces, partCounts } from './part-counts';

const file = (more: Partial<ImportAnswer>): ImportAnswer => ({
  id: 'a', state: 'ready', progress: null, fileName: 'a.csv', profile: 'hxl', certainty: 'sure', container: 'csv', sheet: null, sheets: [], source: 'a.csv', reportedOn: null,
  rows: 3, accepted: 2, unchanged: 0, refused: 1, repeated: 0,
  records: [{ recordKind: 'initiative', added: 1, changed: 1, unchanged: 4 }, { recordKind: 'organisation', added: 1, changed: 0, unchanged: 0 }],
  issueGroups: [{ code: 'areaCodeUnknown', severity: 'error', message: { fr: '', en: '' }, count: 1 }, { code: 'zeroNotGiven', severity: 'info', message: { fr: '', en: '' }, count: 2 }, { code: 'textWithheld', severity: 'warning', message: { fr: '', en: '' }, count: 3 }],
  issuesByValue: { errors: 0, others: 0, listed: [] }, issues: [], raster: null, preview: { changes: [], points: [], areas: [], outlines: [] }, questions: [], missing: { count: 0, records: [], closed: false }, mapping: null,
  dataVersion: 1, appliedAt: null, undoneAt: null, canApply: true, besideExercise: false, ...more,
});
const question = { id: 'q', kind: 'area' as const, given: 'Butta', within: null, rows: 1, candidates: [] };

describe('the parts of a dry run', () => {
  it('count records that come or change, rows that are refused, and notes apart from refusals', () => {
    // Changes: 1 + 1 initiatives, 1 organisation. Notes: 2 infos + 3 warnings.
    expect(partCounts(file({}))).toEqual({ changes: 3, refused: 1, questions: 0, missing: 0, notes: 5, map: 0 });
  });

  it('open with what a person has to do first', () => {
    expect(firstPart(file({}))).toBe('changes');
    expect(firstPart(file({ questions: [question] }))).toBe('questions');
    expect(firstPart(file({ accepted: 0 }))).toBe('refused');
  });

  it('ask nothing of a file that is stored', () => {
    expect(partCounts(file({ state: 'applied', questions: [question] })).questions).toBe(0);
    expect(firstPart(file({ state: 'applied', questions: [question] }))).toBe('changes');
  });

  it('need a map only where something changes or is flagged', () => {
    const area = { code: 'XX01', name: 'A', type: 'province' as const, added: 0, changed: 0, unchanged: 3 };
    const point = { row: 2, label: 'A', lngLat: [29, -1] as [number, number], outcome: 'unchanged' as const, flag: null, declaredAt: null, declaredName: null };
    const places = (points: ImportAnswer['preview']['points'], areas: ImportAnswer['preview']['areas']) => hasPlaces(file({ preview: { changes: [], points, areas, outlines: [] } }));
    expect(places([], [area])).toBe(false);
    expect(places([], [{ ...area, added: 1 }])).toBe(true);
    expect(places([point], [])).toBe(false);
    expect(places([{ ...point, flag: 'outsideDeclaredArea' }], [])).toBe(true);
  });
});
