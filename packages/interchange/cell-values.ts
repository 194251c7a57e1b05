import { isRealDate, type IsoDate } from '#domain/dates';

/** One cell as its container gives it. A date is midnight UTC. Null: empty. */
export type Cell = string | number | boolean | Date | null;

/** A value that was read, or null for an empty cell, or the fact that it cannot be read. */
export type Parsed<T> = { readonly ok: true; readonly value: T | null } | { readonly ok: false };

const read = <T>(value: T | null): Parsed<T> => ({ ok: true, value });
const UNREADABLE = { ok: false } as const;

/** Earliest and latest year of a date. Of a programme: a serial of 0 or a typing slip lies outside. Of an area: decrees are older. */
export const PROGRAMME_YEARS = { from: 1990, to: 2100 };
export const AREA_YEARS = { from: 1800, to: 2100 };
type Years = typeof PROGRAMME_YEARS;
const SERIAL_OF_1970 = 25_569;

const MONTHS: Readonly<Record<string, number>> = {
  janvier: 1, january: 1, jan: 1, fevrier: 2, february: 2, feb: 2, mars: 3, march: 3, mar: 3, avril: 4, april: 4, apr: 4, mai: 5, may: 5, juin: 6, june: 6, jun: 6,
  juillet: 7, july: 7, jul: 7, aout: 8, august: 8, aug: 8, septembre: 9, september: 9, sept: 9, sep: 9, octobre: 10, october: 10, oct: 10, novembre: 11, november: 11, nov: 11,
  decembre: 12, december: 12, dec: 12,
};

/** Month number of a French or English name without accents, lower case; null if it is none. */
export const monthNumber = (name: string): number | null => MONTHS[name] ?? null;

/** The cell as text, trimmed; dates as YYYY-MM-DD; '' for an empty cell. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return String(cell).trim();
}

const dateOf = (year: number, month: number, day: number, years: Years): Parsed<IsoDate> => {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return year >= years.from && year <= years.to && isRealDate(text) ? read(text) : UNREADABLE;
};

const dateOfSerial = (serial: number, years: Years): Parsed<IsoDate> => {
  const time = new Date(Math.floor(serial - SERIAL_OF_1970) * 86_400_000);
  return Number.isNaN(time.getTime()) ? UNREADABLE : dateOf(time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate(), years);
};

/**
 * A date: a date cell, a spreadsheet serial (45658), `2025-05-31`, `31/05/2025` (day first: the files are French), `31 mai 2025`.
 * Two-digit years and month-first dates are not guessed at.
 */
export function parseDate(cell: Cell, years: Years = PROGRAMME_YEARS): Parsed<IsoDate> {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? UNREADABLE : dateOf(cell.getUTCFullYear(), cell.getUTCMonth() + 1, cell.getUTCDate(), years);
  if (typeof cell === 'number') return dateOfSerial(cell, years);
  const text = cellText(cell);
  if (text === '') return read<IsoDate>(null);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{2}:.*)?$/.exec(text);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]), years);
  const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (dayFirst) return dateOf(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1]), years);
  if (/^\d{5}$/.test(text)) return dateOfSerial(Number(text), years);
  const inWords = /^(\d{1,2})(?:er)?[ -]([a-z]+)\.?[ -](\d{4})$/.exec(text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());
  const month = inWords ? monthNumber(inWords[2] ?? '') : null;
  return inWords && month !== null ? dateOf(Number(inWords[3]), month, Number(inWords[1]), years) : UNREADABLE;
}

/** Spaces of any width between groups of three digits; points and commas are not taken for them. */
const WHOLE = /^\d{1,3}(?:[\s\u00a0\u202f]\d{3})+$|^\d+$/;

/** A whole number of people, 0 or more. `1 200` is read; `environ 300`, `-4`, `12.5` and `1.200` are not. */
export function parseWhole(cell: Cell): Parsed<number> {
  if (typeof cell === 'number') return Number.isSafeInteger(cell) && cell >= 0 ? read(cell) : UNREADABLE;
  const text = cellText(cell);
  if (text === '') return read<number>(null);
  return WHOLE.test(text) ? read(Number(text.replace(/\D/g, ''))) : UNREADABLE;
}

/** A number, 0 or more: `12 345,67` and `12345.67`. A lone dash is an empty cell. */
export function parseAmount(cell: Cell): Parsed<number> {
  if (typeof cell === 'number') return Number.isFinite(cell) && cell >= 0 ? read(cell) : UNREADABLE;
  const text = cellText(cell).replace(/[\s\u00a0\u202f]/g, '');
  if (text === '' || text === '-' || text === '–') return read<number>(null);
  return /^\d+(?:[.,]\d+)?$/.test(text) ? read(Number(text.replace(',', '.'))) : UNREADABLE;
}

/** A coordinate in degrees or any other unit; sign allowed, decimal comma allowed. */
export function parseCoordinate(cell: Cell): Parsed<number> {
  if (typeof cell === 'number') return Number.isFinite(cell) ? read(cell) : UNREADABLE;
  const text = cellText(cell);
  if (text === '') return read<number>(null);
  return /^[+-]?\d+(?:[.,]\d+)?$/.test(text) ? read(Number(text.replace(',', '.'))) : UNREADABLE;
}
