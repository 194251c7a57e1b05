import type { IsoDate } from './calendar';
import type { CareStandard } from './care-standard';

/** Adopted standards by the order in which they came into force; of two adopted on one day the greater version is the later. */
const byAdoption = (a: CareStandard, b: CareStandard): number => ((a.adoptedOn ?? '') < (b.adoptedOn ?? '') ? -1 : a.adoptedOn === b.adoptedOn ? a.version - b.version : 1);

const adopted = (standards: readonly CareStandard[], code: string): CareStandard[] =>
  standards.filter((one) => one.code === code && one.adoptedOn !== null).sort(byAdoption);

/**
 * The version of a standard in force on a day: the newest adopted by then. A day before the first adoption is judged by the
 * first version, because the past is asked about too. Null: no version of that code was ever adopted.
 */
export function standardInForce(standards: readonly CareStandard[], code: string, asOf: IsoDate): CareStandard | null {
  const versions = adopted(standards, code);
  return versions.findLast(({ adoptedOn }) => adoptedOn !== null && adoptedOn <= asOf) ?? versions[0] ?? null;
}

/** `code`: the version in force on that day; `code@version`: exactly that one, drafts too, for comparing. Null: not known. */
export function standardNamed(standards: readonly CareStandard[], name: string, asOf: IsoDate): CareStandard | null {
  const at = name.lastIndexOf('@');
  if (at === -1) return standardInForce(standards, name, asOf);
  const code = name.slice(0, at);
  return standards.find((one) => one.code === code && String(one.version) === name.slice(at + 1)) ?? null;
}

/** What a version is on a day: one that is adopted later than that day is still a draft on it. */
export function stateOfStandard(standards: readonly CareStandard[], standard: CareStandard, asOf: IsoDate): 'draft' | 'adopted' | 'superseded' {
  if (standard.adoptedOn === null || standard.adoptedOn > asOf) return 'draft';
  const newest = standardInForce(standards, standard.code, asOf);
  return newest === null || newest.version === standard.version ? 'adopted' : 'superseded';
}
