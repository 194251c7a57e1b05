import { sql } from 'kysely';
import { structureId } from './structures';

/** A structure as one register names it. */
export interface RegisterName {
  readonly scheme: string;
  readonly externalId: string;
}

/** Every register name of the structure `s`, by scheme and id. Leans on the primary key. */
export const registerNames = sql<RegisterName[]>`(
  select coalesce(json_agg(json_build_object('scheme', x.scheme, 'externalId', x.external_id) order by x.scheme, x.external_id), '[]') from structure_external_id as x where x.structure_id = s.id)`;

/** Names of the organisations that support the structure `s`, as the records of it say. Leans on the primary key. */
export const supporterNames = sql<string[]>`array(select o.name from structure_support as p join organisation as o on o.id = p.organisation_id where p.structure_id = s.id order by o.name_key)`;

/** Of several names in registers the one that the structure was saved under. Throws if it is not among them. */
export function savedUnder(id: string, names: readonly RegisterName[]): RegisterName {
  const own = names.find(({ scheme, externalId }) => structureId(scheme, externalId) === id);
  if (own === undefined) throw new Error(`Structure ${id}: the external id that it was saved under expected`);
  return own;
}
