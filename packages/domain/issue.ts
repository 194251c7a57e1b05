import type { IssueCode } from './issue-codes';

/**
 * One thing that a reader or a service has to say about its input.
 * `error` refuses the row (or the file, where `row` is null); `warning` accepts it and flags it; `info` only counts.
 */
export interface Issue {
  readonly code: IssueCode;
  readonly severity: 'error' | 'warning' | 'info';
  /** Row as the spreadsheet counts, or 1-based feature; null: the file as a whole. */
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly expected: string | null;
}

/** Builds an issue; what is left out is null. */
export function issue(code: IssueCode, severity: Issue['severity'], where: Partial<Omit<Issue, 'code' | 'severity'>> = {}): Issue {
  return { code, severity, row: where.row ?? null, column: where.column ?? null, value: where.value ?? null, expected: where.expected ?? null };
}
