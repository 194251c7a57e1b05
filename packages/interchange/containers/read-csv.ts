import { CsvError, parse } from 'csv-parse/sync';
import { issue, type Issue } from '#domain/issue';
import type { Cell } from '../cell-values';
import type { Sheet } from '../table';
import { decodeText } from './detect-container';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const LINES_TRIED = 20;

/** Reads a CSV file whole. Blank lines count as rows, cells over several lines as one row: as a spreadsheet would show it. */
export function readCsv(bytes: Uint8Array): Sheet | Issue {
  const text = decodeText(bytes).replace(/^\uFEFF/, '');
  try {
    const rows = parseWith(text, likelyDelimiter(text));
    return { name: null, rows: rows.map((row) => row.map((cell): Cell => cell.trim() || null)) };
  } catch (error) {
    // The only fault left under the relaxed rules is a quote that never closes: the end of the file is missing.
    if (error instanceof CsvError) return issue('fileTruncated', 'error', { value: error.message });
    throw error;
  }
}

const parseWith = (text: string, delimiter: string, to?: number): string[][] =>
  parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, ...(to === undefined ? {} : { to }) });

/** The delimiter that gives the first lines the most cells, and the same number most often. */
function likelyDelimiter(text: string): string {
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const widths = firstWidths(text, delimiter);
    const widest = Math.max(1, ...widths);
    const score = widest === 1 ? 0 : widths.filter((width) => width === widest).length + widest / 1000;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function firstWidths(text: string, delimiter: string): number[] {
  try {
    return parseWith(text, delimiter, LINES_TRIED).map((row) => row.length);
  } catch {
    return [];
  }
}
