import { sql } from 'kysely';
import type { AreaRecord, InitiativeRecord, StructureRecord } from '#domain/records';
import type { Viewer } from '#domain/viewer';
import type { Handle } from './handle';
import { isKnownTo } from './organisations';
import { registerNames, savedUnder, supporterNames } from './structure-names';
import { isSeenInitiative, isSeenStructure } from './visibility';

/** What a list that can be loaded back says beside what is shown of a structure: the record that it was saved as, not what others add to it. */
export type StructureDetails = Pick<StructureRecord, 'scheme' | 'externalId' | 'typeAsGiven' | 'areaCode' | 'areaName' | 'supportedBy'>;
/** The same of an initiative: its organisations by the names under which they were reported, its own report date. */
export type InitiativeDetails = Pick<InitiativeRecord, 'scheme' | 'externalId' | 'organisations' | 'reportedOn'>;
export interface OrganisationDetails {
  readonly aliases: string[];
  readonly typeAsGiven: string | null;
}
export type AreaDetails = Pick<AreaRecord, 'validFrom' | 'validTo'>;

/** By id; those that this viewer may not see are left out. Leans on the primary keys. */
export async function structureDetails(db: Handle, viewer: Viewer, ids: readonly string[]): Promise<Map<string, StructureDetails>> {
  const rows = await db
    .selectFrom('structure as s')
    .where(sql<boolean>`s.id = any(${ids})`)
    .where(isSeenStructure(viewer, 's'))
    .select(['s.id', 's.type_as_given as typeAsGiven', 's.declared_area_code as areaCode', 's.declared_area_name as areaName'])
    .select(registerNames.as('externalIds'))
    .select(supporterNames.as('supportedBy'))
    .execute();
  return new Map(rows.map(({ id, externalIds, ...row }) => [id, { ...row, ...savedUnder(id, externalIds) }]));
}

/** By id; those that this viewer may not see are left out. Leans on the primary keys. */
export async function initiativeDetails(db: Handle, viewer: Viewer, ids: readonly string[]): Promise<Map<string, InitiativeDetails>> {
  const rows = await db
    .selectFrom('initiative as i')
    .where(sql<boolean>`i.id = any(${ids})`)
    .where(isSeenInitiative(viewer, 'i'))
    .select(['i.id', 'i.scheme', 'i.external_id as externalId', 'i.reported_on as reportedOn'])
    .select(sql<InitiativeRecord['organisations']>`(
      select coalesce(json_agg(json_build_object('role', io.role, 'organisation',
        json_build_object('name', o.name, 'acronym', o.acronym, 'type', o.type, 'typeAsGiven', o.type_as_given)) order by io.ordinal), '[]')
      from initiative_organisation as io join organisation as o on o.id = io.organisation_id where io.initiative_id = i.id)`.as('organisations'))
    .execute();
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/** By id; the aliases of those that this viewer may not know of stay out. Leans on the primary keys. */
export async function organisationDetails(db: Handle, viewer: Viewer, ids: readonly string[]): Promise<Map<string, OrganisationDetails>> {
  const rows = await db
    .selectFrom('organisation as o')
    .where(sql<boolean>`o.id = any(${ids})`)
    .where(isKnownTo(viewer, 'o'))
    .select(['o.id', 'o.type_as_given as typeAsGiven'])
    .select(sql<string[]>`array(select n.alias from organisation_alias as n where n.organisation_id = o.id order by n.alias_key)`.as('aliases'))
    .execute();
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/** By id. Areas are public. Leans on the primary key. */
export async function areaDetails(db: Handle, _viewer: Viewer, ids: readonly string[]): Promise<Map<string, AreaDetails>> {
  const rows = await db.selectFrom('area as a').where(sql<boolean>`a.id = any(${ids})`).select(['a.id', 'a.valid_from as validFrom', 'a.valid_to as validTo']).execute();
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/** Sources of the initiatives that a viewer may see, by name: what analyses of them stand on. Reads the table once. */
export async function initiativeSources(db: Handle, viewer: Viewer): Promise<string[]> {
  const rows = await db.selectFrom('initiative as i').where(isSeenInitiative(viewer, 'i')).select('i.source').distinct().execute();
  return rows.map(({ source }) => source).sort((a, b) => (a < b ? -1 : 1));
}
