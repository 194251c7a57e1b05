import { issue } from '#domain/issue';
import type { RowDraft } from '../row-draft';
import { cellsBeyondHeaders, type Table } from '../table';

/** Refuses the rows that have cells beyond the last header: their values stand in the wrong columns. */
export function withCellsBeyond(table: Table, drafts: readonly RowDraft[]): void {
  const byRow = new Map(table.rows.map((row) => [row.row, row]));
  for (const draft of drafts) {
    const row = byRow.get(draft.row);
    const beyond = row ? cellsBeyondHeaders(table, row) : null;
    if (beyond !== null) draft.issues.push(issue('cellsBeyondHeaders', 'error', { row: draft.row, value: beyond, expected: String(table.headers.length) }));
  }
}
