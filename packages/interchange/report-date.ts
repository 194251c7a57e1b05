import { addDays, addMonths, isRealDate, type IsoDate } from '#domain/dates';
import { monthNumber } from './cell-values';
import { normaliseName } from '#domain/normalise-name';
import type { ReportDateOrigin } from './read-result';

const lastDayOf = (year: number, month: number): IsoDate => addDays(addMonths(`${String(year)}-${String(month).padStart(2, '0')}-01`, 1), -1);

/**
 * The date that a file name announces: `…-2025-05-14…` is that day, `…2025-05…`, `…202505…` and `…mai_2025…` the last day of the month.
 * Null: it announces none.
 */
export function dateInFileName(fileName: string): IsoDate | null {
  const plain = normaliseName(fileName.replace(/\.[a-z0-9]+$/i, ''));
  const day = /(?:^|\D)(20\d{2}) ?(0[1-9]|1[0-2]) ?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(plain);
  if (day) {
    const text = `${day[1] ?? ''}-${day[2] ?? ''}-${day[3] ?? ''}`;
    if (isRealDate(text)) return text;
  }
  const month = /(?:^|\D)(20\d{2}) ?(0[1-9]|1[0-2])(?!\d)/.exec(plain);
  if (month) return lastDayOf(Number(month[1]), Number(month[2]));
  for (const [, first = '', second = ''] of plain.matchAll(/(?=\b([a-z]+) ?(20\d{2})\b)/g)) {
    const number = monthNumber(first);
    if (number !== null) return lastDayOf(Number(second), number);
  }
  return null;
}

/** The date of the report: as told, else as the file name announces, else the day the workbook was last saved; else not known. */
export function reportDate(told: IsoDate | undefined, fileName: string, modifiedOn: IsoDate | null): { on: IsoDate | null; from: ReportDateOrigin } {
  if (told !== undefined) return { on: told, from: 'option' };
  const named = dateInFileName(fileName);
  if (named !== null) return { on: named, from: 'fileName' };
  return modifiedOn === null ? { on: null, from: null } : { on: modifiedOn, from: 'workbookModified' };
}
