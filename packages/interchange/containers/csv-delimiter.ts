import { csvRows, CsvFault } from './csv-rows';

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Signs of the file's beginning that are looked at: under every delimiter the same ones. */
const LOOKED_AT = 65_536;

const quotesIn = (text: string): number => text.split('"').length - 1;

/**
 * The delimiter that explains the beginning of a text best; a comma where none explains anything.
 * Counts of rows prove nothing: read with a wrong delimiter, a quoted cell of many lines falls into many rows.
 */
export function likelyDelimiter(text: string): string {
  const beginning = text.slice(0, LOOKED_AT);
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = explains(beginning, delimiter);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/**
 * 0 (one column) and up. A table has many columns and the same number in every row, so: the mean of log₂ of the rows' widths, divided by
 * the number of different widths (the pattern score of van den Burg, Nazábal and Sutton 2019, with a logarithm for their (L − 1) / L,
 * which hardly tells 30 columns from 3), times the share of the quotes that protect a cell.
 */
function explains(beginning: string, delimiter: string): number {
  const widths: number[] = [];
  let strayQuotes = quotesIn(beginning);
  try {
    for (const row of csvRows(beginning, delimiter, (quoted) => { strayQuotes -= quotesIn(quoted); })) {
      if (row.length > 1 || row[0]?.trim() !== '') widths.push(row.length);
    }
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
  }
  if (beginning.length === LOOKED_AT && widths.length > 1) widths.pop(); // The last one may be cut.
  if (widths.length === 0) return 0;
  const meanLog = widths.reduce((sum, width) => sum + Math.log2(width), 0) / widths.length;
  const protecting = 1 - strayQuotes / (quotesIn(beginning) + 1);
  return (meanLog / new Set(widths).size) * protecting;
}
