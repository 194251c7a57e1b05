/** Health structures. */
export const statements: readonly string[] = [
  `create table structure (
    id text collate "C" primary key,
    name text collate "C" not null,
    name_key text collate "C" not null,
    type text collate "C" not null constraint structure_type check (type in ('HGR', 'CSR', 'CS', 'PS', 'CISM', 'mobile', 'nonClinical', 'other')),
    type_as_given text,
    ownership text collate "C" not null constraint structure_ownership check (ownership in ('public', 'faithBased', 'ngo', 'private', 'unknown')),
    tier text collate "C" not null constraint structure_tier check (tier in ('public', 'partners', 'coordination', 'hidden')),
    lng_lat geometry(Point, 4326),
    declared_area_code text collate "C",
    declared_area_name text,
    declared_area_name_key text collate "C",
    health_zone_id text collate "C" references area (id),
    territory_id text collate "C" references area (id),
    province_id text collate "C" references area (id),
    import_batch_id text collate "C" not null references import_batch (id),
    source text collate "C" not null,
    source_row integer check (source_row > 0),
    content_hash text not null
  )`,
  `comment on table structure is 'A health structure. No position: known by area only. The tier says for whom it exists.'`,
  `alter table structure alter column lng_lat set statistics 0`,
  `create index structure_list on structure (name_key, id)`,
  `create index structure_name on structure using gin (name_key gin_trgm_ops)`,
  `create index structure_lng_lat on structure using gist (lng_lat)`,
  `create index structure_health_zone on structure (health_zone_id)`,
  `create index structure_territory on structure (territory_id)`,
  `create index structure_province on structure (province_id)`,
  `create index structure_batch on structure (import_batch_id)`,

  `create table structure_external_id (
    structure_id text collate "C" not null references structure (id) on delete cascade,
    scheme text collate "C" not null,
    external_id text collate "C" not null,
    primary key (scheme, external_id)
  )`,
  `comment on table structure_external_id is 'Ids of a structure in other registers (OSM, healthsites, DHIS2, ministry of health).'`,
  `create index structure_external_id_structure on structure_external_id (structure_id)`,

  `create table structure_support (
    structure_id text collate "C" not null references structure (id) on delete cascade,
    organisation_id text collate "C" not null references organisation (id),
    primary key (structure_id, organisation_id)
  )`,
  `comment on table structure_support is 'Organisations that support a structure, with the provenance of the structure.'`,
  `create index structure_support_organisation on structure_support (organisation_id)`,
];
