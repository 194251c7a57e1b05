/** One entry of a code list: what the interface shows and where the term comes from. */
export interface Term {
  readonly fr: string;
  readonly en: string;
  readonly definitionFr: string;
  readonly definitionEn: string;
  /** Tag or term used by the field's files (HXL, GBV standard), where there is one. */
  readonly tag?: string;
}

export interface Vocabulary<Code extends string = string> {
  readonly name: string;
  readonly fr: string;
  readonly en: string;
  /** Publication that the terms come from. */
  readonly source: string;
  readonly codes: readonly [Code, ...Code[]];
  readonly terms: Readonly<Record<Code, Term>>;
}

/** Declares a code list. Zod enums, SQL checks, legends, help texts and the glossary all derive from it. */
export function vocabulary<const Terms extends Record<string, Term>>(
  heading: { name: string; fr: string; en: string; source: string },
  terms: Terms,
): Vocabulary<Extract<keyof Terms, string>> {
  const codes = Object.keys(terms) as Extract<keyof Terms, string>[];
  const [first, ...others] = codes;
  if (first === undefined) throw new Error(`vocabulary ${heading.name} has no terms; at least one expected`);
  return { ...heading, codes: [first, ...others], terms };
}

/** Builds a term: French label, English label, French definition, English definition, tag. */
export function term(fr: string, en: string, definitionFr: string, definitionEn: string, tag?: string): Term {
  return tag === undefined ? { fr, en, definitionFr, definitionEn } : { fr, en, definitionFr, definitionEn, tag };
}
