/** Where records come from, and how often the data changed. */
export const statements: readonly string[] = [
  `create table import_batch (
    id text collate "C" primary key,
    ordinal bigint generated always as identity unique,
    file_name text not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    profile text not null,
    source text not null,
    exercise boolean not null,
    started_at timestamptz not null default now(),
    finished_at timestamptz,
    rows bigint check (rows >= 0),
    accepted bigint check (accepted >= 0),
    unchanged bigint check (unchanged >= 0),
    refused bigint check (refused >= 0),
    constraint import_batch_counts check (rows = accepted + unchanged + refused)
  )`,
  `comment on table import_batch is 'One loaded file. Every record names the batch and the row it came from. Refused rows are not kept.'`,
  `create index import_batch_exercise on import_batch (ordinal) where exercise`,

  `create table data_version (
    only_row boolean primary key default true check (only_row),
    version bigint not null
  )`,
  `comment on table data_version is 'Counts the changes of the data. What is computed from the data is keyed by it.'`,
  `insert into data_version (version) values (0)`,
];
