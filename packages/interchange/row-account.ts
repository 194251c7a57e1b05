import type { IsoDate } from '#domain/dates';
import { issue, type Issue } from '#domain/issue';
import type { ImportRecord } from '#domain/import-records';
import { ROWS_PER_BATCH, type FileSummary, type IssueCount, type OnRows, type RowResult } from './read-result';
import type { RowDraft } from './row-draft';

/** What is known of a file besides its rows. */
export type FileHead = Omit<FileSummary, 'rows' | 'accepted' | 'repeated' | 'refused' | 'issueCounts' | 'recordCounts'>;

function addCounts(counts: Map<string, IssueCount>, issues: Iterable<Issue>): void {
  for (const { code, severity } of issues) {
    const key = `${code} ${severity}`;
    counts.set(key, { code, severity, count: (counts.get(key)?.count ?? 0) + 1 });
  }
}

const mostFrequentFirst = (counts: ReadonlyMap<string, IssueCount>): IssueCount[] => [...counts.values()].sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));

/** Counts issues by code and severity, most frequent first. */
export function countIssues(issues: Iterable<Issue>): IssueCount[] {
  const counts = new Map<string, IssueCount>();
  addCounts(counts, issues);
  return mostFrequentFirst(counts);
}

export const emptySummary = (head: FileHead, fileIssues: readonly Issue[]): FileSummary => ({ ...head, rows: 0, accepted: 0, repeated: 0, refused: 0, issueCounts: countIssues(fileIssues), recordCounts: {} });

/** Every row of a file is accepted, repeated or refused; nothing else can become of it. */
export async function accountForRows(head: FileHead, drafts: Iterable<RowDraft>, onRows: OnRows): Promise<FileSummary> {
  const firstRows = new Map<string, number>();
  const issueCounts = new Map<string, IssueCount>();
  const records: Partial<Record<ImportRecord['kind'], number>> = {};
  const counts = { rows: 0, accepted: 0, repeated: 0, refused: 0 };
  let batch: RowResult[] = [];
  for (const draft of drafts) {
    const result = resultOf(draft, firstRows);
    counts.rows++;
    counts[result.outcome]++;
    addCounts(issueCounts, result.row.issues);
    for (const { kind } of result.row.records) records[kind] = (records[kind] ?? 0) + 1;
    batch.push(result.row);
    if (batch.length === ROWS_PER_BATCH) {
      await onRows(batch);
      batch = [];
    }
  }
  if (batch.length > 0) await onRows(batch);
  return { ...head, ...counts, issueCounts: mostFrequentFirst(issueCounts), recordCounts: records };
}

function resultOf(draft: RowDraft, firstRows: Map<string, number>): { outcome: 'accepted' | 'repeated' | 'refused'; row: RowResult } {
  const { row, issues, areaClaims } = draft;
  if (issues.some(({ severity }) => severity === 'error')) return { outcome: 'refused', row: resultRow(draft, [], issues, areaClaims) };
  const first = firstRows.get(draft.fingerprint);
  if (first !== undefined) return { outcome: 'repeated', row: resultRow(draft, [], [issue('rowRepeated', 'info', { row, value: String(first) })], []) };
  firstRows.set(draft.fingerprint, row);
  return { outcome: 'accepted', row: resultRow(draft, draft.records, issues, areaClaims) };
}

const LONGEST_VALUE = 500;

/** The issue with no more of the value than a person reads: a cell may hold a book. */
export const shortened = (found: Issue): Issue => ((found.value?.length ?? 0) > LONGEST_VALUE ? { ...found, value: `${found.value?.slice(0, LONGEST_VALUE) ?? ''}…` } : found);

/** The cells are made when they are asked for: most rows are taken, and then nobody asks. */
const resultRow = (draft: RowDraft, records: RowResult['records'], issues: RowResult['issues'], areaClaims: RowResult['areaClaims']): RowResult =>
  ({ row: draft.row, records, issues: issues.map(shortened), areaClaims, get cells() { return draft.cells(); } });

/** Head of a file of which nothing is known yet. */
export const unknownHead = (source: string, reportedOn: IsoDate | null): FileHead => ({ profile: null, container: null, sheet: null, source, reportedOn, reportedOnFrom: reportedOn === null ? null : 'option', columns: [], tags: null, mark: null, certainty: 'none', sheets: [], mapping: null });
