import { normaliseName } from '#domain/normalise-name';
import { cellText, type Cell } from './cell-values';
import { isHeaderWord, MAX_LOOKED_AT } from './fields/suggest-fields';
import { withoutGuard } from './formula-guard';
import { isTagRow, parseTag } from './hxl-tags';
import { ISSUE_COLUMNS } from './refused-columns';

type Row = readonly Cell[];

/** One way to read the top of a sheet: which rows are headers, and where the data begin. */
export interface TableHead {
  /** As the spreadsheet counts; the last one if the headers stand in several rows, the row of hashtags if there is no other. */
  readonly headerRow: number;
  /** As in the file, joined where they stand in several rows; an empty or repeated one is told apart by its position. */
  readonly headers: readonly string[];
  /** The headers as they are compared. */
  readonly keys: readonly string[];
  /** HXL hashtag of each column as the file has it, null where it has none. Null: the sheet has no row of hashtags. */
  readonly tags: readonly (string | null)[] | null;
  /** Filled cells of the rows above the headers: titles, explanations, marks. */
  readonly above: readonly string[];
  /** 0-based index of the first row of data. */
  readonly dataIndex: number;
  /** Columns of ours in front, of a file of refused rows that comes back: they are set aside. */
  readonly skip: number;
}

/** Headers and hashtags are looked for in so many rows. */
export const HEAD_ROWS = 25;
const HEADER_ROWS_JOINED = 3;
/** So many headers are looked at in all ways to read a sheet together: the first way always, further ones while there are few columns. */
const HEADERS_TRIED = 30_000;
/** A header is read up to here: longer ones are no names of columns, and every profile looks at each. */
const HEADER_LENGTH = 2_000;
/** A header is compared by so many signs. */
const COMPARED_LENGTH = 300;

const isFilled = (cell: Cell | undefined): boolean => cell !== undefined && cellText(cell) !== '';
const filledCount = (row: Row): number => row.filter(isFilled).length;
const textsOf = (row: Row): string[] => row.map((cell) => cellText(cell).slice(0, HEADER_LENGTH));

/** A file of refused rows that comes back corrected has our own columns in front: they are set aside. */
const ownColumns = (cells: Row): number => (ISSUE_COLUMNS.every((name, i) => cellText(cells[i] ?? null) === name) ? ISSUE_COLUMNS.length : 0);

/**
 * The cells of a row without our own columns, and without the guard that is put before formulas: by the file of refused rows, and by every
 * table with hashtags (`tagged`): our own exports and templates have them.
 */
export const ownCells = (cells: Row, skip: number, tagged = false): Row =>
  skip === 0 && !tagged ? cells : cells.slice(skip).map((cell) => (typeof cell === 'string' ? withoutGuard(cell) : cell));

/** All ways to read the top of a sheet, the most likely first: one row of headers before several. */
export function possibleHeads(firstRows: readonly Row[]): TableHead[] {
  const heads: TableHead[] = [];
  let headers = 0;
  for (const head of headsOf(firstRows)) {
    heads.push(head);
    headers += head.headers.length;
    if (headers > HEADERS_TRIED) break;
  }
  return heads;
}

function* headsOf(firstRows: readonly Row[]): Generator<TableHead> {
  const top = firstRows.slice(0, HEAD_ROWS);
  const tagIndex = top.findIndex((row) => isTagRow(textsOf(row)));
  const last = tagIndex < 0 ? top.length : tagIndex;
  if (tagIndex >= 0) yield headAt(top, headerIndex(top, tagIndex), 1, tagIndex);
  for (let i = 0; i < last; i++) {
    if (filledCount(top[i] ?? []) < 2) continue;
    if (i + 1 < last && isSecondRow(top[i] ?? [], top[i + 1] ?? [])) yield headAt(top, i, 2, tagIndex);
    yield headAt(top, i, 1, tagIndex);
  }
  for (let depth = 2; depth <= HEADER_ROWS_JOINED; depth++) {
    for (let i = 0; i + depth <= last; i++) if (filledCount(top[i] ?? []) > 0) yield headAt(top, i, depth, tagIndex);
  }
}

/** The row above the hashtags that holds the headers in words, or the one below if it is one; the hashtags themselves if there is none. */
function headerIndex(top: readonly Row[], tagIndex: number): number {
  for (let i = tagIndex - 1; i >= 0; i--) if (filledCount(top[i] ?? []) > 0) return i;
  return isRowOfHeaders(top[tagIndex + 1] ?? []) ? tagIndex + 1 : tagIndex;
}

/** Whether most cells of a row are words that name columns, and none is a number. */
function isRowOfHeaders(row: Row): boolean {
  const filled = row.slice(0, MAX_LOOKED_AT).filter(isFilled);
  if (filled.length < 2 || !filled.every((cell) => typeof cell === 'string' && /\p{L}/u.test(cell))) return false;
  return filled.filter((cell) => isHeaderWord(normaliseName(cellText(cell)))).length * 5 >= filled.length * 3;
}

/** The most likely head of a sheet that no profile fits: that of the hashtags, else the first row that is at least half as wide as the widest. */
export function likelyHead(firstRows: readonly Row[]): TableHead {
  const top = firstRows.slice(0, HEAD_ROWS);
  const tagIndex = top.findIndex((row) => isTagRow(textsOf(row)));
  if (tagIndex >= 0) return headAt(top, headerIndex(top, tagIndex), 1, tagIndex);
  const counts = top.map((row) => new Set(textsOf(row).filter((text) => text !== '')).size);
  const widest = Math.max(0, ...counts);
  const index = Math.max(0, counts.findIndex((count) => count > 0 && count * 2 >= widest));
  return headAt(top, index, isSecondRow(top[index] ?? [], top[index + 1] ?? []) ? 2 : 1, tagIndex);
}

/**
 * Whether a row continues the headers above it: every cell is in words, and stands under a group that spans it or under the same words
 * (a header over two rows), and at least one stands under nothing of its own.
 */
function isSecondRow(upper: Row, lower: Row): boolean {
  let underGroup = 0;
  let spanned = false;
  for (let column = 0; column < Math.max(upper.length, lower.length); column++) {
    const [above, below] = [cellText(upper[column] ?? null), cellText(lower[column] ?? null)];
    const beginsGroup = above !== '' && !isFilled(upper[column + 1]) && isFilled(lower[column + 1]);
    if (above !== '') spanned = beginsGroup;
    if (below === '' || below === above) continue;
    if (!spanned || !/\p{L}/u.test(below)) return false;
    if (above === '') underGroup++;
  }
  return underGroup > 0;
}

function headAt(top: readonly Row[], index: number, depth: number, tagIndex: number): TableHead {
  const lastIndex = index + depth - 1;
  const skip = ownColumns(top[index] ?? []);
  const rows = top.slice(index, lastIndex + 1).map((row) => textsOf(ownCells(row, skip)));
  const tagCells = tagIndex < 0 || (tagIndex < lastIndex && tagIndex !== index - 1) ? null : textsOf(ownCells(top[tagIndex] ?? [], skip));
  const width = Math.max(tagCells === null ? 0 : filledWidth(tagCells), ...rows.map(filledWidth));
  const texts = depth > 1 ? joinRows(rows, width) : toldApart(rows[0] ?? [], index > 0 ? textsOf(ownCells(top[index - 1] ?? [], skip)) : [], width);
  const headers = numbered(texts);
  return {
    headerRow: lastIndex + 1,
    headers,
    keys: headers.map((header) => normaliseName(header.slice(0, COMPARED_LENGTH))),
    tags: tagCells === null ? null : headers.map((_, column) => (parseTag(tagCells[column] ?? '') === null ? null : (tagCells[column] ?? null))),
    above: top.slice(0, tagIndex >= 0 ? Math.min(index, tagIndex) : index).concat(tagIndex > index && skip > 0 ? [(top[tagIndex] ?? []).slice(0, skip)] : []).flatMap((row) => textsOf(row).filter((text) => text !== '')),
    dataIndex: Math.max(lastIndex, tagIndex) + 1,
    skip,
  };
}

function filledWidth(texts: readonly string[]): number {
  let last = texts.length;
  while (last > 0 && texts[last - 1] === '') last--;
  return last;
}

/** The text of a group holds for the columns to its right until the next one begins. */
function filledRight(texts: readonly string[], width: number): string[] {
  let group = '';
  return Array.from({ length: width }, (_, column) => {
    group = texts[column] === undefined || texts[column] === '' ? group : texts[column];
    return group;
  });
}

/** Headers over several rows as one: groups hold to the right, what is repeated by a merge is said once. */
function joinRows(rows: readonly (readonly string[])[], width: number): string[] {
  const bottom = rows.length - 1;
  const filled = rows.map((row, i) => (i === bottom ? Array.from({ length: width }, (_, column) => row[column] ?? '') : filledRight(row, width)));
  return Array.from({ length: width }, (_, column) => {
    const parts = filled.map((row, i) => {
      const own = rows[i]?.[column] ?? '';
      // A group says something only of columns that have more to say below it.
      const below = rows.slice(i + 1).some((lower) => (lower[column] ?? '') !== '');
      return i === bottom || own !== '' || below ? (row[column] ?? '') : '';
    });
    return [...new Set(parts.filter((part) => part !== ''))].join(' ');
  });
}

/** What a header counts, but not of whom: that is said by the group above it. */
const OF_A_GROUP = /^(?:nombre d[e ]+|nb |no |number of |# )?(?:femmes?|hommes?|filles?|garcons?|women|men|girls?|boys?|female|male|total|mujeres|hombres|ninas|ninos|mulheres|homens|meninas|meninos|raparigas|rapazes|f|m|h|g)(?: (?:adultes?|adults?|\d[\d ]*(?:ans|years)?|total))?$/;

/** Groups that say of whom: reached, targeted, in need. */
const OF_PEOPLE = /atteint|reached|touche|realis|servi|cible|vise|target|planifi|planned|prevu|besoin|need|benefici|assist|people|personnes|alcanzad|atingid|meta/;

/** One row of headers. What stands in it twice, not at all, or counts people without saying of which is told apart by the groups in the row above, if there are groups in it. */
function toldApart(texts: readonly string[], above: readonly string[], width: number): string[] {
  const own = Array.from({ length: width }, (_, column) => texts[column] ?? '');
  const labels = new Set(above.filter((text) => text !== ''));
  // A lone text at the left is a title; further right it can be a group.
  if (labels.size === 0 || (labels.size === 1 && (above[0] ?? '') !== '')) return own;
  const groups = filledRight(above, width);
  const first = new Set<string>();
  const repeated = new Set(own.filter((text) => first.size === first.add(text).size));
  return own.map((text, column) => {
    if (text === '') return above[column] ?? '';
    const group = groups[column] ?? '';
    const needsGroup = (labels.size > 1 && repeated.has(text)) || (OF_A_GROUP.test(normaliseName(text)) && OF_PEOPLE.test(normaliseName(group)));
    return needsGroup && group !== '' && group !== text ? `${group} ${text}` : text;
  });
}

function numbered(texts: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return texts.map((text, i) => {
    if (text === '') return `(${String(i + 1)})`;
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    return count === 1 ? text : `${text} (${String(count)})`;
  });
}
