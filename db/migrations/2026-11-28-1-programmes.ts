/** Records by which programmes change the answer, each kept whole; standards become such records; initiatives may name the services that they announce. */
export const statements: readonly string[] = [
  `create table programme_record (
    id text collate "C" primary key,
    kind text collate "C" not null constraint programme_record_kind check (kind in ('trainingSession', 'kitMovement', 'mission', 'proposalVerdict', 'careStandard')),
    scheme text collate "C" not null,
    external_id text collate "C" not null,
    tier text collate "C" constraint programme_record_tier check (tier in ('public', 'partners', 'coordination', 'hidden')),
    content jsonb not null,
    import_batch_id text collate "C" not null references import_batch (id),
    source text collate "C" not null,
    source_row integer check (source_row > 0),
    content_hash text not null,
    unique (kind, scheme, external_id)
  )`,
  `comment on table programme_record is 'Training sessions, movements of kits, missions, answers to proposals and standards of care, one row each. Corrections overwrite; what was there is in record_before.'`,
  `comment on column programme_record.tier is 'Null: the record has none of its own. It is seen by whoever sees the structures that it is about; a standard is public.'`,
  `comment on column programme_record.content is 'The record without its provenance, as its schema in the domain says.'`,
  `create index programme_record_by_kind on programme_record (kind, id)`,
  `create index programme_record_batch on programme_record (import_batch_id)`,

  `create table programme_structure (
    record_id text collate "C" not null references programme_record (id) on delete cascade,
    ordinal integer not null check (ordinal > 0),
    structure_id text collate "C" not null references structure (id),
    scheme text collate "C" not null,
    external_id text collate "C" not null,
    primary key (record_id, ordinal)
  )`,
  `comment on table programme_structure is 'Structures that a record names, each once, under the scheme and id by which it names it.'`,
  `create index programme_structure_structure on programme_structure (structure_id)`,

  // No load could bring a standard: the table held the one that comes with the tool, which is in the code.
  `drop table care_standard`,

  `alter table initiative add column announced_services text[] constraint initiative_announced_services check (
    cardinality(announced_services) > 0 and announced_services <@ array['cmr', 'fistulaRepair', 'psychosocial', 'legalAid'])`,
  `comment on column initiative.announced_services is 'Services that an awareness initiative tells people about. Null: not said, so those of its topic.'`,
];
