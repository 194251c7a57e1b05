import { stringify } from 'csv-stringify/sync';
import { guardFormula } from './formula-guard';

/** One column of a table that goes out: header for people, HXL hashtag for machines. A value of null is an empty cell. */
export interface TableColumn<Row> {
  readonly key: string;
  readonly header: string;
  readonly hxl: string;
  value(row: Row): string | number | null;
}

/** What a table must not lose on its way: title, whether it is exercise data, what it stands on. */
export interface TableMeta {
  readonly title: string;
  readonly exercise: boolean;
  readonly sources: readonly string[];
}

export type TableFormat = 'csv' | 'hxl' | 'xlsx';

export const EXERCISE_NOTICE = 'Données d’exercice — fictives / Exercise data — fictional';

const NOTICE_KEY = 'notice';
const NOTICE_HEADER = 'Avis / Notice';
const MAX_SHEET_NAME = 31;
const COLUMN_WIDTH = 24;

/**
 * Writes a table as CSV, as CSV with a row of HXL hashtags, or as XLSX with title and sources on a second sheet.
 * Exercise data say so in a column of every row, so that no copy of a part loses it. In CSV, texts that a spreadsheet would run as formulas are guarded; in a workbook a text cell is a text.
 */
export async function writeTable<Row>(format: TableFormat, columns: readonly TableColumn<Row>[], rows: readonly Row[], meta: TableMeta): Promise<string | Uint8Array> {
  const withNotice = meta.exercise && !columns.some(({ key }) => key === NOTICE_KEY);
  const all: readonly TableColumn<Row>[] = withNotice ? [...columns, { key: NOTICE_KEY, header: NOTICE_HEADER, hxl: '#meta+notice', value: () => EXERCISE_NOTICE }] : columns;
  const cells = rows.map((row) => all.map((column) => column.value(row)));
  if (format === 'xlsx') return writeWorkbook(all.map(({ header }) => header), cells, meta);
  const heads = [all.map(({ header }) => header), ...(format === 'hxl' ? [all.map(({ hxl }) => hxl)] : [])];
  return stringify([...heads, ...cells].map((line) => line.map((value) => (typeof value === 'string' ? guardFormula(value) : value))));
}

/** Sheet names of a spreadsheet are short and have no brackets, colons, slashes, stars or question marks. */
const sheetName = (title: string): string => title.replace(/[[\]:*?/\\']/g, ' ').replace(/\s+/g, ' ').trim().slice(0, MAX_SHEET_NAME).replace(/^sources$/i, '') || 'Table';

/** The library that writes styled workbooks is large: it is loaded when the first one is asked for. */
async function writeWorkbook(headers: readonly string[], cells: readonly (readonly (string | number | null)[])[], meta: TableMeta): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet(sheetName(meta.title), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow([...headers]).font = { bold: true };
  for (const row of cells) sheet.addRow([...row]);
  for (let i = 1; i <= headers.length; i++) sheet.getColumn(i).width = COLUMN_WIDTH;
  const about = workbook.addWorksheet('Sources');
  for (const line of [meta.title, ...(meta.exercise ? [EXERCISE_NOTICE] : []), 'Sources', ...meta.sources]) about.addRow([line]);
  about.getColumn(1).width = COLUMN_WIDTH * 4;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
