import { normaliseName } from '#domain/normalise-name';
import { cellText, type Cell } from '../cell-values';
import type { TableRecordKind } from '../fields/field-names';
import { fitsKind } from '../fields/kind-of-columns';
import { suggestFields } from '../fields/suggest-fields';
import { issue } from '#domain/issue';
import { refusedFile, type ProfileReading, type ReadContext } from '../row-draft';
import { RowList } from '../row-list';
import { textAt, type Table, type TableHead, type TableRow } from '../table';
import { readByHeaders } from './by-headers';

/** What a survey can bring, the most particular first. */
const KINDS: readonly TableRecordKind[] = ['stock', 'assessment', 'initiative', 'structure'];
/** Columns that the survey tool itself adds. Names of those who ask, and their devices, are among them and never read. */
const OF_THE_TOOL = /^(start|end|today|username|simserial|simid|subscriberid|deviceid|device id|phonenumber|audit|instanceid|instancename|version|rootuuid|id|uuid|xform id string|status|notes|tags|validation status|submitted by|submitterid|submittername|attachments(?:present|expected)|reviewstate|edits|formversion|key|submissiondate|index|parent index|parent table name|submission \w+)$/;
const IS_UUID = /^(meta )?(uuid|instanceid)$/;
const IS_TIME = /^(meta )?(submission time|submissiondate|submission date)$/;
const POSITION = /geolocation|geopoint|\bgps\b|coordonnees|position/;
/** `-1.25 29.5 1500 4.9` of the form, or `[-1.25, 29.5]` of the interface for programs: latitude first. */
const POINT = /^\[?\s*(-?\d+(?:\.\d+)?)[\s,]+(-?\d+(?:\.\d+)?)(?:[\s,]+-?[\d.]+){0,2}\s*\]?$/;

/** The question of a column: without the groups before it, whichever sign parts them. */
const questionKey = (header: string, parted = /^.*[/:]/): string => normaliseName(header.replace(parted, '').replace(/ \(\d+\)$/, ''));

/** ODK Central parts groups by hyphens: the names of its questions have none. */
const isOfCentral = (headers: readonly string[]): boolean => headers.includes('SubmissionDate') && headers.includes('KEY');
const keysOf = (headers: readonly string[]): string[] => headers.map((header) => (isOfCentral(headers) ? questionKey(header, /^.*[/:-]/) : questionKey(header)));

/** Whether the headers are those of a KoboToolbox or ODK export: an id of each submission and its time. */
export function recognisesKobo(_keys: readonly string[], head: Pick<TableHead, 'headers'>): boolean {
  const keys = keysOf(head.headers);
  return keys.some((key) => IS_UUID.test(key)) && keys.some((key) => IS_TIME.test(key)) && kindOf(head) !== null;
}

const headersOf = (headers: readonly string[]) => keysOf(headers).map((key) => ({ key: OF_THE_TOOL.test(key) ? '' : key, tag: null }));

function kindOf({ headers }: Pick<TableHead, 'headers'>): TableRecordKind | null {
  const placed = keysOf(headers).some((key) => POSITION.test(key)) ? ['lat', 'lng'] : [];
  return KINDS.find((kind) => fitsKind(kind, [...suggestFields(kind, headersOf(headers)).filter((field) => field !== null), ...placed])) ?? null;
}

/** Submissions of a survey of structures, of what was found in them, or of stock. By names of questions or by their labels. */
export function readKobo(table: Table, context: ReadContext): ProfileReading {
  const kind = kindOf(table);
  if (kind === null) return refusedFile(issue('profileUnknown', 'error', { value: table.headers.join(', ') }));
  const uuid = keysOf(table.headers).findIndex((key) => IS_UUID.test(key));
  return readByHeaders(withQuestions(table), kind, 'kobo', context, (row) => textAt(row, uuid)?.replace(/^uuid:/, '') ?? null);
}

/** The table with the questions as headers, a position of its own, and the day of the submission where no question asks the day. */
function withQuestions(table: Table): Table {
  const keys = headersOf(table.headers).map(({ key }, column) => (isChoice(table.headers, column) ? '' : key));
  const point = keys.findIndex((key) => POSITION.test(key) && !/\b(lat\w*|lon\w*|alt\w*|precision)$/.test(key));
  const hasPosition = keys.some((key) => /(^| )lat(itude)?$/.test(key));
  const day = table.headers.findIndex((header) => questionKey(header) === 'today');
  const dayColumn = day >= 0 ? day : table.headers.findIndex((header) => IS_TIME.test(questionKey(header)));
  const asksDay = suggestFields('assessment', keys.map((key) => ({ key, tag: null }))).includes('assessedOn');
  const added = [...(point >= 0 && !hasPosition ? ['latitude', 'longitude'] : []), ...(asksDay ? [] : ['date'])];
  const extend = (row: TableRow): TableRow => {
    const cells: Cell[] = table.headers.map((_, column) => row.cells[column] ?? null);
    const [, lat, lng] = POINT.exec(cellText(row.cells[point] ?? null)) ?? [];
    if (point >= 0 && !hasPosition) cells.push(lat ?? null, lng ?? null);
    if (!asksDay) cells.push(dayOf(row.cells[dayColumn] ?? null));
    return { row: row.row, cells };
  };
  const { rows } = table;
  return {
    ...table,
    tags: null,
    headers: [...table.headers, ...added],
    keys: [...keys, ...added],
    rows: new RowList(function* () {
      for (const row of rows) yield extend(row);
    }),
  };
}

/** `2025-05-31T09:12:00.000+02:00` is a day and a time. */
const dayOf = (cell: Cell): Cell => (typeof cell === 'string' ? (/^\d{4}-\d{2}-\d{2}/.exec(cell)?.[0] ?? cell) : cell);

/** A column of 0 and 1 for each choice of a question that has a column of its own: `obstacles/staff` beside `obstacles`. */
function isChoice(headers: readonly string[], column: number): boolean {
  const header = headers[column] ?? '';
  const at = header.lastIndexOf('/');
  return at > 0 && headers.includes(header.slice(0, at));
}
