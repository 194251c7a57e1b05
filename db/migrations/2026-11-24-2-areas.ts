/** Administrative and health units, their other codings, their people; settlements. */
export const statements: readonly string[] = [
  `create table area (
    id text collate "C" primary key,
    type text collate "C" not null constraint area_type check (type in ('country', 'province', 'territory', 'healthZone', 'healthArea')),
    code text collate "C" not null,
    name text collate "C" not null,
    name_key text collate "C" not null,
    parent_code text collate "C",
    parent_id text collate "C" references area (id),
    geometry geometry(MultiPolygon, 4326) constraint area_geometry check (st_isvalid(geometry)),
    area_km2 double precision generated always as (round((st_area(geometry::geography, true) / 1e6)::numeric, 4)::double precision) stored,
    valid_from date,
    valid_to date,
    import_batch_id text collate "C" not null references import_batch (id),
    source text collate "C" not null,
    source_row integer check (source_row > 0),
    content_hash text not null,
    unique (type, code),
    constraint area_validity check (valid_to >= valid_from)
  )`,
  `comment on table area is 'One administrative or health unit. The code is unique per type. Territories and health zones are two hierarchies that cross. No geometry: known by name only.'`,
  `comment on column area.area_km2 is 'On the WGS 84 ellipsoid, on which both databases agree; on the sphere PostGIS 3.6 is 0.7 % short. Null without geometry.'`,
  // Statistics of outlines cost seconds and change no plan.
  `alter table area alter column geometry set statistics 0`,
  `create index area_code_index on area (code)`,
  `create index area_parent on area (parent_id)`,
  `create index area_parent_code on area (parent_code)`,
  `create index area_name_key on area (name_key)`,
  `create index area_geometry_index on area using gist (geometry)`,
  `create index area_batch on area (import_batch_id)`,

  `create table area_code (
    area_id text collate "C" not null references area (id) on delete cascade,
    scheme text collate "C" not null,
    code text collate "C" not null,
    primary key (area_id, scheme)
  )`,
  `comment on table area_code is 'Crosswalk: other codings of the same area (DHIS2, SNIS, MSF), with the provenance of the area.'`,
  `create index area_code_scheme on area_code (scheme, code)`,

  `create table area_population (
    id text collate "C" primary key,
    area_id text collate "C" not null references area (id) on delete cascade,
    value double precision not null check (value >= 0),
    year integer,
    import_batch_id text collate "C" not null references import_batch (id),
    source text collate "C" not null,
    source_row integer check (source_row > 0),
    content_hash text not null
  )`,
  `comment on table area_population is 'People in an area, one row per source and year, side by side. No row: not known, which is not zero.'`,
  `create index area_population_area on area_population (area_id)`,
  `create index area_population_batch on area_population (import_batch_id)`,

  `create table place (
    id text collate "C" primary key,
    external_id text collate "C" not null,
    type text collate "C" not null constraint place_type check (type in ('settlement', 'displacementSite')),
    name text collate "C" not null,
    lng_lat geometry(Point, 4326) not null,
    population double precision check (population >= 0),
    import_batch_id text collate "C" not null references import_batch (id),
    source text collate "C" not null,
    source_row integer check (source_row > 0),
    content_hash text not null,
    unique (source, external_id)
  )`,
  `comment on table place is 'A settlement or displacement site. Population null: not known.'`,
  `alter table place alter column lng_lat set statistics 0`,
  `create index place_lng_lat on place using gist (lng_lat)`,
  `create index place_batch on place (import_batch_id)`,
];
