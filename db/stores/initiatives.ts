import { type SelectQueryBuilder, sql } from 'kysely';
import { normaliseName } from '#domain/normalise-name';
import type { AreaType, InitiativeKind, InitiativeRecord, InitiativeStatus, KindAssignment, OrganisationRole, Service, TargetGroup, Topic } from '#domain/records';
import type { Viewer } from '#domain/viewer';
import type { Schema } from '../schema';
import { pageOf, type Handle, type Page, type PageRequest, type Saved } from './handle';
import { InitiativeSaving } from './initiative-saving';
import { shownCounts } from './small-counts';
import { isSeenInitiative } from './visibility';

export interface InitiativeItem extends Omit<InitiativeRecord, 'scheme' | 'externalId' | 'topicWords' | 'announcedServices' | 'organisations' | 'areaCodes'> {
  readonly id: string;
  /** Empty: not said, so those of its topic. */
  readonly announcedServices: Service[];
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

/**
 * Saves initiatives with kinds, organisations, target groups and areas. Throws if an area code or an organisation is not known: the caller resolves first. See `InitiativeSaving`.
 */
export async function saveInitiatives(db: Handle, batchId: string, records: readonly InitiativeRecord[], organisationIds: ReadonlyMap<string, string>): Promise<Saved[]> {
  const saving = new InitiativeSaving(db, batchId);
  const results = await saving.add(records, new Set());
  await saving.link(organisationIds);
  return results;
}

type Listed = Pick<Schema, 'initiative'> & { i: Schema['initiative'] };

function filtered<Selection>(query: SelectQueryBuilder<Listed, 'i', Selection>, viewer: Viewer, filters: InitiativeFilters): SelectQueryBuilder<Listed, 'i', Selection> {
  const { ids, kinds, topics, statuses, domains, targetGroups, organisations, areas, toReview, search } = filters;
  return query
    .where(isSeenInitiative(viewer, 'i'))
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
/** Services that it announces; empty: not said. */
export const announcedOf = sql<Service[]>`coalesce(i.announced_services, '{}')`;
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
    .select([kindsOf.as('kinds'), targetGroupsOf.as('targetGroups'), organisationsOf.as('organisations'), areasOf.as('areas'), announcedOf.as('announcedServices'), countsOf('targeted').as('targeted'), countsOf('reached').as('reached')]);

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
  if (page.after !== undefined) query = query.where(sql<boolean>`(i.title_key, i.id) > (select c.title_key, c.id from initiative as c where c.id = ${page.after} and ${isSeenInitiative(viewer, 'c')})`);
  const rows = await selectItems(query)
    .orderBy('i.title_key')
    .orderBy('i.id')
    .limit(page.limit + 1)
    .execute();
  return pageOf(rows.map((row) => shown(viewer, row)), page.limit, total);
}
