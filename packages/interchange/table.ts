import { cellText, type Cell } from './cell-values';
import { parseTag } from './hxl-tags';
import { RowList } from './row-list';
import { HEAD_ROWS, likelyHead, ownCells, possibleHeads, type TableHead } from './table-head';

export type { TableHead } from './table-head';

/** A sheet or a CSV file, row by row; the first is row 1 of the spreadsheet. */
export interface Sheet {
  readonly name: string | null;
  readonly rows: RowList<readonly Cell[]>;
}

export interface TableRow {
  /** As the spreadsheet counts: the first row of the sheet is 1. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** A sheet whose headers are known. */
export interface Table extends Omit<TableHead, 'dataIndex' | 'skip'> {
  readonly sheet: string | null;
  readonly rows: RowList<TableRow>;
}

const isFilled = (cell: Cell): boolean => cellText(cell) !== '';

export const isFilledSheet = (sheet: Sheet): boolean => sheet.rows.some((row) => row.some(isFilled));

/** A row of HXL hashtags that is repeated among the data, where a file was put together from several. */
const isRepeatedTags = (cells: readonly Cell[]): boolean => {
  const filled = cells.filter(isFilled);
  return filled.length > 1 && filled.every((cell) => typeof cell === 'string' && cell.startsWith('#') && parseTag(cell) !== null);
};

/** Reads the sheet under the given head. Rows that are empty, or hold only hashtags, are no rows of data. */
function tableUnder(sheet: Sheet, head: TableHead): Table {
  const { dataIndex, skip, ...known } = head;
  return { ...known, sheet: sheet.name, rows: new RowList(() => dataRows(sheet, dataIndex, skip, known.tags !== null)) };
}

function* dataRows(sheet: Sheet, dataIndex: number, skip: number, tagged: boolean): Generator<TableRow> {
  let row = 0;
  for (const given of sheet.rows) {
    row++;
    if (row <= dataIndex) continue;
    const cells = ownCells(given, skip, tagged);
    if (cells.some(isFilled) && !isRepeatedTags(cells)) yield { row, cells };
  }
}

export const headsOfSheet = (sheet: Sheet): TableHead[] => possibleHeads(sheet.rows.slice(0, HEAD_ROWS));

/**
 * Finds the headers that a profile recognises, in the first 25 rows: titles and blank rows may stand above them, they may stand in several rows,
 * and a row of HXL hashtags may stand below. Null: nothing there fits.
 */
export function findTable(sheet: Sheet, recognises: (keys: readonly string[], head: TableHead) => boolean, heads: readonly TableHead[] = headsOfSheet(sheet)): Table | null {
  for (const head of heads) if (recognises(head.keys, head)) return tableUnder(sheet, head);
  return null;
}

/** The table under what most looks like headers, for the columns of a file that no profile fits. */
export const likelyTable = (sheet: Sheet): Table => tableUnder(sheet, likelyHead(sheet.rows.slice(0, HEAD_ROWS)));

/** Index of the first header that fits, trying the patterns in their order; -1 if none. */
export function findColumn(keys: readonly string[], ...patterns: readonly RegExp[]): number {
  for (const pattern of patterns) {
    const index = keys.findIndex((key) => pattern.test(key));
    if (index >= 0) return index;
  }
  return -1;
}

/** The cell of a column, null where the row is shorter or the column is missing (-1). */
export const cellAt = (row: TableRow, column: number): Cell => (column < 0 ? null : (row.cells[column] ?? null));

/** The text of a column, null where it is empty. */
export const textAt = (row: TableRow, column: number): string | null => cellText(cellAt(row, column)) || null;

/** The original cells by header, for the file of refused rows. */
export function cellsByHeader(table: Table, row: TableRow): Record<string, string> {
  return Object.fromEntries(table.headers.map((header, i) => [header, cellText(row.cells[i] ?? null)]));
}

/** Cells to the right of the last header: an unprotected separator has pushed the row aside. Null: none. */
export function cellsBeyondHeaders(table: Table, row: TableRow): string | null {
  const beyond = row.cells.slice(table.headers.length).filter(isFilled).map(cellText);
  return beyond.length > 0 ? beyond.join(' | ') : null;
}
