import type { Cell, Worksheet } from 'exceljs';
import { guardFormula } from './formula-guard';

/** A cell that goes out. Null is empty. */
export type OutCell = string | number | null;

/** What a spreadsheet takes in one cell. */
const MAX_CELL_LENGTH = 32_767;
const MAX_SHEET_NAME = 31;
const NARROWEST = 8;
const WIDEST = 60;
/** Headers are in two languages: they break over lines before they make a narrow column wide. */
const WIDEST_BY_HEADER = 24;
/** Rows that are looked at for the width of a column. */
const ROWS_MEASURED = 1000;
const ISO_DATE = /^(19|20)\d{2}-\d{2}-\d{2}$/;

/** Sheet names of a spreadsheet are short and have no brackets, colons, slashes, stars or question marks. */
export const sheetName = (title: string): string => title.replace(/[[\]:*?/\\']/g, ' ').replace(/\s+/g, ' ').trim().slice(0, MAX_SHEET_NAME).trim().replace(/^(sources|history)$/i, '') || 'Table';

/** Signs that XML has no word for: control signs but tab and line breaks, halves of surrogate pairs, and two that are no characters. */
const UNWRITABLE = /(?![\t\n\r\u0080-\u009f])\p{Cc}|\p{Cs}|\ufffe|\uffff/gu;

/** What a workbook takes for a sign in disguise: its own mark is written as one. */
const DISGUISED = /_(?=x[0-9a-f]{4}_)/gi;

/** A text as a workbook can hold it: guarded, and not longer than a cell. */
export function workbookText(text: string): string {
  const guarded = guardFormula(text.replace(UNWRITABLE, '').replace(DISGUISED, '_x005F_'));
  return guarded.length > MAX_CELL_LENGTH ? `${guarded.slice(0, MAX_CELL_LENGTH - 1)}…` : guarded;
}

/** Writes one value: numbers as numbers, `YYYY-MM-DD` of a date column as a date, text as text that nothing runs. */
export function setCell(cell: Cell, value: OutCell, isDate: boolean): void {
  if (value === null || value === '') return;
  if (typeof value === 'number') cell.value = value;
  else if (isDate && ISO_DATE.test(value)) {
    cell.value = new Date(`${value}T00:00:00Z`);
    cell.numFmt = 'yyyy-mm-dd';
  } else cell.value = workbookText(value);
}

/** Widths by what stands in the columns, so that dates are never `####` and one long text does not push the rest away. */
export function fitColumns(sheet: Worksheet, headers: readonly string[], rows: readonly (readonly OutCell[])[]): void {
  headers.forEach((header, index) => {
    let longest = Math.min(longestLine(header), WIDEST_BY_HEADER);
    for (const row of rows.slice(0, ROWS_MEASURED)) longest = Math.max(longest, longestLine(String(row[index] ?? '')));
    sheet.getColumn(index + 1).width = Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
  });
}

const longestLine = (text: string): number => text.split('\n').reduce((longest, line) => Math.max(longest, line.length), 0);
