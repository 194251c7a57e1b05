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
  janvier: 1, january: 1, jan: 1, janv: 1, enero: 1, ene: 1, janeiro: 1, fevrier: 2, february: 2, feb: 2, fev: 2, fevr: 2, febrero: 2, fevereiro: 2, mars: 3, march: 3, mar: 3, marzo: 3, marco: 3,
  avril: 4, april: 4, apr: 4, avr: 4, abril: 4, abr: 4, mai: 5, may: 5, mayo: 5, maio: 5, juin: 6, june: 6, jun: 6, junio: 6, junho: 6, juillet: 7, july: 7, jul: 7, juil: 7, julio: 7, julho: 7,
  aout: 8, august: 8, aug: 8, agosto: 8, ago: 8, septembre: 9, september: 9, sept: 9, sep: 9, septiembre: 9, setembro: 9, set: 9, octobre: 10, october: 10, oct: 10, octubre: 10, outubro: 10, out: 10,
  novembre: 11, november: 11, nov: 11, noviembre: 11, novembro: 11, decembre: 12, december: 12, dec: 12, diciembre: 12, dic: 12, dezembro: 12, dez: 12,
};

/** Month number of a French, English, Spanish or Portuguese name without accents, lower case; null if it is none. */
export const monthNumber = (name: string): number | null => (Object.hasOwn(MONTHS, name) ? (MONTHS[name] ?? null) : null);

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

/** Which day of a month is meant where only the month is given: the first of a start, the last of an end. */
export type MonthSide = 'first' | 'last';

/** `open`: the column speaks against the day, but does not prove the month; dates that may be either are not read. */
export type DateOrder = 'dayFirst' | 'monthFirst' | 'open';

export interface DateReading {
  readonly years?: typeof PROGRAMME_YEARS;
  /** Null: a month alone is no date. */
  readonly month?: MonthSide | null;
  /** What comes first in `05/06/2025`: the day, unless the column proves otherwise. */
  readonly order?: DateOrder;
}

/** Words for a date that is not known or not set: an empty cell. */
const NO_DATE = /^(?:en cours|ongoing|on going|en curso|em curso|indetermine\w*|a determiner|non (?:defini|determine|precise|prevu)\w*|permanent\w*|tbd|tbc|open)$/;
const NO_VALUE = /^(?:[-–—?./]+|n\/?a|n\.a\.?|n\/?d|n\.d\.?|nsp|null|nan|inconnue?|unknown|non (?:disponible|renseigne|applicable)e?|not (?:available|applicable)|sin dato|sem dados?)$/;

const plainWords = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[\s\u00a0]+/g, ' ');

/** Whether a cell says that its value is not known: `ND`, `n/a`, a dash. Not known is not zero. */
export const isNoValue = (text: string): boolean => NO_VALUE.test(plainWords(text));

/** Day and month in the order of the text, where it is `31/05/2025` or `05/31/2025`; null: it is another form. */
export function numericDate(text: string): { readonly first: number; readonly second: number; readonly year: number } | null {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  return parts === null ? null : { first: Number(parts[1]), second: Number(parts[2]), year: Number(parts[3]) };
}

/**
 * A date: a date cell, a spreadsheet serial (45658), `2025-05-31`, `31/05/2025` (day first: the files are French), `31 mai 2025`, `31-mai-25`,
 * `May 31, 2025`. A month alone where `month` says which of its days is meant. Other two-digit years and months that come first are not guessed at.
 */
export function parseDate(cell: Cell, { years = PROGRAMME_YEARS, month: side = null, order = 'dayFirst' }: DateReading = {}): Parsed<IsoDate> {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? UNREADABLE : dateOf(cell.getUTCFullYear(), cell.getUTCMonth() + 1, cell.getUTCDate(), years);
  if (typeof cell === 'number') return dateOfSerial(cell, years);
  const text = cellText(cell);
  if (text === '') return read<IsoDate>(null);
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]\d{2}:.*)?$/.exec(text);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]), years);
  const numeric = numericDate(text);
  if (numeric !== null) return dateOfNumbers(numeric, order, years);
  if (/^\d{5}$/.test(text)) return dateOfSerial(Number(text), years);
  const plain = plainWords(text);
  if (isNoValue(text) || NO_DATE.test(plain)) return read<IsoDate>(null);
  return dateInWords(plain, years) ?? (side === null ? null : dateOfMonth(plain, side, years)) ?? UNREADABLE;
}

function dateOfNumbers({ first, second, year }: { readonly first: number; readonly second: number; readonly year: number }, order: DateOrder, years: Years): Parsed<IsoDate> {
  if (order === 'monthFirst') return dateOf(year, first, second, years);
  return order === 'open' && first <= 12 && first !== second ? UNREADABLE : dateOf(year, second, first, years);
}

function dateInWords(plain: string, years: Years): Parsed<IsoDate> | null {
  const [, day, dayMonth, dayYear] = /^(\d{1,2})(?:er|st|nd|rd|th)?[ -](?:de )?([a-z]+)\.?[ -](?:de )?(\d{4}|\d{2})$/.exec(plain) ?? [];
  const [, monthName, monthDay, monthYear] = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(plain) ?? [];
  const month = monthNumber(dayMonth ?? monthName ?? '');
  const year = Number(dayYear ?? monthYear);
  return month === null ? null : dateOf(year < 100 ? 2000 + year : year, month, Number(day ?? monthDay), years);
}

/** `05-2026`, `2026-05`, `mai 2026`. */
function dateOfMonth(plain: string, side: MonthSide, years: Years): Parsed<IsoDate> | null {
  const [, month, year] = /^(\d{1,2})[/.-](\d{4})$/.exec(plain) ?? [];
  const [, isoYear, isoMonth] = /^(\d{4})[/-](\d{1,2})$/.exec(plain) ?? [];
  const [, name, nameYear] = /^([a-z]+)\.?[ -](?:de )?(\d{4}|\d{2})$/.exec(plain) ?? [];
  const number = name === undefined ? Number(month ?? isoMonth) : monthNumber(name);
  if (number === null || !(number >= 1 && number <= 12)) return null;
  const given = Number(year ?? isoYear ?? nameYear);
  const inFull = given < 100 ? 2000 + given : given;
  const last = new Date(Date.UTC(inFull, number, 0)).getUTCDate();
  return dateOf(inFull, number, side === 'first' ? 1 : last, years);
}

/** Whether a cell names only a month, so that one of its days was read. */
export const isMonthAlone = (cell: Cell): boolean => typeof cell === 'string' && !parseDate(cell).ok && parseDate(cell, { month: 'last' }).ok;

/** Spaces of any width, or commas as English files have them, between groups of three digits. A lone group after a point is not taken for thousands. */
const WHOLE = /^(?:\d{1,3}(?:[\s\u00a0\u202f]\d{3})+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3}){2,}|\d+)$/;
/** Programs write whole numbers as `300.0`. */
const ZERO_DECIMALS = /[.,]0{1,2}$/;

/** A whole number of people, 0 or more. `1 200`, `1,200` and `300.0` are read; `environ 300`, `-4`, `12.5` and `1.200` are not. `ND` is an empty cell. */
export function parseWhole(cell: Cell): Parsed<number> {
  if (typeof cell === 'number') return Number.isSafeInteger(cell) && cell >= 0 ? read(cell) : UNREADABLE;
  const given = cellText(cell);
  if (given === '' || isNoValue(given)) return read<number>(null);
  const text = given.replace(ZERO_DECIMALS, '');
  return WHOLE.test(text) ? read(Number(text.replace(/\D/g, ''))) : UNREADABLE;
}

/**
 * A number, 0 or more: `12 345,67`, `12345.67`, `1,234,567.8`. `12,345` alone may be a thousand times more than it says: it is not guessed at.
 * A lone dash or `ND` is an empty cell.
 */
export function parseAmount(cell: Cell): Parsed<number> {
  if (typeof cell === 'number') return Number.isFinite(cell) && cell >= 0 ? read(cell) : UNREADABLE;
  const given = cellText(cell);
  if (given === '' || isNoValue(given)) return read<number>(null);
  const text = given.replace(/[\s\u00a0\u202f]/g, '');
  if (/^\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?$|^\d{1,3},\d{3}\.\d+$/.test(text)) return read(Number(text.replaceAll(',', '')));
  if (/^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$|^\d{1,3}\.\d{3},\d+$/.test(text)) return read(Number(text.replaceAll('.', '').replace(',', '.')));
  if (/^[1-9]\d{0,2},\d{3}$/.test(given)) return UNREADABLE;
  return /^\d+(?:[.,]\d+)?$/.test(text) ? read(Number(text.replace(',', '.'))) : UNREADABLE;
}

/** People counted or estimated, 0 or more, rounded. `12,345` are thousands, for nobody counts a thousandth of a person. */
export function parsePeople(cell: Cell): Parsed<number> {
  const whole = parseWhole(cell);
  const parsed = whole.ok ? whole : parseAmount(cell);
  return parsed.ok && parsed.value !== null ? read(Math.round(parsed.value)) : parsed;
}

/** A coordinate in degrees or any other unit; sign allowed, decimal comma allowed. */
export function parseCoordinate(cell: Cell): Parsed<number> {
  if (typeof cell === 'number') return Number.isFinite(cell) ? read(cell) : UNREADABLE;
  const text = cellText(cell);
  if (text === '' || isNoValue(text)) return read<number>(null);
  return /^[+-]?\d+(?:[.,]\d+)?$/.test(text) ? read(Number(text.replace(',', '.'))) : UNREADABLE;
}
