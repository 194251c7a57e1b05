import { issue } from '#domain/issue';
import { digestOf, type RowDraft } from '../row-draft';
import { cellsBeyondHeaders, cellsByHeader, type Table, type TableRow } from '../table';
import { isRowOfTotals } from './rows-of-totals';

/**
 * Drafts of a table, one at a time as they are wanted, so that no more of them stand in memory than are looked at.
 * Refuses the rows that have cells beyond the last header: their values stand in the wrong columns. Totals and notes under the table are
 * accounted for, and are no records.
 */
export function* draftRows<Draft extends RowDraft>(table: Table, draftOf: (row: TableRow) => Draft): Generator<Draft | RowDraft> {
  for (const row of table.rows) {
    if (isRowOfTotals(row.cells, table.headers.length)) {
      yield totalsDraft(table, row);
      continue;
    }
    const draft = draftOf(row);
    const beyond = cellsBeyondHeaders(table, row);
    if (beyond !== null) draft.issues.push(issue('cellsBeyondHeaders', 'error', { row: row.row, value: beyond, expected: String(table.headers.length) }));
    yield draft;
  }
}

/** Two rows of totals may be the same: their place tells them apart. */
const totalsDraft = (table: Table, row: TableRow): RowDraft => ({
  row: row.row,
  records: [],
  issues: [issue('rowOfTotals', 'info', { row: row.row })],
  areaClaims: [],
  fingerprint: digestOf(['totals', row.row]),
  cells: () => cellsByHeader(table, row),
});
