import { describe, expect, it } from 'vitest';
import { groupIssues, type ImportReport } from '#api/services/import/import-report';
import { issue } from '#domain/issue';
import { describeReport } from './print-report';

const base: ImportReport = { fileName: '3w.xlsx', profile: 'ocha3w', source: '3w.xlsx', reportedOn: '2025-05-31', outcome: 'applied', rows: 4343, accepted: 3939, unchanged: 390, refused: 14, repeated: 390, certainty: 'sure', container: 'xlsx', sheet: null, sheets: [], mapping: null, records: [], firstIssues: [], issuesByValue: { errors: 0, others: 0, listed: [] }, questions: [], missing: { count: 0, records: [], closed: false }, raster: null, preview: null, refusedWhole: false, issues: [], dataVersion: 3, refusedRowsCsv: null, durationMs: 4210, besideExercise: false };

describe('the report of a file, in words', () => {
  it('accounts for every row: 3939 + 390 + 14 = 4343', () => {
    const text = describeReport(base, null);
    expect(text).toContain('lignes / rows 4 343 = acceptées / accepted 3 939 + inchangées / unchanged 390 + refusées / refused 14');
    expect(text).toContain('Chargé. / Loaded.');
  });

  it('a refusal says what, where, and how to go on', () => {
    const issues = groupIssues([
      issue('kindsToReview', 'info', { row: 9 }),
      issue('endBeforeStart', 'error', { row: 12, column: 'DATE\nFIN', value: '2024-01-01', expected: '≥ 2025-01-01' }),
      issue('endBeforeStart', 'error', { row: 40, column: 'DATE\nFIN', value: '2024-02-01', expected: '≥ 2025-01-01' }),
    ]);
    const text = describeReport({ ...base, outcome: 'refused', issues }, './3w.xlsx.refused.csv');
    expect(text).toContain('✗ 2 × endBeforeStart — La fin précède le début. / The end comes before the start.');
    expect(text).toContain('ligne / row 12, DATE FIN, « 2024-01-01 », attendu / expected: ≥ 2025-01-01');
    expect(text).toContain('./3w.xlsx.refused.csv');
    expect(text).toContain('add --accept-partial to load the other 4 329');
    expect(text.indexOf('endBeforeStart')).toBeLessThan(text.indexOf('kindsToReview'));
  });

  it('real-beside-exercise: said, with the way to real data alone', () => {
    expect(describeReport(base, null)).not.toContain('fictional');
    expect(describeReport({ ...base, besideExercise: true }, null)).toContain('this database also holds the exercise data, which are fictional');
  });

  it('file-fault: no advice to take the rest', () => {
    const text = describeReport({ ...base, outcome: 'refused', rows: 0, accepted: 0, unchanged: 0, refused: 0, issues: groupIssues([issue('fileTruncated', 'error')]) }, null);
    expect(text).toContain('fileTruncated');
    expect(text).not.toContain('--accept-partial');
  });
});
