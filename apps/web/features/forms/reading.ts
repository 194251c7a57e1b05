import type { Issue } from '#domain/issue';
import { issue } from '#domain/issue';
import type { Entry } from '../../api/entries';

/** What a form says at this moment. */
export interface Reading {
  /** As it would be sent, if nothing is missing and nothing is wrong. */
  readonly entry: Entry;
  /** Paths that must be filled in and are not. */
  readonly missing: readonly string[];
  readonly issues: readonly Issue[];
}

/** Paths of numbers that were typed and are none. */
export const unreadable = (numbers: Readonly<Record<string, number | null>>): readonly Issue[] =>
  Object.entries(numbers).flatMap(([path, value]) => (Number.isNaN(value) ? [issue('numberInvalid', 'error', { column: path })] : []));

/** Paths of texts that are empty and must not be. */
export const lacking = (texts: Readonly<Record<string, string>>): readonly string[] => Object.entries(texts).flatMap(([path, text]) => (text.trim() === '' ? [path] : []));

/** What a rule says of a field that is still empty, or is no number, is no news; what it says twice of one field is said once. */
export function reading(entry: Entry, missing: readonly string[], unread: readonly Issue[], ruled: readonly Issue[]): Reading {
  const news = ruled.filter(({ column }) => column === null || (!missing.includes(column) && !unread.some((one) => one.column === column)));
  const once = news.filter(({ code, column }, index) => news.findIndex((one) => one.code === code && one.column === column) === index);
  return { entry, missing, issues: [...unread, ...once] };
}
