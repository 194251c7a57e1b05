import { isRealDate, type IsoDate } from '../calendar';
import { issue, type Issue } from '../issue';
import type { IssueCode } from '../issue-codes';

/** What a check is told beside the entry. No zod here: the page runs the checks while a person types. */
export interface CheckedOn {
  readonly today: IsoDate;
}

/** Nothing that the tool is told about happened before it. */
const EARLIEST = '2000-01-01';

/** Finds faults of one entry; `column` is the path of the field within it (`stockLines.0.expiry`). */
export interface Findings {
  readonly issues: Issue[];
  error(code: IssueCode, column: string, value?: string | number | null, expected?: string): void;
  warning(code: IssueCode, column: string, value?: string | number | null, expected?: string): void;
}

export function findings(): Findings {
  const issues: Issue[] = [];
  const find = (severity: Issue['severity']) => (code: IssueCode, column: string, value?: string | number | null, expected?: string) => {
    issues.push(issue(code, severity, { column, value: value === undefined || value === null ? null : String(value), expected: expected ?? null }));
  };
  return { issues, error: find('error'), warning: find('warning') };
}

/** A date that exists and is not before 2000; null says nothing and is no fault. True: it can be compared. */
export function checkDate(found: Findings, column: string, date: IsoDate | null): date is IsoDate {
  if (date === null) return false;
  if (!isRealDate(date)) found.error('dateInvalid', column, date);
  else if (date < EARLIEST) found.error('dateBefore2000', column, date, `≥ ${EARLIEST}`);
  else return true;
  return false;
}

/** The same for a day on which something was found or done: it is not in the future either. */
export function checkPastDate(found: Findings, column: string, date: IsoDate | null, { today }: CheckedOn): date is IsoDate {
  if (!checkDate(found, column, date)) return false;
  if (date <= today) return true;
  found.error('dateInFuture', column, date, `≤ ${today}`);
  return false;
}

/** A whole number that is not negative; null: not counted. */
export function checkCount(found: Findings, column: string, value: number | null): void {
  if (value === null) return;
  if (value < 0) found.error('numberNegative', column, value, '≥ 0');
  else if (!Number.isInteger(value)) found.error('numberNotWhole', column, value);
}

interface Sexes {
  readonly women: number | null;
  readonly men: number | null;
}

/** Women and men never make more people than there are; `fields` names the three. */
export function checkSexes(found: Findings, { women, men, whole }: Sexes & { readonly whole: number | null }, fields: { readonly path: string; readonly whole: string }): void {
  checkCount(found, `${fields.path}women`, women);
  checkCount(found, `${fields.path}men`, men);
  checkCount(found, `${fields.path}${fields.whole}`, whole);
  if (whole === null) return;
  const counted = (women ?? 0) + (men ?? 0);
  if (counted > whole) found.error('sexesExceedTotal', `${fields.path}${(women ?? 0) > whole ? 'women' : (men ?? 0) > whole ? 'men' : fields.whole}`, counted, `≤ ${whole}`);
  else if (women !== null && men !== null && counted < whole) found.warning('sexesBelowTotal', `${fields.path}${fields.whole}`, whole, String(counted));
}

/** Both days of a period. True: both can be compared. */
export function checkPeriod(found: Findings, { start, end }: { readonly start: IsoDate; readonly end: IsoDate }): boolean {
  const starts = checkDate(found, 'start', start);
  if (!checkDate(found, 'end', end) || !starts) return false;
  if (end < start) found.error('endBeforeStart', 'end', end, `≥ ${start}`);
  return end >= start;
}

const CONTACT = /\S+@\S+\.\S+|(?:\+|00)?\d(?:[\s./-]?\d){8,}/;

/** A text that names who or what: never a telephone number or an address of a person. */
export function checkWords(found: Findings, column: string, text: string | null): void {
  // Dates and codes of batches are no telephone numbers: only texts that name somebody come here.
  if (text !== null && CONTACT.test(text)) found.error('contactGiven', column);
}

/** Places in a list that say again what an earlier one says. */
export function repeated<T>(lines: readonly T[], keyOf: (line: T) => string): number[] {
  const seen = new Set<string>();
  return lines.flatMap((line, index) => {
    const key = keyOf(line);
    if (seen.has(key)) return [index];
    seen.add(key);
    return [];
  });
}
