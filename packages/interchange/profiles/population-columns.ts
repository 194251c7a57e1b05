/** Headers of people of every sex and age, in compared form, the surest first. */
const ALL_PEOPLE: readonly RegExp[] = [/^t tl$/, /^pop(ulation)?( totale?| total| count| \d{4})*$/, /^total pop(ulation)?( \d{4})?$/, /^pop(ulation)?( |\d)/, /^worldpop\b|\bpop(ulation)? (sum|total|count)$/, /population/];
/** Parts of the people, and what is counted in something else. */
const PART = /\b(?:femmes?|feminin\w*|women|females?|hommes?|masculin\w*|men|males?|filles?|garcons?|girls?|boys?|enfants?|child(?:ren)?|adult\w*|age\w*|ans|years|months|mois|moins de|under|over|f|m|fefa|enceintes?|pregnant|densite|density|urbain\w*|urban|rura\w*|menages?|households?|hh|deplace\w*|pdis?|idps?|refugi\w*|retourne\w*|returnees?|cibl\w*|target\w*|besoins?|need|croissance|growth|taux|rate|source|annee|year|group\w*|type|id|code)\b|\b\d{1,2} (?:\d{1,2}|plus)\b/;
const FEMALE = [/^f tl$/, /^(?:total )?pop(?:ulation)? (?:totale? |des )?(?:feminine|femmes|female|women|f)(?: total)?$/, /^(?:female|women|femmes) pop(?:ulation)?$/];
const MALE = [/^m tl$/, /^(?:total )?pop(?:ulation)? (?:totale? |des )?(?:masculine|hommes|male|men|m)(?: total)?$/, /^(?:male|men|hommes) pop(?:ulation)?$/];

/** The column of all people, of several years the latest; -1: there is none. */
export function populationColumn(keys: readonly string[]): number {
  for (const pattern of ALL_PEOPLE) {
    const fitting = keys.flatMap((key, column) => (pattern.test(key) && !PART.test(key) ? [column] : []));
    const [latest] = fitting.sort((a, b) => (yearIn(keys[b] ?? '') ?? 0) - (yearIn(keys[a] ?? '') ?? 0) || a - b);
    if (latest !== undefined) return latest;
  }
  return -1;
}

/** Columns of women and of men of every age, which make all people together; null: not both are there. */
export function populationBySex(keys: readonly string[]): readonly [female: number, male: number] | null {
  const find = (patterns: readonly RegExp[]): number => keys.findIndex((key) => patterns.some((pattern) => pattern.test(key)));
  const [female, male] = [find(FEMALE), find(MALE)];
  return female < 0 || male < 0 ? null : [female, male];
}

/** A year that stands in a header, as in `POP_2018`. */
export function yearIn(header: string | null): number | null {
  const year = /(?:^|\D)((?:19|20)\d{2})(?:\D|$)/.exec(header ?? '')?.[1];
  return year === undefined ? null : Number(year);
}
