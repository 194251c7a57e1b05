import { sql } from 'kysely';
import { areaNameKey } from '#domain/area-names';
import type { AreaRecord, AreaType, PlaceRecord } from '#domain/records';
import type { Viewer } from '#domain/viewer';
import { deleteOf, partsOf, writeRows } from './bulk';
import { pageOf, type Handle, type Page, type PageRequest, type Saved } from './handle';
import { contentHash, idOf } from './identity';
import { newestPopulation, type Population } from './newest-population';
import { planSaves } from './saving';

/** People in an area that was found: code and type, never a name. */
export interface ResolvedPopulation {
  readonly areaType: AreaType;
  readonly areaCode: string;
  readonly value: number;
  readonly year: number | null;
  readonly source: string;
  readonly sourceRow: number | null;
}
/** What names resolve against. `codes`: other codings of the same area, by scheme. */
export interface AreaIndexEntry {
  readonly type: AreaType;
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  readonly codes: Record<string, string>;
}
/** `population` null: not known. Of several, the one of the newest year, then the one loaded last. */
export interface AreaListItem extends AreaIndexEntry {
  readonly id: string;
  readonly population: Population | null;
  readonly hasGeometry: boolean;
  readonly source: string;
  readonly sourceRow: number | null;
}

/** Outlines are long: fewer of them to a statement. */
const AREAS_PER_STATEMENT = 50;
const GEOMETRIES_PER_PAGE = 50;

/** Same area on the next load: same type and code. */
export const areaId = (type: AreaType, code: string): string => idOf('area', type, code);

/**
 * Saves areas with their codes and population. Geometries are those that `checkGeometries` gave back; a parent may come
 * later than its children. Leans on the primary key, and on `area_code_index` and `area_parent_code` to tie parents.
 */
export async function saveAreas(db: Handle, batchId: string, records: readonly AreaRecord[]): Promise<Saved[]> {
  const saved: Saved[] = [];
  for (const part of partsOf(records, AREAS_PER_STATEMENT)) saved.push(...(await savePart(db, batchId, part)));
  return saved;
}

async function savePart(db: Handle, batchId: string, records: readonly AreaRecord[]): Promise<Saved[]> {
  const candidates = records.map((content) => ({ id: areaId(content.type, content.code), hash: contentHash(content), content }));
  const { results, writes } = await planSaves(db, batchId, 'area', candidates);
  if (writes.length === 0) return results;
  await writeRows(
    db,
    'area',
    {
      id: 'text', type: 'text', code: 'text', name: 'text', name_key: 'text', parent_code: 'text', geometry: 'outline', valid_from: 'date', valid_to: 'date',
      import_batch_id: 'text', source: 'text', source_row: 'integer', content_hash: 'text',
    },
    writes.map(({ id, hash, content }) => ({
      id,
      type: content.type,
      code: content.code,
      name: content.name,
      name_key: areaNameKey(content.name),
      parent_code: content.parentCode,
      geometry: content.geometry,
      valid_from: content.validFrom,
      valid_to: content.validTo,
      import_batch_id: batchId,
      source: content.source,
      source_row: content.sourceRow,
      content_hash: hash,
    })),
    ['id'],
  );
  await deleteOf(db, 'area_code', 'area_id', writes.map(({ id }) => id));
  await writeRows(db, 'area_code', { area_id: 'text', scheme: 'text', code: 'text' }, writes.flatMap(({ id, content }) => Object.entries(content.codes).map(([scheme, code]) => ({ area_id: id, scheme, code }))));
  await savePopulations(db, batchId, writes.flatMap(({ content: { type, code, population, sourceRow } }) => (population === null ? [] : [{ areaType: type, areaCode: code, ...population, sourceRow }])));
  await tieParents(db, writes);
  return results;
}

/** Parents are named by code; whichever of the two comes later ties the knot. Of parents of two types, the nearest. Null: of all areas. */
export async function tieParents(db: Handle, written: readonly { readonly id: string; readonly content: AreaRecord }[] | null): Promise<void> {
  const touched = written === null ? sql`` : sql`where child.id = any(${written.map(({ id }) => id)}) or child.parent_code = any(${written.map(({ content }) => content.code)})`;
  const rank = (column: string) => sql`array_position(array['country', 'province', 'territory', 'healthZone', 'healthArea'], ${sql.ref(column)}::text)`;
  await sql`
    update area set parent_id = found.parent_id
    from (
      select distinct on (child.id) child.id, parent.id as parent_id
      from area as child left join area as parent on parent.code = child.parent_code and ${rank('parent.type')} < ${rank('child.type')}
      ${touched}
      order by child.id, ${rank('parent.type')} desc
    ) as found
    where area.id = found.id and area.parent_id is distinct from found.parent_id`.execute(db);
}

/** One row per area, source and year, side by side. Throws if an area is not there: the caller resolves first. Leans on the primary keys. */
export async function savePopulations(db: Handle, batchId: string, records: readonly ResolvedPopulation[]): Promise<Saved[]> {
  const candidates = records.map((content) => ({
    id: idOf('population', content.areaType, content.areaCode, content.source, content.year ?? ''),
    hash: contentHash(content),
    content,
  }));
  const { results, writes } = await planSaves(db, batchId, 'area_population', candidates);
  await writeRows(
    db,
    'area_population',
    { id: 'text', area_id: 'text', value: 'double precision', year: 'integer', import_batch_id: 'text', source: 'text', source_row: 'integer', content_hash: 'text' },
    writes.map(({ id, hash, content }) => ({
      id,
      area_id: areaId(content.areaType, content.areaCode),
      value: content.value,
      year: content.year,
      import_batch_id: batchId,
      source: content.source,
      source_row: content.sourceRow,
      content_hash: hash,
    })),
    ['id'],
  );
  return results;
}

/** Same place on the next load: same source and external id. Leans on the primary key. */
export async function savePlaces(db: Handle, batchId: string, records: readonly PlaceRecord[]): Promise<Saved[]> {
  const candidates = records.map((content) => ({ id: idOf('place', content.source, content.externalId), hash: contentHash(content), content }));
  const { results, writes } = await planSaves(db, batchId, 'place', candidates);
  await writeRows(
    db,
    'place',
    {
      id: 'text', external_id: 'text', type: 'text', name: 'text', lng_lat: 'position', population: 'double precision',
      import_batch_id: 'text', source: 'text', source_row: 'integer', content_hash: 'text',
    },
    writes.map(({ id, hash, content }) => ({
      id,
      external_id: content.externalId,
      type: content.type,
      name: content.name,
      lng_lat: content.lngLat,
      population: content.population,
      import_batch_id: batchId,
      source: content.source,
      source_row: content.sourceRow,
      content_hash: hash,
    })),
    ['id'],
  );
  return results;
}

/** The codes of area `a`, by scheme. Leans on the primary key of `area_code`. */
const codes = sql<Record<string, string>>`(select coalesce(json_object_agg(c.scheme, c.code order by c.scheme), '{}') from area_code as c where c.area_id = a.id)`.as('codes');

/** Every area, by type and code, for resolving names and codes in memory. Leans on the unique index on (type, code). */
export async function areaIndex(db: Handle): Promise<AreaIndexEntry[]> {
  return db
    .selectFrom('area as a')
    .select(['a.type', 'a.code', 'a.name', 'a.parent_code as parentCode', codes])
    .orderBy('a.type')
    .orderBy('a.code')
    .execute();
}

/** West, south, east, north in degrees; null while no area has a geometry. Reads the bounding boxes only. */
export async function areasExtent(db: Handle): Promise<[number, number, number, number] | null> {
  const { rows } = await sql<{ west: number | null; south: number; east: number; north: number }>`
    select st_xmin(box) as west, st_ymin(box) as south, st_xmax(box) as east, st_ymax(box) as north from (select st_extent(geometry) as box from area) as extent`.execute(db);
  const box = rows[0];
  return box === undefined || box.west === null ? null : [box.west, box.south, box.east, box.north];
}

/** By type and code. Areas are public: every viewer sees all. Leans on the unique index on (type, code). */
export async function listAreas(db: Handle, _viewer: Viewer, page: PageRequest & { readonly type?: AreaType | undefined }): Promise<Page<AreaListItem>> {
  let query = db.selectFrom('area as a');
  if (page.type !== undefined) query = query.where('a.type', '=', page.type);
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  if (page.after !== undefined) query = query.where(sql<boolean>`(a.type, a.code) > (select type, code from area where id = ${page.after})`);
  const rows = await query
    .leftJoinLateral(newestPopulation, (join) => join.onTrue())
    .select(['a.id', 'a.code', 'a.type', 'a.name', 'a.parent_code as parentCode', 'a.source', 'a.source_row as sourceRow', codes, 'people.population'])
    .select(sql<boolean>`a.geometry is not null`.as('hasGeometry'))
    .orderBy('a.type')
    .orderBy('a.code')
    .limit(page.limit + 1)
    .execute();
  return pageOf(rows, page.limit, total);
}

/**
 * Outlines as GeoJSON text (MultiPolygon, EPSG:4326), by code. `toleranceDeg` simplifies for the screen, in degrees, and
 * the same on both databases, which GEOS's own way is not. `decimals` of a degree: 6 unless asked, 15 are all that there are. Areas without a geometry are left out. Leans on the unique index on (type, code).
 */
export async function* listAreaGeometries(db: Handle, _viewer: Viewer, type: AreaType, options: { readonly toleranceDeg?: number | undefined; readonly decimals?: number | undefined } = {}): AsyncIterable<{ code: string; geojson: string }> {
  const tolerance = options.toleranceDeg ?? 0;
  const outline = tolerance > 0 ? sql`st_simplify(geometry, ${tolerance}::double precision, true)` : sql`geometry`;
  let after = '';
  for (;;) {
    const rows = await db
      .selectFrom('area')
      .select(['code', sql<string>`st_asgeojson(${outline}, ${options.decimals ?? 6}::integer)`.as('geojson')])
      .where('type', '=', type)
      .where('code', '>', after)
      .where('geometry', 'is not', null)
      .orderBy('code')
      .limit(GEOMETRIES_PER_PAGE)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < GEOMETRIES_PER_PAGE) return;
    after = last.code;
  }
}
