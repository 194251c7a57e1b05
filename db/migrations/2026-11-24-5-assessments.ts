/** What was found in a structure, and by which standard it is judged. */
export const statements: readonly string[] = [
  `create table assessment (
    id text collate "C" primary key,
    natural_key text collate "C" not null,
    revision integer not null check (revision > 0),
    superseded boolean not null default false,
    structure_id text collate "C" not null references structure (id) on delete cascade,
    assessed_on date not null,
    assessed_by text collate "C",
    functionality text collate "C" not null constraint assessment_functionality check (functionality in ('full', 'partial', 'none', 'unknown')),
    accessibility text collate "C" not null constraint assessment_accessibility check (accessibility in ('full', 'partial', 'none', 'unknown')),
    protocol text collate "C" not null constraint assessment_protocol check (protocol in ('yes', 'no', 'unknown')),
    private_room text collate "C" not null constraint assessment_private_room check (private_room in ('yes', 'no', 'unknown')),
    referral_path text collate "C" not null constraint assessment_referral_path check (referral_path in ('yes', 'no', 'unknown')),
    import_batch_id text collate "C" not null references import_batch (id),
    source text collate "C" not null,
    source_row integer check (source_row > 0),
    content_hash text not null,
    unique (natural_key, revision)
  )`,
  `comment on table assessment is 'What was found in a structure on a date. Never overwritten: a newer one, or a correction, is added; a corrected one is superseded.'`,
  `create unique index assessment_current on assessment (natural_key) where not superseded`,
  `create index assessment_structure on assessment (structure_id, assessed_on)`,
  `create index assessment_batch on assessment (import_batch_id)`,

  `create table assessment_service (
    assessment_id text collate "C" not null references assessment (id) on delete cascade,
    ordinal integer not null check (ordinal > 0),
    service text collate "C" not null constraint assessment_service_service check (service in ('cmr', 'fistulaRepair', 'psychosocial', 'legalAid')),
    availability text collate "C" not null constraint assessment_service_availability check (availability in ('available', 'partial', 'unavailable', 'notNormallyProvided', 'unknown')),
    barriers text[] not null default '{}' constraint assessment_service_barriers check (
      cardinality(barriers) <= 3 and barriers <@ array['staff', 'training', 'supplies', 'equipment', 'finances']),
    primary key (assessment_id, ordinal)
  )`,
  `comment on column assessment_service.barriers is 'Up to three, the most important first.'`,

  `create table trained_staff (
    assessment_id text collate "C" not null references assessment (id) on delete cascade,
    ordinal integer not null check (ordinal > 0),
    service text collate "C" not null constraint trained_staff_service check (service in ('cmr', 'fistulaRepair', 'psychosocial', 'legalAid')),
    cadre text collate "C" not null constraint trained_staff_cadre check (cadre in ('doctor', 'nurse', 'midwife', 'psychologist', 'other')),
    number bigint check (number >= 0),
    women bigint check (women >= 0),
    men bigint check (men >= 0),
    trained_on date,
    protocol_version text,
    primary key (assessment_id, ordinal)
  )`,
  `comment on table trained_staff is 'Numbers only, never names. Null: not counted, or date not known.'`,

  `create table stock_line (
    assessment_id text collate "C" not null references assessment (id) on delete cascade,
    ordinal integer not null check (ordinal > 0),
    item text collate "C" not null constraint stock_line_item check (item in (
      'pepKitAdult', 'pepKitChild', 'emergencyContraception', 'stiTreatment', 'hepatitisB', 'tetanus', 'pregnancyTest', 'iarhKit3', 'fistulaRepairSet')),
    batch text,
    quantity bigint not null check (quantity >= 0),
    expiry date,
    counted_on date not null,
    primary key (assessment_id, ordinal)
  )`,
  `comment on table stock_line is 'One line per batch. Quantity 0: counted and absent. Expiry null: not recorded, so the batch is unknown.'`,

  `create table care_standard (
    code text collate "C" not null,
    version integer not null check (version > 0),
    name_fr text not null,
    name_en text not null,
    service text collate "C" not null constraint care_standard_service check (service in ('cmr', 'fistulaRepair', 'psychosocial', 'legalAid')),
    authority text not null,
    adopted_on date not null,
    assessment_max_age_days integer not null check (assessment_max_age_days > 0),
    stock_count_max_age_days integer not null check (stock_count_max_age_days > 0),
    criteria jsonb not null check (jsonb_array_length(criteria) > 0),
    import_batch_id text collate "C" references import_batch (id),
    source text collate "C" not null,
    source_row integer check (source_row > 0),
    content_hash text not null,
    primary key (code, version)
  )`,
  `comment on table care_standard is 'A versioned list of criteria, adopted by an authority on a date. Several stand side by side. Batch null: comes with the tool.'`,
];
