/** What partners want changed in records that are not their own: it waits for the coordination. */
export const statements: readonly string[] = [
  `create table edit_review (
    id text collate "C" primary key,
    proposed_at timestamptz not null default now(),
    account_id text collate "C",
    organisation_id text collate "C",
    entered_by text not null,
    source text,
    record_kind text collate "C" not null constraint edit_review_kind check (record_kind in ('structure', 'initiative')),
    record_id text collate "C" not null,
    edit jsonb not null,
    provinces text[] not null,
    state text collate "C" not null default 'waiting' constraint edit_review_state check (state in ('waiting', 'accepted', 'returned')),
    reason text,
    decided_at timestamptz,
    decided_by text collate "C",
    constraint edit_review_decided check ((state = 'waiting') = (decided_at is null)),
    constraint edit_review_reason check (state <> 'returned' or reason is not null)
  )`,
  `comment on table edit_review is 'An edit of a record as a partner sent it, and what became of it. edit holds the fields of the form. No key points to records or accounts: what was asked outlives them.'`,
  `comment on column edit_review.provinces is 'Codes of the provinces that the record is in, before and after: whose coordination decides.'`,
  `create index edit_review_waiting on edit_review (state, proposed_at)`,
  `create index edit_review_organisation on edit_review (organisation_id)`,
];
