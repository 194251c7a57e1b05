import { issue, type Issue } from '#domain/issue';
import { contactColumns } from './case-data';
import type { Table } from './table';

/** Says which columns of a table nothing is read from, so that none is left out in silence. Columns without a header, and those of contacts, are said elsewhere or are none. */
export function unreadColumns(table: Table, read: Iterable<number>): Issue[] {
  const known = new Set([...read, ...contactColumns(table.headers, false, table.tags)]);
  const unread = table.headers.filter((header, column) => !known.has(column) && !/^\(\d+\)$/.test(header));
  return unread.length === 0 ? [] : [issue('columnsNotRead', 'info', { column: unread.join(', '), expected: String(unread.length) })];
}
