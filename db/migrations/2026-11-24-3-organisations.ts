/** Who acts, under which names. */
export const statements: readonly string[] = [
  `create table organisation (
    id text collate "C" primary key,
    name text collate "C" not null,
    name_key text collate "C" not null unique,
    acronym text collate "C",
    acronym_key text collate "C",
    type text collate "C" not null constraint organisation_type check (type in (
      'government', 'unAgency', 'internationalNgo', 'nationalNgo', 'redCross', 'donor', 'healthInstitution',
      'peacekeeping', 'communityOrganisation', 'securityForce', 'unknown')),
    type_as_given text,
    listed boolean not null,
    merged_into_id text collate "C" references organisation (id),
    import_batch_id text collate "C" not null references import_batch (id),
    source text collate "C" not null,
    source_row integer check (source_row > 0),
    content_hash text not null,
    constraint organisation_merged check (merged_into_id <> id)
  )`,
  `comment on table organisation is 'An organisation. listed: it came as a record of its own, not only as a name on another record.'`,
  `create index organisation_acronym on organisation (acronym_key)`,
  `create index organisation_name on organisation using gin (name_key gin_trgm_ops)`,
  `create index organisation_merged_into on organisation (merged_into_id)`,
  `create index organisation_batch on organisation (import_batch_id)`,

  `create table organisation_alias (
    organisation_id text collate "C" not null references organisation (id) on delete cascade,
    alias text collate "C" not null,
    alias_key text collate "C" not null,
    primary key (organisation_id, alias_key)
  )`,
  `comment on table organisation_alias is 'Other names of an organisation, with its provenance. An alias that fits two organisations identifies neither.'`,
  `create index organisation_alias_key on organisation_alias (alias_key)`,
];
