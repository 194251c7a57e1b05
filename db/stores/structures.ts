import { type Expression, type SelectQueryBuilder, sql } from 'kysely';
import { areaNameKey } from '#domain/area-names';
import { normaliseName } from '#domain/normalise-name';
import type { StructureRecord, StructureType } from '#domain/records';
import type { Tier, Viewer } from '#domain/viewer';
import type { Schema } from '../schema';
import { deleteOf, writeRows } from './bulk';
import { pageOf, type Handle, type Page, type PageRequest, type Saved } from './handle';
import { contentHash, idOf } from './identity';
import { ensureOrganisations } from './organisations';
import { planSaves } from './saving';
import { isSeenStructure } from './visibility';

interface AreaName {
  readonly code: string;
  readonly name: string;
}
export interface StructureItem {
  readonly id: string;
  readonly name: string;
  readonly type: StructureType;
  readonly typeAsGiven: string | null;
  readonly ownership: StructureRecord['ownership'];
  /** Null: known by area only. */
  readonly lngLat: [number, number] | null;
  /** Null: in no known area of that type. */
  readonly healthZone: AreaName | null;
  readonly territory: AreaName | null;
  readonly province: AreaName | null;
  readonly tier: Tier;
  readonly externalIds: { readonly scheme: string; readonly id: string }[];
  readonly supportedBy: string[];
  readonly source: string;
  readonly sourceRow: number | null;
}
/** One record behind a structure: what one source says of it. */
export interface StructureSource {
  readonly name: string;
  readonly type: StructureType;
  readonly source: string;
  readonly sourceRow: number | null;
}
/** Left out: no filter. A list holds alternatives. */
export interface StructureFilters {
  readonly ids?: readonly string[] | undefined;
  readonly types?: readonly StructureType[] | undefined;
  readonly ownerships?: readonly StructureRecord['ownership'][] | undefined;
  readonly healthZones?: readonly string[] | undefined;
  readonly territories?: readonly string[] | undefined;
  readonly provinces?: readonly string[] | undefined;
  /** Part of the name, whatever its case. */
  readonly search?: string | undefined;
}

/** Same structure on the next load: same scheme and external id. */
export const structureId = (scheme: string, externalId: string): string => idOf('structure', scheme, externalId);

/** Saves structures with their external ids and supporting organisations. Leans on the primary keys. Call `assignStructureAreas` after the last. */
export async function saveStructures(db: Handle, batchId: string, records: readonly StructureRecord[]): Promise<Saved[]> {
  const candidates = records.map((content) => ({ id: structureId(content.scheme, content.externalId), hash: contentHash(content), content }));
  const { results, writes } = await planSaves(db, batchId, 'structure', candidates);
  await writeRows(
    db,
    'structure',
    {
      id: 'text', name: 'text', name_key: 'text', type: 'text', type_as_given: 'text', ownership: 'text', tier: 'text', lng_lat: 'position',
      declared_area_code: 'text', declared_area_name: 'text', declared_area_name_key: 'text',
      import_batch_id: 'text', source: 'text', source_row: 'integer', content_hash: 'text',
    },
    writes.map(({ id, hash, content }) => ({
      id,
      name: content.name,
      name_key: normaliseName(content.name),
      type: content.type,
      type_as_given: content.typeAsGiven,
      ownership: content.ownership,
      tier: content.tier,
      lng_lat: content.lngLat,
      declared_area_code: content.areaCode,
      declared_area_name: content.areaName,
      declared_area_name_key: content.areaName === null ? null : areaNameKey(content.areaName),
      import_batch_id: batchId,
      source: content.source,
      source_row: content.sourceRow,
      content_hash: hash,
    })),
    ['id'],
  );
  await writeRows(db, 'structure_external_id', { structure_id: 'text', scheme: 'text', external_id: 'text' }, writes.map(({ id, content }) => ({ structure_id: id, scheme: content.scheme, external_id: content.externalId })), ['scheme', 'external_id']);
  // Written once: who came first stands for the others, whichever load changed it last.
  await sql`update structure set first_batch_id = import_batch_id where first_batch_id is null and id = any(${writes.map(({ id }) => id)})`.execute(db);
  await saveSupport(db, batchId, writes, records);
  return results;
}

/** Structures that are known already name their organisations too. */
async function saveSupport(db: Handle, batchId: string, writes: readonly { readonly id: string; readonly content: StructureRecord }[], records: readonly StructureRecord[]): Promise<void> {
  const named = records.flatMap(({ supportedBy, source, sourceRow }) => supportedBy.map((name) => ({ name, acronym: null, type: 'unknown' as const, typeAsGiven: null, source, sourceRow })));
  const organisations = await ensureOrganisations(db, batchId, named);
  await deleteOf(db, 'structure_support', 'structure_id', writes.map(({ id }) => id));
  const rows = writes.flatMap(({ id, content }) => [...new Set(content.supportedBy.map((name) => organisations.get(name) ?? ''))].map((organisation) => ({ structure_id: id, organisation_id: organisation })));
  await writeRows(db, 'structure_support', { structure_id: 'text', organisation_id: 'text' }, rows);
}

/**
 * Puts every structure into its health zone, territory and province, and answers how many moved. With a position: the
 * area that covers it, on a border the one with the lowest code. Without: the declared code, or a name that fits one area
 * only, and what holds that area. Leans on `area_geometry_index` or `structure_lng_lat`, `area_code_index`, `area_name_key`.
 */
export async function assignStructureAreas(db: Handle): Promise<number> {
  const { numAffectedRows } = await sql`
    with recursive covering as (
      select distinct on (s.id, a.type) s.id as structure_id, a.type, a.id as area_id
      from area as a join structure as s on st_covers(a.geometry, s.lng_lat)
      where a.type in ('healthZone', 'territory', 'province')
      order by s.id, a.type, a.code
    ), declared as (
      select s.id as structure_id, coalesce(
        (select a.id from area as a where a.code = s.declared_area_code order by array_position(array['healthArea', 'healthZone', 'territory', 'province', 'country'], a.type::text) limit 1),
        (select min(a.id) from area as a where a.name_key = s.declared_area_name_key having count(*) = 1)
      ) as area_id
      from structure as s where s.lng_lat is null
    ), holding as (
      select d.structure_id, a.type, a.id as area_id, a.parent_id from declared as d join area as a on a.id = d.area_id
      union all
      select h.structure_id, a.type, a.id, a.parent_id from holding as h join area as a on a.id = h.parent_id
    ), placed as (
      select structure_id, type, area_id from covering
      union all
      select structure_id, type, area_id from holding
    ), wanted as (
      select s.id,
        min(p.area_id) filter (where p.type = 'healthZone') as health_zone_id,
        min(p.area_id) filter (where p.type = 'territory') as territory_id,
        min(p.area_id) filter (where p.type = 'province') as province_id
      from structure as s left join placed as p on p.structure_id = s.id group by s.id
    )
    update structure as s set health_zone_id = w.health_zone_id, territory_id = w.territory_id, province_id = w.province_id
    from wanted as w
    where w.id = s.id and (s.health_zone_id, s.territory_id, s.province_id) is distinct from (w.health_zone_id, w.territory_id, w.province_id)`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

type Listed = Pick<Schema, 'structure' | 'area'> & { s: Schema['structure'] };

const byName = (name: string | undefined): string => `%${normaliseName(name ?? '')}%`;
const inArea = (column: 's.health_zone_id' | 's.territory_id' | 's.province_id', codes: readonly string[]): Expression<boolean> =>
  sql<boolean>`exists (select from area where area.id = ${sql.ref(column)} and area.code = any(${codes}))`;

function filtered<Selection>(query: SelectQueryBuilder<Listed, 's', Selection>, viewer: Viewer, filters: StructureFilters): SelectQueryBuilder<Listed, 's', Selection> {
  const { ids, types, ownerships, healthZones, territories, provinces, search } = filters;
  return query
    .where(isSeenStructure(viewer, 's'))
    .where('s.merged_into_id', 'is', null)
    .$if(ids !== undefined, (q) => q.where(sql<boolean>`s.id = any(${ids})`))
    .$if(types !== undefined, (q) => q.where(sql<boolean>`s.type = any(${types})`))
    .$if(ownerships !== undefined, (q) => q.where(sql<boolean>`s.ownership = any(${ownerships})`))
    .$if(healthZones !== undefined, (q) => q.where(inArea('s.health_zone_id', healthZones ?? [])))
    .$if(territories !== undefined, (q) => q.where(inArea('s.territory_id', territories ?? [])))
    .$if(provinces !== undefined, (q) => q.where(inArea('s.province_id', provinces ?? [])))
    .$if(search !== undefined, (q) => q.where('s.name_key', 'like', byName(search)));
}

/** Code and name of an area, or null. Leans on the primary key of `area`. */
const areaName = (column: string) => sql<AreaName | null>`(select json_build_object('code', area.code, 'name', area.name) from area where area.id = ${sql.ref(column)})`;

/** What lists show of `s`; ids and supporters are those of the records behind it that the viewer may see. */
const itemColumns = (viewer: Viewer) => [
  sql<string>`s.id`.as('id'),
  sql<string>`s.name`.as('name'),
  sql<StructureType>`s.type`.as('type'),
  sql<string | null>`s.type_as_given`.as('typeAsGiven'),
  sql<StructureRecord['ownership']>`s.ownership`.as('ownership'),
  sql<[number, number] | null>`case when s.lng_lat is null then null else array[st_x(s.lng_lat), st_y(s.lng_lat)] end`.as('lngLat'),
  areaName('s.health_zone_id').as('healthZone'),
  areaName('s.territory_id').as('territory'),
  areaName('s.province_id').as('province'),
  sql<Tier>`s.tier`.as('tier'),
  sql<StructureItem['externalIds']>`(select coalesce(json_agg(json_build_object('scheme', x.scheme, 'id', x.external_id) order by x.scheme, x.external_id), '[]') from structure_external_id as x join structure as e on e.id = x.structure_id where (e.id = s.id or e.merged_into_id = s.id) and ${isSeenStructure(viewer, 'e')})`.as('externalIds'),
  sql<string[]>`array(select o.name from structure_support as p join structure as e on e.id = p.structure_id join organisation as n on n.id = p.organisation_id join organisation as o on o.id = coalesce(n.merged_into_id, n.id)
    where (e.id = s.id or e.merged_into_id = s.id) and ${isSeenStructure(viewer, 'e')} group by o.id order by o.name_key)`.as('supportedBy'),
  sql<string>`s.source`.as('source'),
  sql<number | null>`s.source_row`.as('sourceRow'),
] as const;

/** Null: there is none, or none that this viewer may see. A record that another stands for is answered by that one. Leans on the primary key. */
export async function getStructure(db: Handle, viewer: Viewer, id: string): Promise<StructureItem | null> {
  const followed = await db.selectFrom('structure').select('merged_into_id as into').where('id', '=', id).executeTakeFirst();
  const query = filtered(db.selectFrom('structure as s'), viewer, { ids: [followed?.into ?? id] });
  return (await query.select([...itemColumns(viewer)]).executeTakeFirst()) ?? null;
}

/** The records behind a structure, the one that stands first: what every source says. Leans on `structure_merged_into_index`. */
export async function listStructureSources(db: Handle, viewer: Viewer, id: string): Promise<StructureSource[]> {
  return db
    .selectFrom('structure as s')
    .where((eb) => eb.or([eb('s.id', '=', id), eb('s.merged_into_id', '=', id)]))
    .where(isSeenStructure(viewer, 's'))
    .select(['s.name', 's.type', 's.source', 's.source_row as sourceRow'])
    .orderBy(sql`s.merged_into_id is not null`)
    .orderBy('s.source')
    .orderBy('s.source_row')
    .orderBy('s.id')
    .execute();
}

/** By name. Leans on `structure_list` for the order, `structure_name` for a search, and the indexes of the three areas. */
export async function listStructures(db: Handle, viewer: Viewer, page: PageRequest & { readonly filters?: StructureFilters | undefined }): Promise<Page<StructureItem>> {
  let query = filtered(db.selectFrom('structure as s'), viewer, page.filters ?? {});
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  if (page.after !== undefined) query = query.where(sql<boolean>`(s.name_key, s.id) > (select c.name_key, c.id from structure as c where c.id = ${page.after} and ${isSeenStructure(viewer, 'c')})`);
  const rows = await query
    .select([...itemColumns(viewer)])
    .orderBy('s.name_key')
    .orderBy('s.id')
    .limit(page.limit + 1)
    .execute();
  return pageOf(rows, page.limit, total);
}
