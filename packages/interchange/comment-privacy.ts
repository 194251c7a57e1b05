import { normaliseName } from '#domain/normalise-name';

/**
 * Comments of activity reports sometimes tell of cases: how many were raped in which place last month, how old, what became of them.
 * Such a comment is used by nobody here and not kept (domain.md §9). What is withheld too often costs a sentence; what is kept once too often may cost a person.
 */
const OF_CASES: readonly RegExp[] = [
  /\bsurvivante?s?\b|\bsurvivors?\b|\bvictime?s?\b|\b[sv]vs\b/,
  /\bviols?\b|\bviole(e|s|es)?\b|\braped?\b/,
  /\b(cas|incidents?) (d |de |des )?(s ?)?(vbg|vsbg|eas|violences?|abus|viols?|meurt\w*)\b/,
  /\btue(e|s|es)?\b|\bmeut?r?tres?\b|\bmort(e|s|es)?\b|\bdeces\b|\bblesse(e|s|es)?\b/,
  /\b\d+ (?:\w+ ){0,4}(?:ena|eaga|eafga)\b/,
  /\b\d{1,2} ans\b|\bagee?s? de \d/,
  /\b(filles?|garcons?|enfants?) mineure?s?\b|\ben conflits? avec la loi\b/,
];

/** Why a comment is not kept; null: it may be. Contacts and names are taken out of any text before (`free-text-privacy.ts`). */
export function whyWithheld(comment: string): 'cases' | null {
  const plain = normaliseName(comment);
  return OF_CASES.some((pattern) => pattern.test(plain)) ? 'cases' : null;
}
