import { issue } from '#domain/issue';
import type { RowDraft } from '../row-draft';
import { cellsBeyondHeaders, type Table, type TableRow } from '../table';

/**
 * Drafts of a table, one at a time as they are wanted, so that no more of them stand in memory than are looked at.
 * Refuses the rows that have cells beyond the last header: their values stand in the wrong columns.
 */
export function* draftRows(table: Table, draftOf: (row: TableRow) => RowDraft): Generator<RowDraft> {
  for (const row of table.rows) {
    const draft = draftOf(row);
    const beyond = cellsBeyondHeaders(table, row);
    if (beyond !== null) draft.issues.push(issue('cellsBeyondHeaders', 'error', { row: row.row, value: beyond, expected: String(table.headers.length) }));
    yield draft;
  }
}
