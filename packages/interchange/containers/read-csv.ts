import { issue, type Issue } from '#domain/issue';
import type { Cell } from '../cell-values';
import { RowList } from '../row-list';
import type { Sheet } from '../table';
import { csvRows, CsvFault, MAX_CELL_LENGTH, MAX_COLUMNS } from './csv-rows';
import { likelyDelimiter } from './csv-delimiter';
import { decodeText } from './detect-container';
import { MAX_ROWS, tooManyRows } from './limits';

/**
 * Reads a CSV file: blank lines count as rows, cells over several lines as one row, as a spreadsheet would show it.
 * The text is gone through once for its faults; the rows are read from it again as they are wanted.
 */
export function readCsv(bytes: Uint8Array): Sheet | Issue {
  const decoded = decodeText(bytes).replace(/^\uFEFF/, '');
  // A separator may stand in a first line of its own, which spreadsheets do not count as a row. NULs are no text.
  const announced = /^sep=([,;\t|])\r?\n/i.exec(decoded);
  const text = (announced === null ? decoded : decoded.slice(announced[0].length)).replaceAll('\0', '');
  const delimiter = announced?.[1] ?? likelyDelimiter(text);
  let rows = 0;
  try {
    for (const _ of csvRows(text, delimiter)) if (++rows > MAX_ROWS) return tooManyRows();
  } catch (error) {
    if (error instanceof CsvFault) return faultOf(error);
    throw error;
  }
  return { name: null, rows: new RowList(() => cellRows(text, delimiter), rows) };
}

function* cellRows(text: string, delimiter: string): Generator<Cell[]> {
  for (const row of csvRows(text, delimiter)) yield row.map((cell) => cell.trim() || null);
}

function faultOf({ kind, message }: CsvFault): Issue {
  switch (kind) {
    // A quote that never closes: the end of the file is missing.
    case 'quoteOpen': return issue('fileTruncated', 'error', { value: `quote not closed, row ${message}` });
    case 'cellTooLong': return issue('cellTooLong', 'error', { value: message, expected: `≤ ${String(MAX_CELL_LENGTH)}` });
    case 'tooManyColumns': return issue('tooManyColumns', 'error', { value: message, expected: `≤ ${String(MAX_COLUMNS)}` });
  }
}
