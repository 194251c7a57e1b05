/** Working groups with their month, and early-warning signals. Later work fills them. */
export const statements: readonly string[] = [
  `create table working_group (
    id text collate "C" primary key,
    domain text collate "C" not null constraint working_group_domain check (domain in ('fightAgainstImpunity', 'protectionAndPrevention', 'multisectoralAssistance', 'dataAndMapping')),
    province_id text collate "C" not null references area (id),
    government_lead_id text collate "C" references organisation (id),
    un_lead_id text collate "C" references organisation (id),
    import_batch_id text collate "C" not null references import_batch (id),
    source text collate "C" not null,
    source_row integer check (source_row > 0),
    content_hash text not null,
    unique (domain, province_id)
  )`,
  `comment on table working_group is 'One coordination group: a domain in a province, co-led by a government institution and a UN agency.'`,
  `create index working_group_province on working_group (province_id)`,

  `create table working_group_member (
    working_group_id text collate "C" not null references working_group (id) on delete cascade,
    organisation_id text collate "C" not null references organisation (id),
    primary key (working_group_id, organisation_id)
  )`,
  `create index working_group_member_organisation on working_group_member (organisation_id)`,

  `create table meeting (
    id text collate "C" primary key,
    working_group_id text collate "C" not null references working_group (id) on delete cascade,
    held_on date not null,
    data_version bigint,
    parameters jsonb,
    snapshot jsonb,
    import_batch_id text collate "C" not null references import_batch (id),
    source text collate "C" not null,
    source_row integer check (source_row > 0),
    content_hash text not null,
    unique (working_group_id, held_on)
  )`,
  `comment on table meeting is 'A monthly meeting. It freezes a snapshot: parameters, classes, figures.'`,

  `create table agenda_item (
    meeting_id text collate "C" not null references meeting (id) on delete cascade,
    ordinal integer not null check (ordinal > 0),
    need text not null,
    flag_kind text collate "C",
    area_id text collate "C" references area (id),
    proposed_solution text,
    decision text,
    primary key (meeting_id, ordinal)
  )`,
  `comment on table agenda_item is 'Need, gap, proposed solution, decision.'`,
  `create index agenda_item_area on agenda_item (area_id)`,

  `create table agenda_action (
    meeting_id text collate "C" not null,
    item_ordinal integer not null,
    ordinal integer not null check (ordinal > 0),
    action text not null,
    owner_id text collate "C" references organisation (id),
    due_on date,
    closed_on date,
    primary key (meeting_id, item_ordinal, ordinal),
    foreign key (meeting_id, item_ordinal) references agenda_item (meeting_id, ordinal) on delete cascade
  )`,
  `comment on table agenda_action is 'An action with an owner, which is an organisation, and a due date; closed by the data itself when the gap closes.'`,
  `create index agenda_action_owner on agenda_action (owner_id)`,

  `create table signal (
    id text collate "C" primary key,
    area_id text collate "C" not null references area (id),
    period_start date not null,
    period_end date not null,
    category text collate "C" not null constraint signal_category check (category in ('militarySecurity', 'socialHumanitarian', 'politicalLegal', 'economic')),
    indicator text collate "C" not null,
    level integer not null constraint signal_level check (level between 1 and 4),
    trend text collate "C" not null constraint signal_trend check (trend in ('rising', 'stable', 'falling', 'unknown')),
    confidence text collate "C" not null constraint signal_confidence check (confidence in ('low', 'medium', 'high', 'unknown')),
    import_batch_id text collate "C" not null references import_batch (id),
    source text collate "C" not null,
    source_row integer check (source_row > 0),
    content_hash text not null,
    constraint signal_period check (period_end >= period_start)
  )`,
  `comment on table signal is 'An early-warning indicator observed in an area over a period. Never a point, never an incident, never a person.'`,
  `create index signal_area on signal (area_id, period_start)`,
  `create index signal_batch on signal (import_batch_id)`,
];
