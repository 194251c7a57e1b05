import type { Workbook, Worksheet } from 'exceljs';
import type { Field } from './fields/field';
import { fieldsByKind, templateMarker, type TableRecordKind } from './fields/field-names';
import { instructionsOf } from './template-instructions';
import { writeAreaLists, type AreaLists } from './write-area-lists';
import type { AreaInTable, RecordCells } from './write-record-cells';
import { EXERCISE_NOTICE } from './write-table';
import { fitColumns, setCell } from './write-workbook';

/** A template, and what it is filled with. */
export interface TemplateContent {
  readonly recordKind: TableRecordKind;
  readonly lang: 'fr' | 'en';
  readonly rows: readonly RecordCells[];
  /** Areas to choose from. */
  readonly areas: readonly AreaInTable[];
  /** Whose rows these are; null: an empty template for anybody. */
  readonly organisation: string | null;
  /** Day on which it was filled. */
  readonly date: string;
  readonly exercise: boolean;
}

/** Row 1 holds the marker, row 2 the headers, row 3 the hashtags. */
const HEADER_ROW = 2;
const FIRST_ROW = 4;
/** Rows below the filled ones that have the drop-down lists too. */
const ROWS_TO_FILL = 300;

const WORDS = {
  fr: { lists: 'Listes', areas: 'Zones', several: 'Plusieurs valeurs\u202f: séparées par un point-virgule.', choose: 'Choisissez dans la liste.', whole: 'Un nombre entier, 0 ou plus.', date: 'Une date, AAAA-MM-JJ.' },
  en: { lists: 'Lists', areas: 'Areas', several: 'Several values: separate them with a semicolon.', choose: 'Choose from the list.', whole: 'A whole number, 0 or more.', date: 'A date, YYYY-MM-DD.' },
} as const;

/** Columns of the template: those of every template of the kind, and any other that a row has something in and that would be lost without. */
const columnsOf = ({ recordKind, rows }: TemplateContent): Field[] =>
  fieldsByKind[recordKind].filter(({ name, template, recordField }) => template || (recordField === 'trainedStaff' || name.endsWith('Code')) && rows.some((row) => (row[name] ?? '') !== ''));

/** A workbook to fill in and send back: rows, lists to choose from, instructions. */
export async function writeTemplate(content: TemplateContent): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const workbook: Workbook = new excel.Workbook();
  const { lang, recordKind, rows, exercise } = content;
  const fields = columnsOf(content);
  const instructions = instructionsOf(content, fields);
  const sheet = workbook.addWorksheet(instructions.sheetName, { views: [{ state: 'frozen', xSplit: Math.min(2, fields.length), ySplit: FIRST_ROW - 1 }] });
  writeHead(sheet, fields, content);
  const cells = rows.map((row) => fields.map(({ name }) => row[name] ?? null));
  for (const values of cells) {
    const row = sheet.addRow([]);
    fields.forEach(({ form, several }, index) => setCell(row.getCell(index + 1), values[index] ?? null, form === 'date' && !several));
  }
  fitColumns(sheet, fields.map((field) => field[lang]), cells);
  sheet.autoFilter = { from: { row: FIRST_ROW - 1, column: 1 }, to: { row: FIRST_ROW - 1 + Math.max(1, rows.length), column: fields.length } };

  writeInstructions(workbook, instructions.lines, exercise);
  const lists = writeLists(workbook, fields, lang);
  const areaLists = fields.some(({ area }) => area !== null) ? writeAreaLists(workbook, WORDS[lang].areas, content.areas) : null;
  addValidations(sheet, fields, content, lists, areaLists);
  workbook.creator = 'Jonction';
  workbook.title = `${recordKind} ${content.date}`;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function writeHead(sheet: Worksheet, fields: readonly Field[], { recordKind, lang, exercise }: TemplateContent): void {
  const mark = sheet.addRow([templateMarker(recordKind), exercise ? EXERCISE_NOTICE : null]);
  mark.font = { size: 8, color: { argb: 'FF808080' } };
  const head = sheet.addRow(fields.map((field) => (field.required ? `${field[lang]} *` : field[lang])));
  head.font = { bold: true };
  head.alignment = { wrapText: true, vertical: 'top' };
  const tags = sheet.addRow(fields.map(({ tag }) => tag));
  tags.font = { size: 8, color: { argb: 'FF808080' } };
  if (head.number !== HEADER_ROW) throw new Error(`Template: headers in row ${HEADER_ROW} expected, not ${head.number}`);
  fields.forEach(({ form, several, name }, index) => {
    const column = sheet.getColumn(index + 1);
    if (form === 'date' && !several) column.numFmt = 'yyyy-mm-dd';
    if (name === 'id' || name === 'structureId') column.font = { color: { argb: 'FF808080' } };
  });
}

function writeInstructions(workbook: Workbook, lines: readonly (readonly [string, string])[], exercise: boolean): void {
  const sheet = workbook.addWorksheet('Instructions');
  if (exercise) sheet.addRow(['', EXERCISE_NOTICE]).font = { bold: true };
  for (const [label, text] of lines) sheet.addRow([label, text]);
  sheet.getColumn(1).width = 44;
  sheet.getColumn(1).font = { bold: true };
  sheet.getColumn(1).alignment = { wrapText: true, vertical: 'top' };
  sheet.getColumn(2).width = 100;
  sheet.getColumn(2).alignment = { wrapText: true, vertical: 'top' };
}

/** One column a code list, its labels below; answers where each list stands. */
function writeLists(workbook: Workbook, fields: readonly Field[], lang: 'fr' | 'en'): Map<string, string> {
  const ranges = new Map<string, string>();
  const lists = [...new Map(fields.flatMap(({ list }) => (list === null ? [] : [[list.name, list] as const]))).values()];
  if (lists.length === 0) return ranges;
  const sheet = workbook.addWorksheet(WORDS[lang].lists, { state: 'hidden' });
  lists.forEach((list, index) => {
    const column = sheet.getColumn(index + 1);
    column.values = [list[lang], ...list.codes.map((code) => list.terms[code]?.[lang] ?? code)];
    ranges.set(list.name, `${WORDS[lang].lists}!$${column.letter}$2:$${column.letter}$${list.codes.length + 1}`);
  });
  return ranges;
}

function addValidations(sheet: Worksheet, fields: readonly Field[], { lang, rows }: TemplateContent, lists: ReadonlyMap<string, string>, areaLists: AreaLists | null): void {
  const words = WORDS[lang];
  const last = FIRST_ROW - 1 + rows.length + ROWS_TO_FILL;
  const letterOf = (name: string): string | null => {
    const index = fields.findIndex((field) => field.name === name);
    return index === -1 ? null : sheet.getColumn(index + 1).letter;
  };
  fields.forEach(({ form, several, list, area }, index) => {
    const { letter } = sheet.getColumn(index + 1);
    // One rule a range: one a cell would be thousands.
    const add = (rule: object): void => {
      (sheet as ValidatedSheet).dataValidations.add(`${letter}${FIRST_ROW}:${letter}${last}`, { allowBlank: true, ...rule });
    };
    // A list of several values is open: what is chosen first may be followed by others.
    const message = several ? { showInputMessage: true, prompt: words.several, showErrorMessage: false } : { showErrorMessage: true, errorStyle: 'stop', error: words.choose };
    const range = list === null ? undefined : lists.get(list.name);
    if (range !== undefined) add({ type: 'list', formulae: [range], ...message });
    else if (area?.part === 'name' && areaLists !== null) {
      const formula = areaLists.formulaFor(area.level, letterOf, FIRST_ROW);
      // Names that are not in the list are matched by the tool: they are asked about, not forbidden.
      if (formula !== null) add({ type: 'list', formulae: [formula], showErrorMessage: false, ...(several ? { showInputMessage: true, prompt: words.several } : {}) });
    } else if (form === 'whole' && !several) add({ type: 'whole', operator: 'greaterThanOrEqual', formulae: [0], showErrorMessage: true, errorStyle: 'stop', error: words.whole });
    else if (form === 'date' && !several) add({ type: 'date', operator: 'between', formulae: [new Date('1990-01-01'), new Date('2100-12-31')], showErrorMessage: true, errorStyle: 'warning', error: words.date });
  });
}

/** The library has this and does not declare it. */
type ValidatedSheet = Worksheet & { readonly dataValidations: { add(range: string, rule: object): void } };
