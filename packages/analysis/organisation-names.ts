import { normaliseName } from '#domain/normalise-name';

/** Words for a legal form or a country, which one file writes with the name and another does not. */
const LEGAL_FORMS = new Set('ong ongd ongi ongn ngo asbl aisbl asbl ong gie sarl sprl plc ltd inc fondation foundation the la le les l rdc drc congo'.split(' '));
/** Of those, the ones that may be the name itself: `Fondation Panzi` is Panzi only if no other is called so; they go last. */
const STRONG = new Set('ong ongd ongi ongn ngo asbl aisbl'.split(' '));

const without = (key: string, words: ReadonlySet<string>): string => {
  const left = key.split(' ').filter((word) => !words.has(word)).join(' ');
  return left === '' ? key : left;
};

/** A name without legal form and brackets, and what stands in the brackets if it looks like an acronym. */
export interface OrganisationName {
  /** `ONG Heal Africa (HA)`, `HEAL AFRICA asbl` and `Heal Africa` have one. */
  readonly key: string;
  /** Compared form without articles, country and the like: only for likeness, never for sameness. */
  readonly loose: string;
  /** `HA` of `Heal Africa (HA)`; null where there is none. */
  readonly acronymKey: string | null;
}

export function readOrganisationName(name: string): OrganisationName {
  const [, before = name, inside = '', after = ''] = /^(.+?)\s*\(([^()]{2,20})\)\s*(.*)$/.exec(name.trim()) ?? [];
  // In brackets may stand an acronym, or words that belong to the name.
  const isAcronym = inside !== '' && /^[\p{Lu}\d][\p{L}\d\-/. ]*$/u.test(inside) && inside.split(/\s+/).length <= 2 && inside.replace(/[^\p{Lu}]/gu, '').length >= 2;
  const key = without(normaliseName(isAcronym ? `${before} ${after}` : name), STRONG);
  return { key, loose: without(key, LEGAL_FORMS), acronymKey: isAcronym ? normaliseName(inside) : null };
}
