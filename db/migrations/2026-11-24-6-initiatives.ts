/** Who does what, where, when, for whom. */
export const statements: readonly string[] = [
  `create table initiative (
    id text collate "C" primary key,
    scheme text collate "C" not null,
    external_id text collate "C" not null,
    title text collate "C" not null,
    title_key text collate "C" not null,
    description text,
    topic text collate "C" not null constraint initiative_topic check (topic in ('sexualViolence', 'fistula', 'other')),
    topic_words text[] not null default '{}',
    to_review boolean not null,
    domain text collate "C" constraint initiative_domain check (domain in ('fightAgainstImpunity', 'protectionAndPrevention', 'multisectoralAssistance', 'dataAndMapping')),
    target_groups_as_given text,
    start_on date,
    end_on date,
    status text collate "C" not null constraint initiative_status check (status in ('planned', 'ongoing', 'completed', 'suspended', 'cancelled', 'unknown')),
    status_as_given text,
    reported_on date,
    targeted_women bigint check (targeted_women >= 0),
    targeted_men bigint check (targeted_men >= 0),
    targeted_girls bigint check (targeted_girls >= 0),
    targeted_boys bigint check (targeted_boys >= 0),
    targeted_total bigint check (targeted_total >= 0),
    reached_women bigint check (reached_women >= 0),
    reached_men bigint check (reached_men >= 0),
    reached_girls bigint check (reached_girls >= 0),
    reached_boys bigint check (reached_boys >= 0),
    reached_total bigint check (reached_total >= 0),
    budget double precision check (budget >= 0),
    currency text,
    tier text collate "C" not null constraint initiative_tier check (tier in ('public', 'partners', 'coordination', 'hidden')),
    footprint geometry(MultiPolygon, 4326) constraint initiative_footprint check (st_isvalid(footprint)),
    import_batch_id text collate "C" not null references import_batch (id),
    source text collate "C" not null,
    source_row integer check (source_row > 0),
    content_hash text not null,
    unique (scheme, external_id),
    constraint initiative_period check (end_on >= start_on)
  )`,
  `comment on table initiative is 'Who does what, where, when, for whom (5W). Null counts and dates: not given, which is not zero.'`,
  `comment on column initiative.to_review is 'The text claims something that the rules may not decide; a person should look.'`,
  `comment on column initiative.footprint is 'Null: the areas of initiative_area are the footprint.'`,
  `alter table initiative alter column footprint set statistics 0, alter column description set statistics 0`,
  `create index initiative_list on initiative (title_key, id)`,
  `create index initiative_title on initiative using gin (title_key gin_trgm_ops)`,
  `create index initiative_footprint_index on initiative using gist (footprint)`,
  `create index initiative_batch on initiative (import_batch_id)`,

  `create table initiative_kind (
    initiative_id text collate "C" not null references initiative (id) on delete cascade,
    ordinal integer not null check (ordinal > 0),
    kind text collate "C" not null constraint initiative_kind_kind check (kind in (
      'awareness', 'medicalCare', 'medicalTraining', 'kitSupply', 'mobileMission', 'contingencyStock', 'psychosocial', 'caseManagement',
      'legalAid', 'protection', 'securityTraining', 'socioEconomic', 'coordination', 'dataMapping', 'other')),
    confidence text collate "C" not null constraint initiative_kind_confidence check (confidence in ('stated', 'high', 'medium')),
    rule text,
    words text[] not null default '{}',
    primary key (initiative_id, ordinal)
  )`,
  `comment on table initiative_kind is 'A kind, the words of the source that caused it, and how sure the rule is. Rule null: the source states the kind itself.'`,
  `create index initiative_kind_kind_index on initiative_kind (kind, initiative_id)`,

  `create table initiative_organisation (
    initiative_id text collate "C" not null references initiative (id) on delete cascade,
    ordinal integer not null check (ordinal > 0),
    organisation_id text collate "C" not null references organisation (id),
    role text collate "C" not null constraint initiative_organisation_role check (role in ('funder', 'programming', 'implementing')),
    primary key (initiative_id, ordinal)
  )`,
  `comment on table initiative_organisation is 'Organisations of an initiative, by role, in the order of the source.'`,
  `create index initiative_organisation_organisation on initiative_organisation (organisation_id, initiative_id)`,

  `create table initiative_target_group (
    initiative_id text collate "C" not null references initiative (id) on delete cascade,
    ordinal integer not null check (ordinal > 0),
    target_group text collate "C" not null constraint initiative_target_group_group check (target_group in (
      'communityAtLarge', 'womenAndGirls', 'menAndBoys', 'displaced', 'returnees', 'refugees', 'pupilsAndTeachers', 'communityLeaders',
      'healthStaff', 'peacekeepingMilitary', 'communityLiaisonAssistants', 'armedForces', 'armedForcesDependants', 'exCombatants',
      'police', 'penitentiaryAgents', 'survivorsAssociations')),
    primary key (initiative_id, ordinal)
  )`,
  `comment on table initiative_target_group is 'For whom. No row: the source does not say.'`,
  `create index initiative_target_group_group_index on initiative_target_group (target_group, initiative_id)`,

  `create table initiative_area (
    initiative_id text collate "C" not null references initiative (id) on delete cascade,
    ordinal integer not null check (ordinal > 0),
    area_id text collate "C" not null references area (id),
    primary key (initiative_id, ordinal)
  )`,
  `comment on table initiative_area is 'Where: the finest areas that the source names.'`,
  `create index initiative_area_area on initiative_area (area_id, initiative_id)`,
];
