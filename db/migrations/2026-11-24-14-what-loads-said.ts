/** What each load taught of organisations that it only named, and of fingerprints: taking a load back takes that back too, whatever came after it. */
export const statements: readonly string[] = [
  `create table organisation_said (
    batch_id text collate "C" not null references import_batch (id),
    organisation_id text collate "C" not null references organisation (id) on delete cascade,
    name text collate "C",
    acronym text collate "C",
    type text collate "C" not null,
    type_as_given text,
    source text collate "C" not null,
    source_row integer,
    primary key (batch_id, organisation_id)
  )`,
  `comment on table organisation_said is 'What a load says of an organisation by naming it. name null: it names it by another name, an alias or an acronym, only. An organisation that no list brings is what the standing loads say of it, the earlier before the later.'`,
  `create index organisation_said_organisation on organisation_said (organisation_id)`,
  `insert into organisation_said (batch_id, organisation_id, name, acronym, type, type_as_given, source, source_row)
    select named.batch_id, o.id, o.name, case when o.listed then null else o.acronym end, case when o.listed then 'unknown' else o.type end,
      case when o.listed then null else o.type_as_given end, o.source, o.source_row
    from (
      select import_batch_id as batch_id, id from organisation where not listed
      union select i.import_batch_id, io.organisation_id from initiative_organisation as io join initiative as i on i.id = io.initiative_id
      union select s.import_batch_id, ss.organisation_id from structure_support as ss join structure as s on s.id = ss.structure_id
    ) as named join organisation as o on o.id = named.id`,

  `create table initiative_alias_said (
    batch_id text collate "C" not null references import_batch (id),
    scheme text collate "C" not null,
    external_id text collate "C" not null,
    initiative_id text collate "C" references initiative (id) on delete cascade,
    score double precision,
    reasons text[] not null,
    primary key (batch_id, scheme, external_id)
  )`,
  `comment on table initiative_alias_said is 'What a load made of a fingerprint: of which initiative it is another one; initiative_id null: of none, it stands for itself again. initiative_alias holds what the last standing load said.'`,
  `create index initiative_alias_said_key on initiative_alias_said (scheme, external_id)`,
  `create index initiative_alias_said_initiative on initiative_alias_said (initiative_id)`,
  `insert into initiative_alias_said (batch_id, scheme, external_id, initiative_id, score, reasons) select import_batch_id, scheme, external_id, initiative_id, score, reasons from initiative_alias`,
];
