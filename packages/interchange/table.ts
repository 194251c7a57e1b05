import { cellText, type Cell } from './cell-values';
import { withoutGuard } from './formula-guard';
import { normaliseName } from '#domain/normalise-name';
import { ISSUE_COLUMNS } from './refused-columns';

/** A sheet or a CSV file, row by row; `rows[0]` is row 1 of the spreadsheet. */
export interface Sheet {
  readonly name: string | null;
  readonly rows: readonly (readonly Cell[])[];
}

export interface TableRow {
  /** As the spreadsheet counts: the first row of the sheet is 1. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** A sheet whose header row is known. */
export interface Table {
  readonly sheet: string | null;
  readonly headerRow: number;
  /** As in the file; an empty or repeated header is told apart by its position. */
  readonly headers: readonly string[];
  /** The headers as they are compared. */
  readonly keys: readonly string[];
  readonly rows: readonly TableRow[];
}

const isFilled = (cell: Cell): boolean => cellText(cell) !== '';

export const isFilledSheet = (sheet: Sheet): boolean => sheet.rows.some((row) => row.some(isFilled));

/** A row of HXL hashtags under the headers says what the columns are; it is not data. */
const isHashtagRow = (cells: readonly Cell[]): boolean => {
  const filled = cells.filter(isFilled);
  return filled.length > 1 && filled.every((cell) => /^#[a-z]/.test(cellText(cell)));
};

/** A file of refused rows that comes back corrected has our own columns in front: they are set aside. */
const ownColumns = (cells: readonly Cell[]): number => (ISSUE_COLUMNS.every((name, i) => cellText(cells[i] ?? null) === name) ? ISSUE_COLUMNS.length : 0);

function headersOf(cells: readonly Cell[]): string[] {
  const seen = new Map<string, number>();
  let last = cells.length;
  while (last > 0 && !isFilled(cells[last - 1] ?? null)) last--;
  return cells.slice(0, last).map((cell, i) => {
    const text = cellText(cell);
    if (text === '') return `(${String(i + 1)})`;
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    return count === 1 ? text : `${text} (${String(count)})`;
  });
}

/** Reads the sheet with the given row (0-based) as header. Rows that are empty, or hold only hashtags, are no rows of data. */
export function tableAt(sheet: Sheet, headerIndex: number): Table {
  const headerCells = sheet.rows[headerIndex] ?? [];
  const skip = ownColumns(headerCells);
  const headers = headersOf(headerCells.slice(skip).map((cell) => (skip > 0 && typeof cell === 'string' ? withoutGuard(cell) : cell)));
  const rows: TableRow[] = [];
  for (let i = headerIndex + 1; i < sheet.rows.length; i++) {
    const given = (sheet.rows[i] ?? []).slice(skip);
    const cells = skip === 0 ? given : given.map((cell) => (typeof cell === 'string' ? withoutGuard(cell) : cell));
    if (cells.some(isFilled) && !isHashtagRow(cells)) rows.push({ row: i + 1, cells });
  }
  return { sheet: sheet.name, headerRow: headerIndex + 1, headers, keys: headers.map(normaliseName), rows };
}

const HEADER_ROWS_TRIED = 20;

/** Finds the header row that a profile recognises: titles and blank rows may stand above it. Null: no row of the first twenty fits. */
export function findTable(sheet: Sheet, recognises: (keys: readonly string[]) => boolean): Table | null {
  for (let i = 0; i < Math.min(HEADER_ROWS_TRIED, sheet.rows.length); i++) {
    const cells = sheet.rows[i] ?? [];
    if (cells.filter(isFilled).length < 2) continue;
    const keys = headersOf(cells.slice(ownColumns(cells))).map(normaliseName);
    if (recognises(keys)) return tableAt(sheet, i);
  }
  return null;
}

/** The row that most looks like a header, for the columns of a file that no profile fits. */
export function likelyTable(sheet: Sheet): Table {
  const counts = sheet.rows.slice(0, HEADER_ROWS_TRIED).map((row) => row.filter(isFilled).length);
  const widest = Math.max(0, ...counts);
  return tableAt(sheet, Math.max(0, counts.findIndex((count) => count > 0 && count * 2 >= widest)));
}

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
