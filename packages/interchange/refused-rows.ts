import { stringify } from 'csv-stringify/sync';
import type { Issue } from '#domain/issue';
import { issueMessages } from '#domain/issue-codes';
import { guardFormula } from './formula-guard';
import type { FileSummary } from './read-result';
import { ISSUE_COLUMNS } from './refused-columns';

/** A row that was refused, by the reader or later, with its original cells. */
export interface RefusedRow {
  readonly row: number;
  readonly issues: readonly Issue[];
  readonly cells: Readonly<Record<string, string>>;
}

const BETWEEN = ' | ';
const joined = (values: readonly (string | null)[]): string => values.map((value) => value ?? '').join(BETWEEN).replace(/^[\s|]+$/, '');

/**
 * The refused rows as CSV: what is wrong, then the original cells, so that the file can be corrected and loaded again;
 * the reader sets the first columns aside. One line a row: several faults stand in one cell, in the same order in each column.
 * UTF-8 with a byte mark, for spreadsheets. What would run as a formula is guarded; the reader takes the guard off again.
 */
export function writeRefusedRows(columns: readonly string[], rows: readonly RefusedRow[], { tags, mark }: Pick<FileSummary, 'tags' | 'mark'> = { tags: null, mark: null }): string {
  const lines = rows.map(({ row, issues, cells }) => {
    const errors = issues.filter(({ severity }) => severity === 'error');
    return [
      errors.map(({ code }) => code).join(BETWEEN),
      String(row),
      joined(errors.map(({ column }) => column)),
      joined(errors.map(({ value }) => value)),
      joined(errors.map(({ expected }) => expected)),
      errors.map(({ code }) => issueMessages[code].fr).join(BETWEEN),
      errors.map(({ code }) => issueMessages[code].en).join(BETWEEN),
      // A column may be called as a property that every object has.
      ...columns.map((column) => (Object.hasOwn(cells, column) ? (cells[column] ?? '') : '')),
    ];
  });
  // Hashtags stay under their columns, with the mark of a template in front: by them the corrected file is recognised.
  const tagLine = tags === null ? [] : [[mark ?? '', ...ISSUE_COLUMNS.slice(1).map(() => ''), ...columns.map((_, i) => tags[i] ?? '')]];
  return `\uFEFF${stringify([[...ISSUE_COLUMNS, ...columns], ...tagLine, ...lines].map((line) => line.map(guardFormula)))}`;
}
