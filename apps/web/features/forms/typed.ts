import type { OrganisationRole, OrganisationType } from '#domain/records';

/** A whole number as typed: null where nothing was (unknown), NaN where it is no whole number. A minus sign of any kind is read, so that the rule against it can say so. */
export function readCount(text: string): number | null {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(/^[\u2212\u2013]/, '-');
  if (plain === '') return null;
  return /^-?\d+$/.test(plain) ? Number(plain) : Number.NaN;
}

/** A number with decimals, comma or point: null where nothing was typed, NaN where it is no number. */
export function readNumber(text: string): number | null {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(/^[\u2212\u2013]/, '-').replace(',', '.');
  if (plain === '') return null;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

export const writeCount = (value: number | null): string => (value === null ? '' : String(value));
export const readText = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** An organisation and what it does, as typed. */
export interface TypedOrganisation {
  readonly name: string;
  readonly role: OrganisationRole;
  readonly type: OrganisationType;
}

/** Lines without a name say nothing and are left out. */
export const readOrganisations = (typed: readonly TypedOrganisation[]) =>
  typed.flatMap(({ name, role, type }) => (name.trim() === '' ? [] : [{ role, organisation: { name: name.trim(), acronym: null, type, typeAsGiven: null } }]));
