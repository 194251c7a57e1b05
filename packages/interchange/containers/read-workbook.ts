import type { IsoDate } from '#domain/dates';
import { issue, type Issue } from '#domain/issue';
import { parseDate, type Cell } from '../cell-values';
import { RowList } from '../row-list';
import type { Sheet } from '../table';
import { MAX_CELLS, MAX_ROWS, tooManyBytes, tooManyRows } from './limits';
import { dateStyles } from './xlsx-styles';
import { type CellContext, filledDown, type Merge, mergesOf, SheetFault, sheetRows, sharedStringsOf } from './xlsx-rows';
import { xmlAttribute } from './xml-text';
import { UnpackBudget, unpackText, type ZipEntry, ZipFault } from './zip-entries';

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** When the workbook was last saved, by its own account; null if it does not say. */
  readonly modifiedOn: IsoDate | null;
}

const DAYS_OF_1904 = 1462;
const LONGEST_PART = 20_000_000;

/** Thrown inside where a sheet is more than is read. */
class TooManyRows extends Error {}

/** Whether the files of an archive are those of an XLSX workbook. */
export const isWorkbook = (entries: readonly ZipEntry[]): boolean => entries.some(({ name }) => /^\/?xl\/workbook\d*\.xml$/i.test(name));

/**
 * Reads every sheet of an XLSX file, hidden ones too. Each sheet is gone through once for its faults and merges; its rows are unpacked again
 * as they are wanted, so that a long sheet never stands in memory whole. Faults are answered as an issue.
 */
export function readWorkbook(entries: readonly ZipEntry[]): Workbook | Issue {
  try {
    return openWorkbook(new Map(entries.map((entry) => [entry.name.replace(/^\//, ''), entry])));
  } catch (error) {
    return workbookFault(error);
  }
}

function workbookFault(error: unknown): Issue {
  if (error instanceof TooManyRows) return tooManyRows();
  if (error instanceof SheetFault && error.kind === 'cellTooLong') return issue('cellTooLong', 'error', { value: error.message });
  if (error instanceof ZipFault && error.kind === 'tooLarge') return tooManyBytes();
  if (error instanceof ZipFault && error.kind === 'locked') return issue('archiveLocked', 'error', { value: 'XLSX' });
  if (error instanceof ZipFault || error instanceof SheetFault) return issue('fileTruncated', 'error', { value: 'XLSX' });
  throw error;
}

function openWorkbook(files: ReadonlyMap<string, ZipEntry>): Workbook {
  const budget = new UnpackBudget();
  const textOf = (name: string): string => {
    const entry = files.get(name);
    let text = '';
    for (const part of entry === undefined ? [] : unpackText(entry, budget)) {
      text += part;
      if (text.length > LONGEST_PART) throw new ZipFault('tooLarge', name);
    }
    return text;
  };
  const manifest = [...files.keys()].find((name) => /^xl\/workbook\d*\.xml$/i.test(name)) ?? 'xl/workbook.xml';
  const workbook = textOf(manifest);
  const targets = targetsOf(textOf(manifest.replace(/^xl\/(.*)$/, 'xl/_rels/$1.rels')));
  const strings = [...files.values()].find(({ name }) => /^\/?xl\/sharedStrings\.xml$/i.test(name));
  const context: CellContext = {
    sharedStrings: strings === undefined ? [] : sharedStringsOf(unpackText(strings, budget)),
    dates: dateStyles(textOf('xl/styles.xml')),
    daysAhead: /<(?:\w+:)?workbookPr\s[^<>]*date1904\s*=\s*"(?:1|true)"/.test(workbook) ? DAYS_OF_1904 : 0,
  };
  const sheets: Sheet[] = [];
  for (const [, tag = ''] of workbook.matchAll(/<(?:\w+:)?sheet\s([^<>]*)>/g)) {
    const file = files.get(targets.get(xmlAttribute(tag, '\\w+:id') ?? '') ?? '');
    // Sheets of charts have no cells.
    if (file !== undefined) sheets.push(openSheet(xmlAttribute(tag, 'name') ?? '', file, context, budget));
  }
  return { sheets, modifiedOn: modifiedDate(textOf('docProps/core.xml')) };
}

/** Paths of the sheets by the id that the workbook gives them. */
function targetsOf(relations: string): Map<string, string> {
  const targets = new Map<string, string>();
  for (const [, tag = ''] of relations.matchAll(/<(?:\w+:)?Relationship\s([^<>]*)>/g)) {
    const target = xmlAttribute(tag, 'Target') ?? '';
    if ((xmlAttribute(tag, 'Type') ?? '').endsWith('worksheet')) targets.set(xmlAttribute(tag, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`);
  }
  return targets;
}

function openSheet(name: string, file: ZipEntry, context: CellContext, budget: UnpackBudget): Sheet {
  let merges: Merge[] = [];
  let rows = 0;
  let filled = 0;
  let cells = 0;
  for (const row of sheetRows(unpackText(file, budget), context, (tail) => (merges = mergesOf(tail)))) {
    cells += row.cells.length;
    if (row.cells.length === 0) continue;
    rows = row.row;
    if (++filled > MAX_ROWS || cells > MAX_CELLS) throw new TooManyRows();
  }
  return { name, rows: new RowList(() => rowsInOrder(file, context, merges, rows), rows) };
}

/** Rows from the first to the last filled one; those that the sheet leaves out are empty. */
function* rowsInOrder(file: ZipEntry, context: CellContext, merges: readonly Merge[], last: number): Generator<readonly Cell[]> {
  let row = 0;
  for (const found of filledDown(sheetRows(unpackText(file, null), context, () => undefined), merges)) {
    if (found.row > last) return;
    while (++row < found.row) yield [];
    yield found.cells;
  }
}

function modifiedDate(properties: string): IsoDate | null {
  const text = /<dcterms:modified[^<>]*>([^<]{10})/.exec(properties)?.[1];
  const parsed = parseDate(text ?? null);
  return parsed.ok ? parsed.value : null;
}
