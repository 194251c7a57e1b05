import { issue, type Issue } from '#domain/issue';
import { contactColumns } from './case-data';
import { RowList } from './row-list';
import type { Table, TableRow } from './table';

/** The table without what its columns of contacts hold, and what is said of them. Headers stay: a file of refused rows has all of its columns. */
export function withoutContactColumns(table: Table, facilities: boolean): { readonly table: Table; readonly issues: readonly Issue[] } {
  const columns = contactColumns(table.headers, facilities, table.tags);
  if (columns.length === 0) return { table, issues: [] };
  const contacts = new Set(columns);
  const emptied = (row: TableRow): TableRow => ({ row: row.row, cells: row.cells.map((cell, column) => (contacts.has(column) ? null : cell)) });
  const { rows } = table;
  const headers = columns.map((column) => table.headers[column] ?? '').join(', ');
  return {
    table: { ...table, rows: new RowList(function* () { for (const row of rows) yield emptied(row); }) },
    issues: [issue('contactsNotRead', 'warning', { column: headers, expected: String(columns.length) })],
  };
}
