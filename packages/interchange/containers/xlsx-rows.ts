import type { Cell } from '../cell-values';
import { MAX_CELL_LENGTH } from './csv-rows';
import { storableText, withoutCdata, withoutSections, xmlAttribute, xmlText } from './xml-text';

/** What the cells of a sheet lean on. */
export interface CellContext {
  readonly sharedStrings: readonly (string | null)[];
  /** By number of style: whether it shows dates. */
  readonly dates: readonly boolean[];
  /** Days between the two calendars of spreadsheets: 0, or 1462 for workbooks that count from 1904. */
  readonly daysAhead: number;
}

/** Row and cells as the sheet has them; the cells that lie between are empty. */
export interface SheetRow {
  /** 1-based, as the spreadsheet counts. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** What is wrong with a sheet as a whole. */
export class SheetFault extends Error {
  readonly kind: 'truncated' | 'cellTooLong';
  constructor(kind: SheetFault['kind'], where: string) {
    super(where);
    this.kind = kind;
  }
}

const MAX_ROW_TEXT = 4_000_000;
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const SERIAL_OF_1970 = 25_569;
const MS_PER_DAY = 86_400_000;

/** Rows of a sheet from the text of its XML, which comes in parts; `tail` gets the text behind the last row. Throws `SheetFault`. */
export function* sheetRows(parts: Iterable<string>, context: CellContext, tail: (text: string) => void): Generator<SheetRow> {
  let text = '';
  let prefix: string | null = null;
  let last = 0;
  let ended = false;
  for (const part of parts) {
    text += part;
    if (ended) continue;
    prefix ??= /<(\w+:)?sheetData[\s/>]/.exec(text) === null ? null : (/<(\w+:)?sheetData[\s/>]/.exec(text)?.[1] ?? '');
    if (prefix === null) {
      if (text.length > MAX_ROW_TEXT) throw new SheetFault('cellTooLong', '0');
      continue;
    }
    let at = 0;
    for (;;) {
      const open = nextRow(text, prefix, at);
      if (open === 'more') break;
      if (open === 'end') {
        ended = true;
        break;
      }
      const tagEnd = text.indexOf('>', open);
      if (tagEnd < 0) break;
      const selfClosed = text.charCodeAt(tagEnd - 1) === 47;
      const close = selfClosed ? tagEnd : text.indexOf(`</${prefix}row>`, tagEnd);
      if (close < 0) break;
      last = rowNumber(text.slice(open, tagEnd), last);
      if (!selfClosed) yield { row: last, cells: cellsOf(text.slice(tagEnd + 1, close), prefix, context) };
      at = selfClosed ? tagEnd + 1 : close + 1;
    }
    text = text.slice(at);
    if (!ended && text.length > MAX_ROW_TEXT) throw new SheetFault('cellTooLong', String(last + 1));
  }
  if (!ended && !/<(?:\w+:)?sheetData\s*\/>|<\/(?:\w+:)?sheetData>/.test(text)) throw new SheetFault('truncated', String(last + 1));
  tail(text);
}

/** Where the next row begins; `end`: there is none any more; `more`: the text so far does not tell. */
function nextRow(text: string, prefix: string, from: number): number | 'end' | 'more' {
  for (let at = text.indexOf(`<${prefix}row`, from); at >= 0; at = text.indexOf(`<${prefix}row`, at + 1)) {
    const sign = text.charCodeAt(at + prefix.length + 4);
    if (sign === 32 || sign === 62 || sign === 47 || sign === 10 || sign === 13 || sign === 9) return at;
  }
  return text.includes(`</${prefix}sheetData>`, from) ? 'end' : 'more';
}

/** A row that does not say its number, or an impossible one, follows the one before. */
function rowNumber(tag: string, last: number): number {
  const given = Number(/\sr="(\d{1,7})"/.exec(tag)?.[1] ?? Number.NaN);
  return given > last && given <= LAST_ROW ? given : last + 1;
}

function cellsOf(text: string, prefix: string, context: CellContext): Cell[] {
  const cells: Cell[] = [];
  const opening = `<${prefix}c`;
  const closing = `</${prefix}c>`;
  let at = text.indexOf(opening);
  while (at >= 0) {
    const tagEnd = text.indexOf('>', at);
    if (tagEnd < 0) break;
    const sign = text.charCodeAt(at + opening.length);
    if (sign !== 32 && sign !== 62 && sign !== 47) {
      at = text.indexOf(opening, tagEnd);
      continue;
    }
    const tag = text.slice(at + opening.length, tagEnd);
    const column = columnOf(tag) ?? cells.length;
    if (tag.endsWith('/')) {
      at = text.indexOf(opening, tagEnd);
      continue;
    }
    const close = text.indexOf(closing, tagEnd);
    const value = cellValue(tag, text.slice(tagEnd + 1, close < 0 ? text.length : close), prefix, context);
    if (typeof value === 'string' && value.length > MAX_CELL_LENGTH) throw new SheetFault('cellTooLong', tag);
    if (value !== null) {
      while (cells.length < column) cells.push(null);
      cells[column] = value;
    }
    at = close < 0 ? -1 : text.indexOf(opening, close + closing.length);
  }
  return cells;
}

/** 0-based column of a reference such as `AB12`; null where there is none, or one beyond the last column. */
function columnOf(tag: string): number | null {
  const start = tag.indexOf(' r="');
  if (start < 0) return null;
  let column = 0;
  for (let at = start + 4; at < tag.length; at++) {
    const letter = tag.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
    if (column > LAST_COLUMN) return null;
  }
  return column === 0 ? null : column - 1;
}

function cellValue(tag: string, content: string, prefix: string, context: CellContext): Cell {
  const type = / t="(\w+)"/.exec(tag)?.[1] ?? 'n';
  if (type === 'inlineStr') return textCell(richText(content));
  const value = between(content, `<${prefix}v`, `</${prefix}v>`);
  if (value === null || value === '') return null;
  switch (type) {
    case 's': return context.sharedStrings[Number(value)] ?? null;
    case 'str': return textCell(xmlText(value));
    case 'b': return value === '1' || value === 'true';
    case 'd': return dateText(value);
    // An error that a formula ended in: the value is not known.
    case 'e': return null;
    default: return numberCell(Number(value), Number(/ s="(\d+)"/.exec(tag)?.[1] ?? 0), context);
  }
}

function numberCell(value: number, style: number, { dates, daysAhead }: CellContext): Cell {
  if (!Number.isFinite(value)) return null;
  if (dates[style] !== true) return value;
  const date = new Date(Math.round((value + daysAhead - SERIAL_OF_1970) * MS_PER_DAY));
  return Number.isNaN(date.getTime()) ? value : date;
}

function dateText(value: string): Cell {
  const date = new Date(/(?:Z|[+-]\d\d:\d\d)$/.test(value) ? value : `${value}Z`);
  return Number.isNaN(date.getTime()) ? textCell(value) : date;
}

function between(text: string, opening: string, closing: string): string | null {
  const open = text.indexOf(opening);
  const start = open < 0 ? -1 : text.indexOf('>', open);
  const end = start < 0 ? -1 : text.indexOf(closing, start);
  return end < 0 ? null : text.slice(start + 1, end);
}

const textCell = (text: string): Cell => storableText(text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text).trim() || null;

/** Text of a string that may change its letters on the way; how it is read aloud (phonetic runs) is no part of it. */
export function richText(content: string): string {
  let joined = '';
  const plain = withoutCdata(content);
  const written = plain.includes('rPh') ? withoutSections(plain, '<rPh', '/rPh>') : plain;
  for (const [, text = ''] of written.matchAll(/<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)</g)) joined += xmlText(text);
  return joined;
}

/** Strings that the cells refer to by number, trimmed. */
export function sharedStringsOf(parts: Iterable<string>): (string | null)[] {
  const strings: (string | null)[] = [];
  let text = '';
  for (const part of parts) {
    text += part;
    const close = Math.max(text.lastIndexOf('</si>'), text.lastIndexOf(':si>'), text.lastIndexOf('<si/>'));
    if (close < 0) {
      if (text.length > MAX_ROW_TEXT) throw new SheetFault('cellTooLong', '0');
      continue;
    }
    const whole = text.slice(0, close + 5);
    for (const [, content = ''] of whole.matchAll(/<(?:\w+:)?si(?:\s[^<>]*)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g)) {
      const cell = textCell(richText(content));
      strings.push(typeof cell === 'string' ? cell : null);
    }
    text = text.slice(close + 5);
  }
  return strings;
}

/** A range of cells that the sheet shows as one. Rows 1-based, columns 0-based. */
export interface Merge { readonly top: number; readonly bottom: number; readonly column: number }
const MAX_MERGES = 100_000;
/** Merges that a row lies in: more columns than that are not merged by anybody. */
const MERGES_AT_A_TIME = 300;

/** Merged ranges of more than one row, in the order of their rows. */
export function mergesOf(tail: string): Merge[] {
  const merges: Merge[] = [];
  for (const [, tag = ''] of tail.matchAll(/<(?:\w+:)?mergeCell\s([^<>]*)>/g)) {
    const [, from = '', top = '', bottom = ''] = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(xmlAttribute(tag, 'ref') ?? '') ?? [];
    const column = columnOf(` r="${from}"`);
    if (column !== null && Number(bottom) > Number(top)) merges.push({ top: Number(top), bottom: Number(bottom), column });
    if (merges.length >= MAX_MERGES) break;
  }
  return merges.sort((a, b) => a.top - b.top);
}

/**
 * What a merged cell says holds for all its rows that say something else besides: a person sees it so. Numbers stay in the first row,
 * because a count that is repeated would be counted again.
 */
export function* filledDown(rows: Iterable<SheetRow>, merges: readonly Merge[]): Generator<SheetRow> {
  let next = 0;
  let active: (Merge & { value: Cell })[] = [];
  for (const given of rows) {
    let cells = given.cells;
    if (active.length > 0) active = active.filter(({ bottom }) => bottom >= given.row);
    for (const { column, value } of active) {
      if (cells.length === 0 || (cells[column] ?? null) !== null) continue;
      const copy = [...cells];
      while (copy.length < column) copy.push(null);
      copy[column] = value;
      cells = copy;
    }
    for (; next < merges.length; next++) {
      const merge = merges[next];
      if (merge === undefined || merge.top > given.row) break;
      const value = merge.top === given.row ? (given.cells[merge.column] ?? null) : null;
      if (value !== null && typeof value !== 'number' && active.length < MERGES_AT_A_TIME) active.push({ ...merge, value });
    }
    yield { row: given.row, cells };
  }
}
