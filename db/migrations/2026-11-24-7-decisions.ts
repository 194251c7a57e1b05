/** What people decided about what the tool flagged. */
export const statements: readonly string[] = [
  `create table decision (
    id text collate "C" primary key,
    subject text collate "C" not null constraint decision_subject check (subject in ('overlap')),
    initiative_a_id text collate "C" not null references initiative (id),
    initiative_b_id text collate "C" not null references initiative (id),
    hash_a text not null,
    hash_b text not null,
    verdict text collate "C" not null constraint decision_verdict check (verdict in ('duplication', 'complementary', 'sameRecord', 'notOverlap')),
    reason text not null,
    decided_by text collate "C" not null,
    decided_on date not null,
    import_batch_id text collate "C" not null references import_batch (id),
    source text collate "C" not null,
    source_row integer check (source_row > 0),
    content_hash text not null,
    constraint decision_pair check (initiative_a_id < initiative_b_id)
  )`,
  `comment on table decision is 'A human verdict on a flagged pair, kept for good. The hashes are the content of both sides when it was given: it holds until one changes.'`,
  `create index decision_pair_index on decision (initiative_a_id, initiative_b_id)`,
  `create index decision_side_b on decision (initiative_b_id)`,
  `create index decision_batch on decision (import_batch_id)`,
];
