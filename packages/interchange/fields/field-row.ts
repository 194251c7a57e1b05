import type { IsoDate } from '#domain/dates';
import { issue, type Issue } from '#domain/issue';
import type { IssueCode } from '#domain/issue-codes';
import type { Vocabulary } from '#domain/vocabulary';
import { cellText, isMonthAlone, isNoValue, numericDate, parseAmount, parseCoordinate, parseDate, parsePeople, parseWhole, type Cell, type MonthSide, type Parsed } from '../cell-values';
import { dateOrderOf } from '../date-order';
import { withoutContacts, withoutPersonalData } from '../free-text-privacy';
import type { ReadContext } from '../row-draft';
import type { Table, TableRow } from '../table';
import type { TableRecordKind } from './field-names';
import { codeInList, labelsOf } from './list-codes';
import { splitCell } from './list-cells';

/** A table of which every column that is read has a field. */
export interface FieldTable {
  readonly table: Table;
  readonly recordKind: TableRecordKind;
  /** Columns of each field, as they stand. Several columns of a number are added up, of a text joined where the field takes several, else the first that is filled counts. */
  readonly columns: ReadonlyMap<string, readonly number[]>;
  /** Scheme of the records whose row gives no id. */
  readonly scheme: string;
  /** True: a template of ours. A value outside a list, or a broken id, refuses the row. */
  readonly strict: boolean;
  readonly context: ReadContext;
}

const NONE: readonly number[] = [];

/** Reads the cells of one row by field, and collects what is wrong with them. */
export class FieldRow {
  readonly issues: Issue[] = [];

  constructor(
    readonly of: FieldTable,
    readonly row: TableRow,
  ) {}

  has(...names: readonly string[]): boolean {
    return names.some((name) => this.of.columns.has(name));
  }

  header(name: string): string | null {
    const column = this.of.columns.get(name)?.[0];
    return column === undefined ? null : (this.of.table.headers[column] ?? null);
  }

  report(code: IssueCode, severity: Issue['severity'], name: string, expected: string | null = null, value: string | null = this.text(name)): void {
    this.issues.push(issue(code, severity, { row: this.row.row, column: this.header(name), value, expected }));
  }

  /** Columns of the field in which the row has something. */
  #filled(name: string): readonly number[] {
    const columns = this.of.columns.get(name);
    return columns === undefined ? NONE : columns.filter((column) => cellText(this.row.cells[column] ?? null) !== '');
  }

  #cells(name: string): readonly Cell[] {
    return this.#filled(name).map((column) => this.row.cells[column] ?? null);
  }

  /** The text of the field in one line; null: empty, or there is no such column. */
  text(name: string): string | null {
    const [cell] = this.#cells(name);
    return cell === undefined ? null : cellText(cell).replace(/\s+/g, ' ') || null;
  }

  /** The values of a field that takes several. */
  texts(name: string): (string | null)[] {
    return this.#cells(name).flatMap((cell) => splitCell(cellText(cell)));
  }

  /** A text that a person wrote: contacts and names of persons are taken out and counted, the value is left out of the issue. */
  freeText(name: string): string | null {
    const given = cellText(this.#cells(name)[0] ?? null).replace(/[ \t]+/g, ' ') || null;
    return given === null ? null : this.#dropped(name, withoutPersonalData(given));
  }

  /** Names of organisations and places: only contacts are taken out, for many are named after a person. */
  name(name: string): string | null {
    const given = this.text(name);
    return given === null ? null : this.#dropped(name, withoutContacts(given));
  }

  names(name: string): (string | null)[] {
    return this.texts(name).map((given) => (given === null ? null : this.#dropped(name, withoutContacts(given))));
  }

  #dropped(name: string, { text, found }: { readonly text: string; readonly found: readonly string[] }): string {
    if (found.length > 0) this.report('personalDataDropped', 'warning', name, found.join(', '), null);
    return text;
  }

  /** A date; unreadable ones are reported, by default as an error. `month`: which day a month alone stands for; left out: it is no date. */
  date(name: string, severity: Issue['severity'] = 'error', month: MonthSide | null = null): IsoDate | null {
    const column = this.#filled(name)[0];
    if (column === undefined) return null;
    const cell = this.row.cells[column] ?? null;
    const order = !this.of.strict && numericDate(cellText(cell)) !== null ? dateOrderOf(this.of.table, column) : 'dayFirst';
    const parsed = parseDate(cell, { month, order });
    if (parsed.ok && order === 'monthFirst') this.report('dateMonthFirst', 'info', name, parsed.value);
    if (parsed.ok && month !== null && isMonthAlone(cell)) this.report('dateMonthAlone', 'info', name, parsed.value);
    return this.#parsed(name, parsed, 'dateInvalid', severity, 'JJ/MM/AAAA, YYYY-MM-DD');
  }

  whole(name: string): number | null {
    const cells = this.#cells(name);
    if (cells.length === 0) return null;
    let sum: number | null = null;
    for (const cell of cells) {
      const parsed = parseWhole(cell);
      if (!parsed.ok) return this.#parsed<number>(name, parsed, 'numberInvalid', 'error', '0, 1, 2 …');
      if (parsed.value !== null) sum = (sum ?? 0) + parsed.value;
    }
    return sum;
  }

  /** People counted or estimated, of all columns together; null if one of them is empty: a part is not all. What is no number is an error. */
  people(name: string): number | null {
    let sum: number | null = 0;
    for (const column of this.of.columns.get(name) ?? []) {
      const parsed = parsePeople(this.row.cells[column] ?? null);
      if (!parsed.ok) return this.#parsed<number>(name, parsed, 'numberInvalid', 'error', '≥ 0');
      sum = sum === null || parsed.value === null ? null : sum + parsed.value;
    }
    return this.has(name) ? sum : null;
  }

  amount(name: string, severity: Issue['severity'] = 'error'): number | null {
    return this.#parsed(name, parseAmount(this.#cells(name)[0] ?? null), 'numberInvalid', severity, '≥ 0');
  }

  coordinate(name: string): number | null {
    return this.#parsed(name, parseCoordinate(this.#cells(name)[0] ?? null), 'numberInvalid', 'error', '-1.25');
  }

  #parsed<T>(name: string, parsed: Parsed<T>, code: IssueCode, severity: Issue['severity'], expected: string): T | null {
    if (parsed.ok) return parsed.value;
    this.report(code, severity, name, expected);
    return null;
  }

  /** A term of a list, or of the wordings of the field for it. Null: empty, or in no list (reported: an error in a template). */
  term<Code extends string>(name: string, list: Vocabulary<Code>, wordedAs: (given: string) => Code | null = () => null): Code | null {
    const given = this.text(name);
    return given === null ? null : this.termOf(name, given, list, wordedAs);
  }

  terms<Code extends string>(name: string, list: Vocabulary<Code>, wordedAs: (given: string) => Code | null = () => null): Code[] {
    const known = (given: string): boolean => codeInList(list, given) !== null || wordedAs(given) !== null;
    // Surveys write the choices of a question with spaces between them.
    const parted = (given: string): string[] => (codeInList(list, given) === null && given.split(/[\s,]+/).every(known) ? given.split(/[\s,]+/) : [given]);
    const found = this.texts(name).flatMap((given) => (given === null ? [] : (this.of.strict ? [given] : parted(given)).flatMap((each) => this.termOf(name, each, list, wordedAs) ?? [])));
    return [...new Set(found)];
  }

  termOf<Code extends string>(name: string, given: string, list: Vocabulary<Code>, wordedAs: (given: string) => Code | null = () => null): Code | null {
    const code = codeInList(list, given) ?? (this.of.strict ? null : wordedAs(given));
    if (code === null) this.report(this.of.strict ? 'listValueUnknown' : 'valueNotInList', this.of.strict ? 'error' : 'warning', name, labelsOf(list), given);
    return code;
  }

  /** Reports a missing number or date as an error: `ND` is missing too. */
  requireKnown(name: string): void {
    if (isNoValue(this.text(name) ?? '-')) this.report('valueMissing', 'error', name);
  }

  /** Reports a missing value as an error. */
  require(name: string): void {
    if (this.text(name) === null) this.report('valueMissing', 'error', name);
  }
}
