/** A table of records: the columns whose change is one of the record (null: all of them), its parts by the column that names the record, and its geometry. */
interface Journalled {
  readonly table: string;
  readonly compared: string | null;
  readonly parts: Readonly<Record<string, string>>;
  readonly geometry: string | null;
}

/** Columns that are left out follow from other records: the area of a structure, the revision that counts, the last report that says the same. */
const TABLES: readonly Journalled[] = [
  { table: 'area', compared: 'type code name parent_code geometry valid_from valid_to import_batch_id source source_row content_hash', parts: { area_code: 'area_id' }, geometry: 'geometry' },
  { table: 'area_population', compared: null, parts: {}, geometry: null },
  { table: 'place', compared: null, parts: {}, geometry: 'lng_lat' },
  { table: 'organisation', compared: null, parts: { organisation_alias: 'organisation_id' }, geometry: null },
  {
    table: 'structure',
    compared: 'name type type_as_given ownership tier lng_lat declared_area_code declared_area_name merged_into_id import_batch_id source source_row content_hash',
    parts: { structure_external_id: 'structure_id', structure_support: 'structure_id' }, geometry: 'lng_lat',
  },
  {
    table: 'assessment',
    compared: 'natural_key structure_id assessed_on assessed_by functionality accessibility protocol private_room referral_path import_batch_id source source_row content_hash',
    parts: { assessment_service: 'assessment_id', trained_staff: 'assessment_id', stock_line: 'assessment_id' }, geometry: null,
  },
  {
    table: 'initiative',
    compared: 'scheme external_id title description topic topic_words to_review domain sector_as_given target_groups_as_given announced_services start_on end_on status status_as_given reported_on targeted_women targeted_men targeted_girls targeted_boys targeted_total reached_women reached_men reached_girls reached_boys reached_total budget currency tier footprint import_batch_id source source_row content_hash',
    parts: { initiative_kind: 'initiative_id', initiative_organisation: 'initiative_id', initiative_target_group: 'initiative_id', initiative_area: 'initiative_id' }, geometry: 'footprint',
  },
  { table: 'decision', compared: null, parts: {}, geometry: null },
  { table: 'programme_record', compared: null, parts: { programme_structure: 'record_id' }, geometry: null },
];

/** Not a join: its plan is kept from the first rows that come, and would go through many rows one by one. */
const otherIds = ({ compared }: Journalled): string => {
  const columns = compared === null ? '*' : ['id', ...compared.split(' ')].join(', ');
  return `select id from (select ${columns} from old_rows except select ${columns} from new_rows) as other`;
};

/** As the images of loads (`record_before`): a geometry as text, every bit of it. */
const imageOf = ({ parts, geometry }: Journalled, row: string): string => {
  const lists = Object.entries(parts).map(([part, owner]) => `'${part}', coalesce((select jsonb_agg(to_jsonb(part)) from ${part} as part where part.${owner} = ${row}.id), '[]'::jsonb)`);
  return `jsonb_build_object('row', to_jsonb(${row}) ${geometry === null ? '' : `|| jsonb_build_object('${geometry}', ${row}.${geometry}::text)`}, 'parts', jsonb_build_object(${lists.join(', ')}))`;
};

const triggersOf = (journalled: Journalled): string[] => {
  const { table } = journalled;
  return [
    `create function journal_${table}_changed() returns trigger language plpgsql as $$
      declare
        changed text[] := array(${otherIds(journalled)});
        number bigint;
      begin
        if cardinality(changed) = 0 then return null; end if;
        number := journal_change_id();
        insert into journal_entry (record_table, record_id, change_id, before)
          select '${table}', o.id, number, ${imageOf(journalled, 'o')} from old_rows as o
          where o.id = any(changed) and not exists (select from journal_entry as e where e.record_table = '${table}' and e.record_id = o.id and e.change_id = number);
        return null;
      end $$`,
    `create function journal_${table}_removed() returns trigger language plpgsql as $$
      declare number bigint := journal_change_id();
      begin
        if not exists (select from journal_entry as e where e.record_table = '${table}' and e.record_id = old.id and e.change_id = number) then
          insert into journal_entry (record_table, record_id, change_id, before) values ('${table}', old.id, number, ${imageOf(journalled, 'old')});
        end if;
        return old;
      end $$`,
    `create trigger journal_added after insert on ${table} referencing new table as new_rows for each statement execute function journal_added()`,
    `create trigger journal_changed after update on ${table} referencing old table as old_rows new table as new_rows for each statement execute function journal_${table}_changed()`,
    `create trigger journal_removed before delete on ${table} for each row execute function journal_${table}_removed()`,
  ];
};

/** Every change of a record, whoever makes it: written by the database itself, and never changed. */
export const statements: readonly string[] = [
  `create table journal_change (
    id bigint generated always as identity primary key,
    at timestamptz not null default now(),
    origin text collate "C" constraint journal_change_origin check (origin in ('form', 'file', 'command', 'undo', 'restore', 'match', 'review', 'exercise')),
    role text collate "C",
    account_id text collate "C",
    organisation_id text collate "C",
    through_key boolean not null default false,
    batch_id text collate "C"
  )`,
  `comment on table journal_change is 'One transaction that changed records: when, whoever did it, and by which way. Everything null: whoever wrote into the database said nothing of it. No key points to it: the journal outlives accounts and records.'`,
  `comment on column journal_change.batch_id is 'The load that was stored, or taken back.'`,

  `create table journal_entry (
    record_table text collate "C" not null,
    record_id text collate "C" not null,
    change_id bigint not null,
    before jsonb,
    primary key (record_table, record_id, change_id)
  )`,
  `comment on table journal_entry is 'A record that a change touched, as it was before it, with its parts; null: it was not there. As it was after: before of the next entry of the record, else the record as it stands.'`,

  `create function journal_change_id() returns bigint language plpgsql as $$
    declare
      number bigint := nullif(current_setting('jonction.change', true), '')::bigint;
      whose jsonb;
    begin
      if number is not null then return number; end if;
      -- One writer after the other, so that the numbers of a record follow its states.
      perform pg_advisory_xact_lock(7391205);
      whose := nullif(current_setting('jonction.by', true), '')::jsonb;
      insert into journal_change (origin, role, account_id, organisation_id, through_key, batch_id)
        values (whose->>'origin', whose->>'role', whose->>'accountId', whose->>'organisationId', coalesce((whose->>'throughKey')::boolean, false), whose->>'batchId') returning id into number;
      perform set_config('jonction.change', number::text, true);
      return number;
    end $$`,
  `create function journal_added() returns trigger language plpgsql as $$
    declare number bigint;
    begin
      if not exists (select from new_rows) then return null; end if;
      number := journal_change_id();
      insert into journal_entry (record_table, record_id, change_id) select tg_table_name, id, number from new_rows on conflict do nothing;
      return null;
    end $$`,
  ...TABLES.flatMap(triggersOf),

  `create function journal_is_kept() returns trigger language plpgsql as $$
    begin
      raise exception 'the journal is only ever added to' using errcode = 'insufficient_privilege';
    end $$`,
  `create trigger journal_is_kept before update or delete or truncate on journal_change for each statement execute function journal_is_kept()`,
  `create trigger journal_is_kept before update or delete or truncate on journal_entry for each statement execute function journal_is_kept()`,
  // Also from whoever owns the tables: only a superuser, or an owner who grants it anew and drops the triggers, gets past both.
  `revoke update, delete, truncate on journal_change, journal_entry from current_user, public`,
];
