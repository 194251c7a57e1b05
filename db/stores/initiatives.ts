import { type SelectQueryBuilder, sql } from 'kysely';
import { normaliseName } from '#domain/normalise-name';
import type { AreaType, InitiativeKind, InitiativeRecord, InitiativeStatus, KindAssignment, OrganisationRole, TargetGroup, Topic } from '#domain/records';
import { type Viewer, visibleTiers } from '#domain/viewer';
import type { Schema } from '../schema';
import { deleteOf, numbered, writeRows } from './bulk';
import { pageOf, type Handle, type Page, type PageRequest, type Saved } from './handle';
import { contentHash, idOf } from './identity';
import { planSaves } from './saving';
import { shownCounts } from './small-counts';

export interface InitiativeItem extends Omit<InitiativeRecord, 'scheme' | 'externalId' | 'topicWords' | 'organisations' | 'areaCodes'> {
  readonly id: string;
  readonly organisations: { readonly id: string; readonly name: string; readonly acronym: string | null; readonly role: OrganisationRole }[];
  readonly areas: { readonly code: string; readonly name: string; readonly type: AreaType }[];
}
/** Left out: no filter. A list holds alternatives. */
export interface InitiativeFilters {
  readonly ids?: readonly string[] | undefined;
  readonly kinds?: readonly InitiativeKind[] | undefined;
  readonly topics?: readonly Topic[] | undefined;
  readonly statuses?: readonly InitiativeStatus[] | undefined;
  readonly domains?: readonly NonNullable<InitiativeRecord['domain']>[] | undefined;
  readonly targetGroups?: readonly TargetGroup[] | undefined;
  /** Ids of organisations, in any role. */
  readonly organisations?: readonly string[] | undefined;
  /** Codes of areas of the footprint, or of areas that hold them. */
  readonly areas?: readonly string[] | undefined;
  readonly toReview?: boolean | undefined;
  /** Part of the title, whatever its case. */
  readonly search?: string | undefined;
}

/** Same initiative on the next load: same scheme and external id. */
export const initiativeId = (scheme: string, externalId: string): string => idOf('initiative', scheme, externalId);

/**
 * Saves initiatives with kinds, organisations, target groups and areas. Throws if an area code or an organisation is not known: the caller resolves first. An external id
 * that is an alias means the initiative that it is an alias of. `fromContent`: those whose id is a digest of what they say; one that another report repeats is unchanged, see `confirmInitiatives`. Leans on the primary keys and on `area_code_index`.
 */
export async function saveInitiatives(db: Handle, batchId: string, records: readonly InitiativeRecord[], organisationIds: ReadonlyMap<string, string>, fromContent: ReadonlySet<InitiativeRecord> = new Set()): Promise<Saved[]> {
  const own = await ownIds(db, records);
  const named = records.map((record) => ({ record, ...(own.get(keyOf(record)) ?? { id: initiativeId(record.scheme, record.externalId), externalId: record.externalId }) }));
  const stored = fromContent.size === 0 ? new Map<string, StoredBody>() : await storedBodies(db, named.map(({ id }) => id));
  const candidates = named.map(({ record, id, externalId }) => {
    const content = externalId === record.externalId ? record : { ...record, externalId };
    const before = stored.get(id);
    return { id, hash: fromContent.has(record) && before?.body === bodyHash(record) ? before.hash : contentHash(content), content };
  });
  const { results, writes, replaced } = await planSaves(db, batchId, 'initiative', candidates);
  if (writes.length === 0) return results;
  const areaIds = await findAreas(db, writes.flatMap(({ content }) => content.areaCodes));
  await writeRows(
    db,
    'initiative',
    {
      id: 'text', scheme: 'text', external_id: 'text', title: 'text', title_key: 'text', description: 'text', topic: 'text', topic_words: 'text[]', to_review: 'boolean',
      domain: 'text', sector_as_given: 'text', target_groups_as_given: 'text', start_on: 'date', end_on: 'date', status: 'text', status_as_given: 'text', reported_on: 'date',
      targeted_women: 'bigint', targeted_men: 'bigint', targeted_girls: 'bigint', targeted_boys: 'bigint', targeted_total: 'bigint',
      reached_women: 'bigint', reached_men: 'bigint', reached_girls: 'bigint', reached_boys: 'bigint', reached_total: 'bigint',
      budget: 'double precision', currency: 'text', tier: 'text', import_batch_id: 'text', source: 'text', source_row: 'integer', content_hash: 'text', body_hash: 'text',
    },
    writes.map(({ id, hash, content: { targeted, reached, ...content } }) => ({
      id, scheme: content.scheme, external_id: content.externalId, title: content.title, title_key: normaliseName(content.title), description: content.description,
      topic: content.topic, topic_words: content.topicWords, to_review: content.toReview, domain: content.domain, sector_as_given: content.sectorAsGiven, target_groups_as_given: content.targetGroupsAsGiven,
      start_on: content.start, end_on: content.end, status: content.status, status_as_given: content.statusAsGiven, reported_on: content.reportedOn,
      targeted_women: targeted.women, targeted_men: targeted.men, targeted_girls: targeted.girls, targeted_boys: targeted.boys, targeted_total: targeted.total,
      reached_women: reached.women, reached_men: reached.men, reached_girls: reached.girls, reached_boys: reached.boys, reached_total: reached.total,
      budget: content.budget, currency: content.currency, tier: content.tier,
      import_batch_id: batchId, source: content.source, source_row: content.sourceRow, content_hash: hash, body_hash: bodyHash({ ...content, targeted, reached }),
    })),
    ['id'],
  );
  for (const table of ['initiative_kind', 'initiative_organisation', 'initiative_target_group', 'initiative_area'] as const) await deleteOf(db, table, 'initiative_id', replaced);
  await writeRows(db, 'initiative_kind', { initiative_id: 'text', ordinal: 'integer', kind: 'text', confidence: 'text', rule: 'text', words: 'text[]' },
    writes.flatMap(({ id, content }) => numbered(content.kinds, (kind, ordinal) => ({ initiative_id: id, ordinal, ...kind }))));
  await writeRows(db, 'initiative_organisation', { initiative_id: 'text', ordinal: 'integer', organisation_id: 'text', role: 'text' },
    writes.flatMap(({ id, content }) => numbered(content.organisations, ({ role, organisation: { name } }, ordinal) => ({ initiative_id: id, ordinal, organisation_id: found(organisationIds, name, 'organisation'), role }))));
  await writeRows(db, 'initiative_target_group', { initiative_id: 'text', ordinal: 'integer', target_group: 'text' },
    writes.flatMap(({ id, content }) => numbered(content.targetGroups, (group, ordinal) => ({ initiative_id: id, ordinal, target_group: group }))));
  await writeRows(db, 'initiative_area', { initiative_id: 'text', ordinal: 'integer', area_id: 'text' },
    writes.flatMap(({ id, content }) => numbered(content.areaCodes, (code, ordinal) => ({ initiative_id: id, ordinal, area_id: found(areaIds, code, 'area code') }))));
  return results;
}

const keyOf = ({ scheme, externalId }: InitiativeRecord): string => JSON.stringify([scheme, externalId]);

/** What an initiative says, whichever report says it, and under whichever id. */
const bodyHash = (record: InitiativeRecord): string => contentHash({ ...record, externalId: '', source: '', reportedOn: null });

/** Ids of the initiatives that came again under another fingerprint. */
async function ownIds(db: Handle, records: readonly InitiativeRecord[]): Promise<Map<string, { id: string; externalId: string }>> {
  const asked = JSON.stringify(records.map(({ scheme, externalId }) => ({ scheme, external_id: externalId })));
  const { rows } = await sql<{ scheme: string; alias: string; id: string; externalId: string }>`
    select a.scheme, a.external_id as alias, i.id, i.external_id as "externalId"
    from json_to_recordset(${asked}::json) as k(scheme text, external_id text)
    join initiative_alias as a on a.scheme = k.scheme and a.external_id = k.external_id join initiative as i on i.id = a.initiative_id`.execute(db);
  return new Map(rows.map(({ scheme, alias, id, externalId }) => [JSON.stringify([scheme, alias]), { id, externalId }]));
}

interface StoredBody {
  readonly body: string | null;
  readonly hash: string;
}

async function storedBodies(db: Handle, ids: readonly string[]): Promise<Map<string, StoredBody>> {
  const { rows } = await sql<StoredBody & { id: string }>`select id, body_hash as body, content_hash as hash from initiative where id = any(${ids})`.execute(db);
  return new Map(rows.map(({ id, ...body }) => [id, body]));
}

function found(ids: ReadonlyMap<string, string>, key: string, what: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`saveInitiatives: ${what} ${key}: a known one expected`);
  return id;
}

/** A code that two types share means the finest of them. */
async function findAreas(db: Handle, codes: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ code: string; id: string }>`
    select distinct on (code) code, id from area where code = any(${[...new Set(codes)]})
    order by code, array_position(array['healthArea', 'healthZone', 'territory', 'province', 'country'], type::text)`.execute(db);
  return new Map(rows.map(({ code, id }) => [code, id]));
}

type Listed = Pick<Schema, 'initiative'> & { i: Schema['initiative'] };

function filtered<Selection>(query: SelectQueryBuilder<Listed, 'i', Selection>, viewer: Viewer, filters: InitiativeFilters): SelectQueryBuilder<Listed, 'i', Selection> {
  const { ids, kinds, topics, statuses, domains, targetGroups, organisations, areas, toReview, search } = filters;
  return query
    .where('i.tier', 'in', visibleTiers(viewer))
    .$if(ids !== undefined, (q) => q.where(sql<boolean>`i.id = any(${ids})`))
    .$if(kinds !== undefined, (q) => q.where(sql<boolean>`exists (select from initiative_kind as k where k.initiative_id = i.id and k.kind = any(${kinds}))`))
    .$if(topics !== undefined, (q) => q.where(sql<boolean>`i.topic = any(${topics})`))
    .$if(statuses !== undefined, (q) => q.where(sql<boolean>`i.status = any(${statuses})`))
    .$if(domains !== undefined, (q) => q.where(sql<boolean>`i.domain = any(${domains})`))
    .$if(targetGroups !== undefined, (q) => q.where(sql<boolean>`exists (select from initiative_target_group as g where g.initiative_id = i.id and g.target_group = any(${targetGroups}))`))
    .$if(organisations !== undefined, (q) => q.where(sql<boolean>`exists (select from initiative_organisation as o join organisation as n on n.id = o.organisation_id where o.initiative_id = i.id and (n.id = any(${organisations}) or n.merged_into_id = any(${organisations})))`))
    .$if(areas !== undefined, (q) => q.where(sql<boolean>`exists (
      select from initiative_area as ia join area as a on a.id = ia.area_id left join area as b on b.id = a.parent_id left join area as c on c.id = b.parent_id
      where ia.initiative_id = i.id and (a.code = any(${areas}) or b.code = any(${areas}) or c.code = any(${areas})))`))
    .$if(toReview !== undefined, (q) => q.where('i.to_review', '=', toReview ?? false))
    .$if(search !== undefined, (q) => q.where('i.title_key', 'like', `%${normaliseName(search ?? '')}%`));
}

/** Children of initiative `i`, each in the order of the source. Lean on their primary keys. */
export const kindsOf = sql<KindAssignment[]>`(
  select coalesce(json_agg(json_build_object('kind', k.kind, 'confidence', k.confidence, 'rule', k.rule, 'words', k.words) order by k.ordinal), '[]') from initiative_kind as k where k.initiative_id = i.id)`;
export const targetGroupsOf = sql<TargetGroup[]>`(
  select coalesce(json_agg(g.target_group order by g.ordinal), '[]') from initiative_target_group as g where g.initiative_id = i.id)`;
export const organisationsOf = sql<InitiativeItem['organisations']>`(
  select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'acronym', o.acronym, 'role', o.role) order by o.ordinal), '[]')
  from (select o.id, o.name, o.acronym, io.role, min(io.ordinal) as ordinal from initiative_organisation as io
    join organisation as n on n.id = io.organisation_id join organisation as o on o.id = coalesce(n.merged_into_id, n.id) where io.initiative_id = i.id group by o.id, io.role) as o)`;
export const areasOf = sql<InitiativeItem['areas']>`(
  select coalesce(json_agg(json_build_object('code', a.code, 'name', a.name, 'type', a.type) order by ia.ordinal), '[]') from initiative_area as ia join area as a on a.id = ia.area_id where ia.initiative_id = i.id)`;
/** The latest report that says what is stored. */
export const reportedOnOf = sql<string | null>`greatest(i.reported_on, i.confirmed_on)`;
const countsOf = (prefix: 'targeted' | 'reached') => {
  const column = (group: string) => sql.ref(`i.${prefix}_${group}`);
  return sql<InitiativeRecord['targeted']>`json_build_object('women', ${column('women')}, 'men', ${column('men')}, 'girls', ${column('girls')}, 'boys', ${column('boys')}, 'total', ${column('total')})`;
};

const selectItems = (query: SelectQueryBuilder<Listed, 'i', object>) =>
  query
    .select(['i.id', 'i.title', 'i.description', 'i.topic', 'i.to_review as toReview', 'i.domain', 'i.sector_as_given as sectorAsGiven', 'i.target_groups_as_given as targetGroupsAsGiven', 'i.start_on as start', 'i.end_on as end'])
    .select(['i.status', 'i.status_as_given as statusAsGiven', reportedOnOf.as('reportedOn'), 'i.budget', 'i.currency', 'i.tier', 'i.source', 'i.source_row as sourceRow'])
    .select([kindsOf.as('kinds'), targetGroupsOf.as('targetGroups'), organisationsOf.as('organisations'), areasOf.as('areas'), countsOf('targeted').as('targeted'), countsOf('reached').as('reached')]);

const shown = <Row extends InitiativeItem>(viewer: Viewer, row: Row): Row => ({ ...row, targeted: shownCounts(viewer, row.targeted), reached: shownCounts(viewer, row.reached) });

/** Null: there is none, or none that this viewer may see. Leans on the primary key. */
export async function getInitiative(db: Handle, viewer: Viewer, id: string): Promise<InitiativeItem | null> {
  const row = await selectItems(filtered(db.selectFrom('initiative as i'), viewer, { ids: [id] })).executeTakeFirst();
  return row === undefined ? null : shown(viewer, row);
}

/** By title. Leans on `initiative_list` for the order, `initiative_title` for a search, and the indexes of the child tables. */
export async function listInitiatives(db: Handle, viewer: Viewer, page: PageRequest & { readonly filters?: InitiativeFilters | undefined }): Promise<Page<InitiativeItem>> {
  let query = filtered(db.selectFrom('initiative as i'), viewer, page.filters ?? {});
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  if (page.after !== undefined) query = query.where(sql<boolean>`(i.title_key, i.id) > (select title_key, id from initiative where id = ${page.after})`);
  const rows = await selectItems(query)
    .orderBy('i.title_key')
    .orderBy('i.id')
    .limit(page.limit + 1)
    .execute();
  return pageOf(rows.map((row) => shown(viewer, row)), page.limit, total);
}
