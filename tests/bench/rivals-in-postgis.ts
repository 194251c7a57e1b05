import type pg from 'pg';
import type { MultiPolygonCoords } from '#analysis/area-edges';
import type { OverlapInitiative } from '#analysis/overlap-sweep';
import { activeDays } from '#domain/initiative-rules';
import { OVERLAP_TOPICS } from '#domain/overlap-rules';
import { initiativeKinds, targetGroups } from '#domain/vocabularies/initiatives';

type Positions = { readonly lng: Float64Array; readonly lat: Float64Array };

/** Rows in one statement. */
const PART = 5_000;

async function insert(client: pg.Client, statement: string, rows: readonly unknown[]): Promise<void> {
  for (let at = 0; at < rows.length; at += PART) await client.query(statement, [JSON.stringify(rows.slice(at, at + PART))]);
}

/** A table of numbered points, as geography on the sphere and as geometry, indexed. */
export async function loadPoints(client: pg.Client, table: 'point' | 'site' | 'place', { lng, lat }: Positions): Promise<void> {
  await client.query(`create table ${table} (id integer primary key, geog geography(point, 4326) not null, geom geometry(point, 4326) not null)`);
  await insert(client, `insert into ${table} select id, st_makepoint(lng, lat)::geography, st_setsrid(st_makepoint(lng, lat), 4326) from jsonb_to_recordset($1) as r(id integer, lng double precision, lat double precision)`,
    Array.from(lng, (x, id) => ({ id, lng: x, lat: lat[id] })));
  await client.query(`create index on ${table} using gist (geog)`);
  await client.query(`create index on ${table} using gist (geom)`);
  await client.query(`analyze ${table}`);
}

export async function loadZones(client: pg.Client, zones: readonly MultiPolygonCoords[]): Promise<void> {
  await client.query('create table zone (id integer primary key, geom geometry(multipolygon, 4326) not null)');
  for (const [id, coordinates] of zones.entries()) await client.query('insert into zone values ($1, st_setsrid(st_geomfromgeojson($2), 4326))', [id, JSON.stringify({ type: 'MultiPolygon', coordinates })]);
  await client.query('create index on zone using gist (geom)');
  await client.query('analyze zone');
}

/** Number of the nearest site of each point: the index finds the nearest, as PostGIS orders by distance on the sphere. No two sites of the bench are equally far from a point. */
export async function answerNearest(client: pg.Client): Promise<Int32Array> {
  const { rows } = await client.query<[number]>({ text: 'select (select s.id from site as s order by s.geog <-> p.geog limit 1) from point as p order by p.id', rowMode: 'array' });
  return Int32Array.from(rows, ([site]) => site);
}

/** Number of the zone that contains each point; on a border, which `ST_Contains` gives to nobody, the lowest of those that cover it; −1: none. */
export async function answerContained(client: pg.Client, count: number): Promise<Int32Array> {
  const { rows } = await client.query<[number, number]>({
    text: `select p.id, z.id from place as p join zone as z on st_contains(z.geom, p.geom)
      union all select p.id, min(z.id) from place as p join zone as z on z.geom && p.geom and st_touches(z.geom, p.geom) group by p.id`,
    rowMode: 'array',
  });
  const zones = new Int32Array(count).fill(-1);
  for (const [point, zone] of rows) zones[point] = zone;
  return zones;
}

/** One row for each initiative that may overlap with others, and one for each of its areas, with what is compared. */
export async function loadInitiatives(client: pg.Client, initiatives: readonly OverlapInitiative[]): Promise<void> {
  await client.query('create table initiative_area (area integer not null, id integer not null, topic integer not null, kinds integer not null, groups integer not null, organisations text[] not null, period int4range not null)');
  const rows = initiatives.flatMap((one, id) => {
    const days = activeDays(one);
    const kinds = one.kinds.filter((kind) => kind !== 'other').reduce((bits, kind) => bits | (1 << initiativeKinds.codes.indexOf(kind)), 0);
    const groups = one.targetGroups.reduce((bits, group) => bits | (1 << targetGroups.codes.indexOf(group)), 0);
    const topic = OVERLAP_TOPICS.indexOf(one.topic);
    if (days === null || kinds === 0 || groups === 0 || topic === -1) return [];
    const bound = (day: number): number | null => (Number.isFinite(day) ? day : null);
    return [...new Set(one.areas)].map((area) => ({ area, id, topic, kinds, groups, organisations: one.organisations, from: bound(days.from), to: bound(days.to) }));
  });
  await insert(client, `insert into initiative_area select area, id, topic, kinds, groups, organisations, int4range("from", "to", '[]')
    from jsonb_to_recordset($1) as r(area integer, id integer, topic integer, kinds integer, groups integer, organisations text[], "from" integer, "to" integer)`, rows);
  await client.query('create extension if not exists btree_gist');
  await client.query('create index on initiative_area using gist (area, period)');
  await client.query('create index on initiative_area (area, topic)');
  await client.query('analyze initiative_area');
}

/** Pairs that meet, each once, as `a b`: same topic, a shared kind, target group and area, periods that meet, no organisation in common. */
export async function answerOverlaps(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<[number, number]>({
    text: `select distinct a.id, b.id from initiative_area as a join initiative_area as b on b.area = a.area and b.topic = a.topic and a.id < b.id and a.period && b.period
      where a.kinds & b.kinds <> 0 and a.groups & b.groups <> 0 and not a.organisations && b.organisations`,
    rowMode: 'array',
  });
  return rows.map(([a, b]) => `${a} ${b}`);
}
