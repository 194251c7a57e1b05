/** Which field each column of an unknown table is, as a person said it: a table with the same headers is read by it. */
export const statements: readonly string[] = [
  `create table column_mapping (
    id text collate "C" primary key,
    name text not null check (name <> ''),
    signature text collate "C" not null unique,
    record_kind text collate "C" not null constraint column_mapping_kind check (record_kind in ('initiative', 'structure', 'organisation', 'area', 'population', 'assessment', 'stock')),
    columns jsonb not null constraint column_mapping_columns check (jsonb_typeof(columns) = 'object'),
    saved_at timestamptz not null default now()
  )`,
  `comment on column column_mapping.signature is 'Digest of the headers, in order. The headers themselves are not kept.'`,
  `comment on column column_mapping.columns is '0-based column to name of field.'`,
];
