/** What people and rules decided about names and records that may be one, and how a changed row stays the same initiative. */
export const statements: readonly string[] = [
  `alter table structure
    add column merged_into_id text collate "C" constraint structure_merged_into references structure (id) on delete set null,
    add column first_batch_id text collate "C" references import_batch (id),
    add constraint structure_merged check (merged_into_id <> id)`,
  `comment on column structure.merged_into_id is 'The record that stands for this one too. Both stay, as evidence; lists, engine and counts show the one that stands. Never a chain.'`,
  `comment on column structure.first_batch_id is 'The batch that brought it first; import_batch_id is the one that changed it last.'`,
  `update structure set first_batch_id = import_batch_id`,
  `create index structure_merged_into_index on structure (merged_into_id)`,
  `create index structure_first_batch on structure (first_batch_id)`,

  // An organisation that goes leaves those that followed it standing on their own.
  `alter table organisation drop constraint organisation_merged_into_id_fkey`,
  `alter table organisation add constraint organisation_merged_into_id_fkey foreign key (merged_into_id) references organisation (id) on delete set null`,

  `create table match_pair (
    id text collate "C" primary key,
    kind text collate "C" not null constraint match_pair_kind check (kind in ('structure', 'organisation')),
    side_a text collate "C" not null,
    side_b text collate "C" not null,
    score double precision not null check (score between 0 and 1),
    reasons text[] not null,
    distance_km double precision check (distance_km >= 0),
    joined_by_rule boolean not null,
    unique (kind, side_a, side_b),
    constraint match_pair_order check (side_a < side_b)
  )`,
  `comment on table match_pair is 'Pairs that may be one, found by rule from what is stored and found anew whenever that changes: a derived table. The sides are ids of records of the kind.'`,
  `create index match_pair_queue on match_pair (kind, score desc, id)`,
  `create index match_pair_side_b on match_pair (side_b)`,

  `create table match_verdict (
    kind text collate "C" not null constraint match_verdict_kind check (kind in ('structure', 'organisation')),
    side_a text collate "C" not null,
    side_b text collate "C" not null,
    verdict text collate "C" not null constraint match_verdict_verdict check (verdict in ('same', 'different')),
    reason text not null,
    decided_by text not null,
    decided_on date not null,
    primary key (kind, side_a, side_b),
    constraint match_verdict_order check (side_a < side_b)
  )`,
  `comment on table match_verdict is 'What a person said of a pair. It outlives the records: ids come from their natural keys, so a record that is loaded again meets its verdict.'`,

  `create table name_verdict (
    kind text collate "C" not null constraint name_verdict_kind check (kind in ('area', 'organisation', 'structure')),
    level text collate "C" not null,
    name_key text collate "C" not null,
    within_key text collate "C" not null,
    target text collate "C",
    decided_on date not null,
    primary key (kind, level, name_key, within_key)
  )`,
  `comment on table name_verdict is 'What a person said a name of a file means. target: type and code of an area, or id of the record; null: none of those that are known. Empty level or within_key: not given.'`,

  `alter table initiative add column body_hash text`,
  `comment on column initiative.body_hash is 'Content without the date of the report, its source and its id: a row that a later report repeats is confirmed, not changed.'`,
  `create table initiative_alias (
    scheme text collate "C" not null,
    external_id text collate "C" not null,
    initiative_id text collate "C" not null references initiative (id) on delete cascade,
    score double precision not null check (score between 0 and 1),
    reasons text[] not null,
    import_batch_id text collate "C" not null references import_batch (id),
    primary key (scheme, external_id)
  )`,
  `comment on table initiative_alias is 'Fingerprints under which an initiative of a source without ids came again, changed. Score and reasons say why it was taken for the same.'`,
  `create index initiative_alias_initiative on initiative_alias (initiative_id)`,
  `create index initiative_alias_batch on initiative_alias (import_batch_id)`,
];
