/** What is wrong with a table of text as a whole. */
export class CsvFault extends Error {
  readonly kind: 'quoteOpen' | 'cellTooLong' | 'tooManyColumns';
  constructor(kind: CsvFault['kind'], where: string) {
    super(where);
    this.kind = kind;
  }
}

/** As many columns as a spreadsheet has, and more signs than one of its cells holds. */
export const MAX_COLUMNS = 16_384;
export const MAX_CELL_LENGTH = 1_000_000;

const LF = 10;
const CR = 13;
const QUOTE = '"';

/**
 * Rows of a CSV text, one at a time; blank lines are rows of one empty cell. Quotes protect separators, line breaks and doubled quotes;
 * a quote that is followed by more text was none. `onQuoted` gets each quoted cell as it stands in the text. Throws `CsvFault`.
 */
export function* csvRows(text: string, delimiter: string, onQuoted?: (asWritten: string) => void): Generator<string[]> {
  const separator = delimiter.charCodeAt(0);
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const cells: string[] = [];
    for (;;) {
      let end: number;
      if (text.startsWith(QUOTE, at)) {
        const quoted = quotedCell(text, at, separator, line);
        end = quoted === null ? endOfCell(text, at, separator) : quoted.end;
        cells.push(quoted === null ? text.slice(at, end) : quoted.cell);
        if (quoted !== null) onQuoted?.(text.slice(at, end));
      } else {
        end = endOfCell(text, at, separator);
        cells.push(text.slice(at, end));
      }
      if (end - at > MAX_CELL_LENGTH) throw new CsvFault('cellTooLong', String(line));
      at = end + 1;
      if (end >= text.length || text.charCodeAt(end) !== separator) {
        if (text.charCodeAt(end) === CR && text.charCodeAt(at) === LF) at++;
        break;
      }
      if (cells.length >= MAX_COLUMNS) throw new CsvFault('tooManyColumns', String(line));
    }
    line++;
    yield cells;
  }
}

function endOfCell(text: string, from: number, separator: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === separator || sign === LF || sign === CR) break;
  }
  return at;
}

/** The content between quotes and where the cell ends. Null: more text follows the closing quote, so it was none. */
function quotedCell(text: string, start: number, separator: number, line: number): { cell: string; end: number } | null {
  let from = start + 1;
  let doubled = false;
  for (;;) {
    const quote = text.indexOf(QUOTE, from);
    if (quote < 0) throw new CsvFault('quoteOpen', String(line));
    if (quote - start > MAX_CELL_LENGTH) throw new CsvFault('cellTooLong', String(line));
    if (text.startsWith(QUOTE, quote + 1)) {
      doubled = true;
      from = quote + 2;
      continue;
    }
    let end = quote + 1;
    while (text.charCodeAt(end) === 32) end++;
    const sign = text.charCodeAt(end);
    if (end < text.length && sign !== separator && sign !== LF && sign !== CR) return null;
    const cell = text.slice(start + 1, quote);
    return { cell: doubled ? cell.replaceAll('""', QUOTE) : cell, end };
  }
}
