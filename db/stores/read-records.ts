import { sql } from 'kysely';
import type { ImportRecord } from '#domain/import-records';
import type { AreaRecord, AssessmentRecord, InitiativeRecord, OrganisationRecord, StructureRecord } from '#domain/records';
import type { RecordKind } from '#domain/record-kinds';
import type { Viewer } from '#domain/viewer';
import { areaId } from './areas';
import { servicesOf, stockLinesOf, trainedStaffOf } from './assessments';
import { partsOf } from './bulk';
import type { Handle } from './handle';
import { initiativeId } from './identity';
import { kindsOf, targetGroupsOf } from './initiatives';
import { organisationId, organisationKey } from './organisations';
import { readOutline } from './read-outline';
import { registerNames, savedUnder, supporterNames } from './structure-names';
import { structureId } from './structures';
import { isSeenInitiative, isSeenStructure } from './visibility';

/** Whole records hold stock levels and small counts, so no public viewer can ask for them. */
export type RecordReader = Exclude<Viewer, 'public'>;

/** Kinds of record that can be read back. */
export type ReadableKind = Extract<RecordKind, 'area' | 'organisation' | 'structure' | 'assessment' | 'initiative'>;
export type RecordOfKind<Kind extends RecordKind> = Extract<ImportRecord, { kind: Kind }>['record'];
type Reader<Kind extends ReadableKind> = (db: Handle, viewer: RecordReader, keys: readonly string[]) => Promise<Map<string, RecordOfKind<Kind>>>;

const KEYS_PER_QUESTION = 500;

/**
 * What makes a record the same one on the next load: the id of its row; for an assessment its natural key, for a correction
 * is a row of its own.
 */
export const recordKeys: { readonly [Kind in ReadableKind]: (record: RecordOfKind<Kind>) => string } = {
  area: ({ type, code }) => areaId(type, code),
  organisation: ({ name }) => organisationId(organisationKey(name)),
  structure: ({ scheme, externalId }) => structureId(scheme, externalId),
  assessment: ({ structureScheme, structureExternalId, externalId }) => JSON.stringify([structureScheme, structureExternalId, externalId]),
  initiative: ({ scheme, externalId }) => initiativeId(scheme, externalId),
};

/**
 * The stored record of each of these, in order, as it was saved; null where there is none. Two things come back as the
 * database knows them and not as the file wrote them: an organisation that was named by an alias, and the acronym and type
 * of organisations that a record names. Lists that have no order (supporting organisations, aliases) come by name. So
 * compare a record with what is read here, not with the stored hash. Leans on the primary keys.
 */
export async function readStoredRecords<Kind extends ReadableKind>(db: Handle, viewer: RecordReader, kind: Kind, records: readonly RecordOfKind<Kind>[]): Promise<(RecordOfKind<Kind> | null)[]> {
  const keyOf: (record: RecordOfKind<Kind>) => string = recordKeys[kind];
  const keys = records.map(keyOf);
  const stored = await readRecordsByKey(db, viewer, kind, keys);
  return keys.map((key) => stored.get(key) ?? null);
}

/** Ids of the rows of these records as they stand, in order; of an assessment the revision that counts. Null: there is none. Leans on `assessment_current`. */
export async function rowIdsOf<Kind extends ReadableKind>(db: Handle, kind: Kind, records: readonly RecordOfKind<Kind>[]): Promise<(string | null)[]> {
  const keyOf: (record: RecordOfKind<Kind>) => string = recordKeys[kind];
  const keys = records.map(keyOf);
  if (kind !== 'assessment' || keys.length === 0) return keys;
  const rows = await db.selectFrom('assessment').where(sql<boolean>`natural_key = any(${keys})`).where('superseded', '=', false).select(['id', 'natural_key as key']).execute();
  const ids = new Map(rows.map(({ id, key }) => [key, id]));
  return keys.map((key) => ids.get(key) ?? null);
}

/** The same by the keys of `recordKeys`. A key that is not there is left out. */
export async function readRecordsByKey<Kind extends ReadableKind>(db: Handle, viewer: RecordReader, kind: Kind, keys: readonly string[]): Promise<Map<string, RecordOfKind<Kind>>> {
  const read: Reader<Kind> = readers[kind];
  const found = new Map<string, RecordOfKind<Kind>>();
  for (const part of partsOf([...new Set(keys)], KEYS_PER_QUESTION)) for (const [key, record] of await read(db, viewer, part)) found.set(key, record);
  return found;
}

const readers: { readonly [Kind in ReadableKind]: Reader<Kind> } = {
  area: readAreas,
  organisation: readOrganisations,
  structure: readStructures,
  assessment: readAssessments,
  initiative: readInitiatives,
};

async function readAreas(db: Handle, _viewer: RecordReader, ids: readonly string[]): Promise<Map<string, AreaRecord>> {
  const rows = await db
    .selectFrom('area as a')
    .where(sql<boolean>`a.id = any(${ids})`)
    .select(['a.id', 'a.type', 'a.code', 'a.name', 'a.parent_code as parentCode', 'a.valid_from as validFrom', 'a.valid_to as validTo', 'a.source', 'a.source_row as sourceRow'])
    .select(sql<Uint8Array | null>`st_asbinary(a.geometry, 'NDR')`.as('outline'))
    .select(sql<Record<string, string>>`(select coalesce(json_object_agg(c.scheme, c.code order by c.scheme), '{}') from area_code as c where c.area_id = a.id)`.as('codes'))
    // The people that came with the area, not those that another file counted there.
    .select(sql<AreaRecord['population']>`(
      select json_build_object('value', p.value, 'year', p.year, 'source', p.source) from area_population as p
      where p.area_id = a.id and p.import_batch_id = a.import_batch_id and p.source_row is not distinct from a.source_row
      order by p.source = a.source desc, p.year desc nulls last, p.source limit 1)`.as('population'))
    .execute();
  return new Map(rows.map(({ id, outline, ...row }) => [id, { ...row, geometry: outline === null ? null : readOutline(outline) }]));
}

async function readOrganisations(db: Handle, _viewer: RecordReader, ids: readonly string[]): Promise<Map<string, OrganisationRecord>> {
  const rows = await db
    .selectFrom('organisation as o')
    .where(sql<boolean>`o.id = any(${ids})`)
    .select(['o.id', 'o.name', 'o.acronym', 'o.type', 'o.type_as_given as typeAsGiven', 'o.source', 'o.source_row as sourceRow'])
    .select(sql<string[]>`array(select n.alias from organisation_alias as n where n.organisation_id = o.id order by n.alias_key)`.as('aliases'))
    .execute();
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

async function readStructures(db: Handle, viewer: RecordReader, ids: readonly string[]): Promise<Map<string, StructureRecord>> {
  const rows = await db
    .selectFrom('structure as s')
    .where(sql<boolean>`s.id = any(${ids})`)
    .where(isSeenStructure(viewer, 's'))
    .select(['s.id', 's.name', 's.type', 's.type_as_given as typeAsGiven', 's.ownership', 's.tier', 's.declared_area_code as areaCode', 's.declared_area_name as areaName', 's.source', 's.source_row as sourceRow'])
    .select(sql<StructureRecord['lngLat']>`case when s.lng_lat is null then null else array[st_x(s.lng_lat), st_y(s.lng_lat)] end`.as('lngLat'))
    .select(registerNames.as('externalIds'))
    .select(supporterNames.as('supportedBy'))
    .execute();
  return new Map(rows.map(({ id, externalIds, ...row }) => [id, { ...row, ...savedUnder(id, externalIds) }]));
}

async function readAssessments(db: Handle, viewer: RecordReader, keys: readonly string[]): Promise<Map<string, AssessmentRecord>> {
  const rows = await db
    .selectFrom('assessment as a')
    .innerJoin('structure as s', 's.id', 'a.structure_id')
    .where(sql<boolean>`a.natural_key = any(${keys})`)
    .where('a.superseded', '=', false)
    .where(isSeenStructure(viewer, 's'))
    .select(['a.natural_key as key', 'a.assessed_on as assessedOn', 'a.assessed_by as assessedBy', 'a.functionality', 'a.accessibility', 'a.protocol'])
    .select(['a.private_room as privateRoom', 'a.referral_path as referralPath', 'a.source', 'a.source_row as sourceRow'])
    .select([servicesOf.as('services'), trainedStaffOf.as('trainedStaff'), stockLinesOf.as('stockLines')])
    .execute();
  return new Map(
    rows.map(({ key, ...row }) => {
      const [structureScheme, structureExternalId, externalId] = JSON.parse(key) as [string, string, string];
      return [key, { ...row, structureScheme, structureExternalId, externalId }];
    }),
  );
}

/** Organisations of initiative `i` as rows of their own: a merge does not change what a record says. */
const ownOrganisationsOf = sql<InitiativeRecord['organisations']>`(
  select coalesce(json_agg(json_build_object('role', io.role, 'organisation',
    json_build_object('name', o.name, 'acronym', o.acronym, 'type', o.type, 'typeAsGiven', o.type_as_given)) order by io.ordinal), '[]')
  from initiative_organisation as io join organisation as o on o.id = io.organisation_id where io.initiative_id = i.id)`;
const areaCodesOf = sql<string[]>`array(select a.code from initiative_area as ia join area as a on a.id = ia.area_id where ia.initiative_id = i.id order by ia.ordinal)`;

async function readInitiatives(db: Handle, viewer: RecordReader, ids: readonly string[]): Promise<Map<string, InitiativeRecord>> {
  const rows = await db
    .selectFrom('initiative as i')
    .where(sql<boolean>`i.id = any(${ids})`)
    .where(isSeenInitiative(viewer, 'i'))
    .select(['i.id', 'i.scheme', 'i.external_id as externalId', 'i.title', 'i.description', 'i.topic', 'i.topic_words as topicWords', 'i.announced_services as announced', 'i.to_review as toReview', 'i.domain'])
    .select(['i.sector_as_given as sectorAsGiven', 'i.target_groups_as_given as targetGroupsAsGiven', 'i.start_on as start', 'i.end_on as end', 'i.status', 'i.status_as_given as statusAsGiven'])
    .select(['i.reported_on as reportedOn', 'i.budget', 'i.currency', 'i.tier', 'i.source', 'i.source_row as sourceRow'])
    .select([peopleOf('targeted').as('targeted'), peopleOf('reached').as('reached')])
    .select([kindsOf.as('kinds'), targetGroupsOf.as('targetGroups'), ownOrganisationsOf.as('organisations'), areaCodesOf.as('areaCodes')])
    .execute();
  return new Map(rows.map(({ id, announced, ...row }) => [id, announced === null ? row : { ...row, announcedServices: announced }]));
}

function peopleOf(prefix: 'targeted' | 'reached') {
  const column = (group: string) => sql.ref(`i.${prefix}_${group}`);
  return sql<InitiativeRecord['targeted']>`json_build_object('women', ${column('women')}, 'men', ${column('men')}, 'girls', ${column('girls')}, 'boys', ${column('boys')}, 'total', ${column('total')})`;
}
