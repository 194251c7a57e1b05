import { sql } from 'kysely';
import type { InitiativeKind, InitiativeStatus, TargetGroup } from '#domain/records';
import { noteAliases } from './alias-said';
import { writeRows } from './bulk';
import type { Handle } from './handle';
import { initiativeId } from './identity';

/** An initiative of a source without ids, as matching looks at it. Organisations and areas by id; of merged organisations the one that stands. */
export interface StandingInitiative {
  readonly id: string;
  readonly title: string;
  readonly sector: string | null;
  readonly kinds: InitiativeKind[];
  readonly start: string | null;
  readonly end: string | null;
  readonly status: InitiativeStatus;
  readonly targetGroups: TargetGroup[];
  readonly people: number | null;
  readonly budget: number | null;
  readonly organisations: string[];
  readonly funders: string[];
  readonly areas: string[];
  readonly areaName: string | null;
  readonly source: string;
  readonly row: number | null;
}

/** Another fingerprint of an initiative. */
export interface InitiativeAlias {
  readonly scheme: string;
  readonly externalId: string;
  readonly initiativeId: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** Which stored initiative these external ids of one scheme are, by their own id or by an alias. Leans on the primary keys. */
export async function findKnownInitiatives(db: Handle, scheme: string, externalIds: readonly string[]): Promise<Map<string, string>> {
  const asked = JSON.stringify(externalIds.map((externalId) => ({ external_id: externalId, id: initiativeId(scheme, externalId) })));
  const { rows } = await sql<{ externalId: string; id: string }>`
    select k.external_id as "externalId", coalesce(a.initiative_id, i.id) as id
    from json_to_recordset(${asked}::json) as k(external_id text, id text)
    left join initiative as i on i.id = k.id
    left join initiative_alias as a on a.scheme = ${scheme} and a.external_id = k.external_id
    where i.id is not null or a.initiative_id is not null`.execute(db);
  return new Map(rows.map(({ externalId, id }) => [externalId, id]));
}

/** Initiatives of this scheme that these organisations implement, in the order of their ids. Leans on `initiative_organisation_organisation`. */
export async function readStandingInitiatives(db: Handle, scheme: string, organisationIds: readonly string[]): Promise<StandingInitiative[]> {
  const organisationsIn = (role: 'implementing' | 'funder') =>
    sql<string[]>`array(select distinct coalesce(o.merged_into_id, o.id) from initiative_organisation as io join organisation as o on o.id = io.organisation_id where io.initiative_id = i.id and io.role = ${role} order by 1)`;
  return db
    .selectFrom('initiative as i')
    .where('i.scheme', '=', scheme)
    .where(sql<boolean>`i.id in (select io.initiative_id from initiative_organisation as io join organisation as o on o.id = io.organisation_id
      where io.role = 'implementing' and (o.id = any(${organisationIds}) or o.merged_into_id = any(${organisationIds})))`)
    .select(['i.id', 'i.title', 'i.sector_as_given as sector', 'i.start_on as start', 'i.end_on as end', 'i.status', 'i.targeted_total as people', 'i.budget', 'i.source', 'i.source_row as row'])
    .select(sql<InitiativeKind[]>`array(select kind from initiative_kind where initiative_id = i.id order by ordinal)`.as('kinds'))
    .select(sql<TargetGroup[]>`array(select target_group from initiative_target_group where initiative_id = i.id order by ordinal)`.as('targetGroups'))
    .select([organisationsIn('implementing').as('organisations'), organisationsIn('funder').as('funders')])
    .select(sql<string[]>`array(select area_id from initiative_area where initiative_id = i.id order by ordinal)`.as('areas'))
    .select(sql<string | null>`(select a.name from initiative_area as ia join area as a on a.id = ia.area_id where ia.initiative_id = i.id order by ia.ordinal limit 1)`.as('areaName'))
    .orderBy('i.id')
    .execute();
}

/** Ids of the organisations that stand for these. Leans on the primary key. */
export async function standingOrganisations(db: Handle, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; root: string }>`select id, coalesce(merged_into_id, id) as root from organisation where id = any(${ids})`.execute(db);
  return new Map(rows.map(({ id, root }) => [id, root]));
}

/** Ids of areas by code; a code that two types share means the finest of them. Leans on `area_code_index`. */
export async function findAreaIds(db: Handle, codes: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ code: string; id: string }>`
    select distinct on (code) code, id from area where code = any(${[...new Set(codes)]})
    order by code, array_position(array['healthArea', 'healthZone', 'territory', 'province', 'country'], type::text)`.execute(db);
  return new Map(rows.map(({ code, id }) => [code, id]));
}

/** Keeps fingerprints under which initiatives came again. Leans on the primary key. */
export async function saveInitiativeAliases(db: Handle, batchId: string, aliases: readonly InitiativeAlias[]): Promise<void> {
  await writeRows(
    db,
    'initiative_alias',
    { scheme: 'text', external_id: 'text', initiative_id: 'text', score: 'double precision', reasons: 'text[]', import_batch_id: 'text' },
    aliases.map(({ scheme, externalId, initiativeId: id, score, reasons }) => ({ scheme, external_id: externalId, initiative_id: id, score, reasons: [...reasons], import_batch_id: batchId })),
    ['scheme', 'external_id'],
  );
  await noteAliases(db, batchId, aliases);
}

/** Lets fingerprints be initiatives of their own again. Leans on the primary key. */
export async function dropInitiativeAliases(db: Handle, batchId: string, scheme: string, externalIds: readonly string[]): Promise<void> {
  if (externalIds.length === 0) return;
  const { rows } = await sql<{ externalId: string }>`delete from initiative_alias where scheme = ${scheme} and external_id = any(${externalIds}) returning external_id as "externalId"`.execute(db);
  await noteAliases(db, batchId, rows.map(({ externalId }) => ({ scheme, externalId, initiativeId: null, score: null, reasons: [] })));
}

/**
 * Notes on every initiative the date of the latest standing report that says it again, and answers how many dates moved. It follows from the journal: call it after a load
 * and after an undo. Leans on `record_seen_record`.
 */
export async function confirmInitiatives(db: Handle): Promise<number> {
  const { numAffectedRows } = await sql`
    with latest as (
      select s.record_id as id, max(b.reported_on) as day from record_seen as s join import_batch as b on b.id = s.batch_id
      where s.record_table = 'initiative' and b.undone_at is null group by s.record_id
    )
    update initiative as i set confirmed_on = w.day
    from (select i.id, case when l.day > i.reported_on or i.reported_on is null then l.day end as day from initiative as i left join latest as l on l.id = i.id) as w
    where w.id = i.id and i.confirmed_on is distinct from w.day`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
