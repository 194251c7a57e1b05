import { cellText, numericDate, type DateOrder } from './cell-values';
import type { Table } from './table';

const ROWS_LOOKED_AT = 5000;
/** One or two such dates may be slips; more are a habit. */
const PROOFS_NEEDED = 3;
const known = new WeakMap<Table, Map<number, DateOrder>>();

/**
 * Whether a column has the month before the day, as American spreadsheets write it: several of its dates can be nothing else (`05/31/2025`), and
 * none can be the other (`31/05/2025`). With less proof, which of the two is meant stays open; with none the day comes first.
 */
export function dateOrderOf(table: Table, column: number): DateOrder {
  const columns = known.get(table) ?? new Map<number, DateOrder>();
  known.set(table, columns);
  const found = columns.get(column) ?? orderOf(table, column);
  columns.set(column, found);
  return found;
}

function orderOf(table: Table, column: number): DateOrder {
  let proofs = 0;
  let looked = 0;
  for (const { cells } of table.rows) {
    if (++looked > ROWS_LOOKED_AT) break;
    const date = numericDate(cellText(cells[column] ?? null));
    if (date !== null && date.first > 12) return 'dayFirst';
    if (date !== null && date.second > 12 && date.second <= 31) proofs++;
  }
  return proofs === 0 ? 'dayFirst' : proofs < PROOFS_NEEDED ? 'open' : 'monthFirst';
}
