/** What every load overwrote or met again, so that any of them can be taken back later. */
export const statements: readonly string[] = [
  `alter table import_batch
    add column import_id text collate "C",
    add column undone_at timestamptz,
    add column reported_on date,
    add column details jsonb`,
  `update import_batch set import_id = id`,
  `alter table import_batch alter column import_id set not null`,
  `comment on column import_batch.import_id is 'The same through apply, undo and apply again: each time it is applied is a batch of its own.'`,
  `comment on column import_batch.undone_at is 'Null: it stands. The rest of the row stays, as history.'`,
  `create index import_batch_import on import_batch (import_id)`,

  `create table record_before (
    batch_id text collate "C" not null references import_batch (id),
    record_table text collate "C" not null,
    record_id text collate "C" not null,
    before_batch_id text collate "C" not null references import_batch (id),
    content_hash text not null,
    image jsonb not null,
    primary key (batch_id, record_table, record_id)
  )`,
  `comment on table record_before is 'A record with its parts as it was before this batch changed it, and the batch that had written it so: the versions of a record are a chain. A record that a batch added has no row here.'`,
  `create index record_before_record on record_before (record_table, record_id)`,
  `create index record_before_previous on record_before (before_batch_id)`,

  `create table record_seen (
    batch_id text collate "C" not null references import_batch (id),
    record_table text collate "C" not null,
    record_id text collate "C" not null,
    source_row integer,
    primary key (batch_id, record_table, record_id)
  )`,
  `comment on table record_seen is 'A record that this batch says as well, word for word: it stays when the batch that first said it is taken back.'`,
  `create index record_seen_record on record_seen (record_table, record_id)`,
];
