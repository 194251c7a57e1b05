import { stringify } from 'csv-stringify/sync';
import { guardFormula } from './formula-guard';
import { fitColumns, type OutCell, setCell, sheetName, workbookText } from './write-workbook';

/** One column of a table that goes out: header for people, HXL hashtag for machines. A value of null is an empty cell. */
export interface TableColumn<Row> {
  readonly key: string;
  readonly header: string;
  readonly hxl: string;
  /** Values are dates as YYYY-MM-DD: a workbook gets real ones, to sort and filter by. */
  readonly date?: boolean;
  value(row: Row): OutCell;
}

/** What a table must not lose on its way: title, whether it is exercise data, what it stands on, of which day, how it was asked for. */
export interface TableMeta {
  readonly title: string;
  readonly exercise: boolean;
  /** Something is tried out in it: it must never pass for what is established. */
  readonly trial?: boolean;
  /** Empty: the columns of sources in the rows say it. */
  readonly sources: readonly string[];
  readonly date: string;
  readonly parameters: string;
}

export type TableFormat = 'csv' | 'hxl' | 'xlsx';

export const EXERCISE_NOTICE = 'Données d’exercice — fictives / Exercise data — fictional';

const TRIAL_NOTICE = 'Essai, pas un constat / Trial, not established';

/** What stands in the way of taking something for real, as a member of an object; none where nothing does. */
export function noticeOf({ exercise, trial = false }: Pick<TableMeta, 'exercise' | 'trial'>): { notice?: string } {
  const notices = [...(trial ? [TRIAL_NOTICE] : []), ...(exercise ? [EXERCISE_NOTICE] : [])];
  return notices.length === 0 ? {} : { notice: notices.join('. ') };
}

const noticeColumn = (notice: string) => ({ key: 'notice', header: 'Avis / Notice', hxl: '#meta+notice', value: () => notice });

/**
 * Writes a table as CSV, as CSV with a row of HXL hashtags, or as XLSX with a second sheet that says what it stands on. In CSV, which has
 * only rows, date, parameters and sources stand in each of them; exercise data, and what is tried out, say so in every row of every
 * format: no copy of a part loses it. Texts that a spreadsheet would run as formulas are guarded in each format: a workbook may be saved as CSV.
 */
export async function writeTable<Row>(format: TableFormat, columns: readonly TableColumn<Row>[], rows: readonly Row[], meta: TableMeta): Promise<string | Uint8Array> {
  const { notice } = noticeOf(meta);
  const withNotice = notice !== undefined && !columns.some(({ key }) => key === 'notice') ? [noticeColumn(notice)] : [];
  if (format === 'xlsx') return writeWorkbook([...columns, ...withNotice], rows, meta);
  const all: readonly TableColumn<Row>[] = [...columns, ...standingColumns(columns, meta), ...withNotice];
  const heads = [all.map(({ header }) => header), ...(format === 'hxl' ? [all.map(({ hxl }) => hxl)] : [])];
  const cells = rows.map((row) => all.map((column) => guarded(column.value(row))));
  return stringify([...heads, ...cells]);
}

const guarded = (value: OutCell): string | null => (typeof value === 'string' ? guardFormula(value) : value === null ? null : plainNumber(value));

/** Every digit, without an exponent: not everybody who reads a table knows what `1e-7` is. */
function plainNumber(value: number): string {
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent === undefined) return mantissa;
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  const plain = point <= 0 ? `0.${'0'.repeat(-point)}${digits}` : `${digits.padEnd(point, '0').slice(0, point)}${digits.length > point ? `.${digits.slice(point)}` : ''}`;
  return value < 0 ? `-${plain}` : plain;
}

function standingColumns<Row>(columns: readonly TableColumn<Row>[], { sources, date, parameters }: TableMeta): TableColumn<Row>[] {
  const constant = (key: string, header: string, hxl: string, value: string): TableColumn<Row> => ({ key, header, hxl, value: () => value });
  return [
    ...(columns.some(({ key }) => key === 'source') ? [] : [constant('sources', 'Sources', '#meta+source', sources.join('; '))]),
    constant('date', 'Date', '#date', date),
    constant('parameters', 'Paramètres / Parameters', '#meta+parameters', parameters),
  ];
}

/** The library that writes styled workbooks is large: it is loaded when the first one is asked for. */
async function writeWorkbook<Row>(columns: readonly TableColumn<Row>[], rows: readonly Row[], meta: TableMeta): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet(sheetName(meta.title), { views: [{ state: 'frozen', ySplit: 1 }] });
  const headers = columns.map(({ header }) => header);
  const cells = rows.map((row) => columns.map((column) => column.value(row)));
  const head = sheet.addRow(headers);
  head.font = { bold: true };
  head.alignment = { wrapText: true, vertical: 'top' };
  for (const values of cells) {
    const row = sheet.addRow([]);
    columns.forEach((column, index) => setCell(row.getCell(index + 1), values[index] ?? null, column.date === true));
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: cells.length + 1, column: headers.length } };
  fitColumns(sheet, headers, cells);

  const about = workbook.addWorksheet('Sources');
  const sources = meta.sources.length > 0 ? meta.sources : sourcesOf(columns, cells);
  const lines: [string, string][] = [
    ['Titre / Title', meta.title],
    ...Object.values(noticeOf(meta)).map((notice): [string, string] => ['Avis / Notice', notice]),
    ['Date', meta.date],
    ['Paramètres / Parameters', meta.parameters],
    ['Lignes / Rows', String(rows.length)],
    ...sources.map((source): [string, string] => ['Source', source]),
  ];
  for (const [label, text] of lines) about.addRow([label, workbookText(text)]);
  about.getColumn(1).width = 26;
  about.getColumn(1).font = { bold: true };
  about.getColumn(2).width = 100;
  about.getColumn(2).alignment = { wrapText: true, vertical: 'top' };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** What the rows themselves name as their sources, by name. */
function sourcesOf<Row>(columns: readonly TableColumn<Row>[], cells: readonly (readonly OutCell[])[]): string[] {
  const at = columns.flatMap(({ key }, index) => (/^source$|Source$/.test(key) ? [index] : []));
  return [...new Set(cells.flatMap((values) => at.map((index) => String(values[index] ?? ''))))].filter((source) => source !== '').sort();
}
