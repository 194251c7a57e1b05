import { normaliseName } from '#domain/normalise-name';
import type { Vocabulary } from '#domain/vocabulary';

const indexes = new WeakMap<object, ReadonlyMap<string, string>>();

function indexOf(list: Vocabulary): ReadonlyMap<string, string> {
  const known = indexes.get(list);
  if (known) return known;
  const index = new Map<string, string>();
  for (const code of list.codes) {
    const { fr, en } = list.terms[code] ?? { fr: code, en: code };
    for (const wording of [code, fr, en]) index.set(normaliseName(wording), code);
  }
  indexes.set(list, index);
  return index;
}

/** Code of a term as its label in French or English or its code says it, accents and case aside; null: none of the list. */
export function codeInList<Code extends string>(list: Vocabulary<Code>, given: string): Code | null {
  const code = indexOf(list).get(normaliseName(given));
  return list.codes.find((each) => each === code) ?? null;
}

/** The labels that a cell may hold, for whoever has to correct one. */
export const labelsOf = (list: Vocabulary): string => list.codes.map((code) => list.terms[code]?.fr ?? code).join(' | ');
