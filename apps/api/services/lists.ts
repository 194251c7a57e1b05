import type { z } from 'zod';
import type { Database } from '#db/database';
import { listAreas } from '#db/stores/areas';
import type { Page } from '#db/stores/handle';
import { getInitiative, listInitiatives } from '#db/stores/initiatives';
import { listOrganisations } from '#db/stores/organisations';
import type { Viewer } from '#domain/viewer';
import type { areasQuery, InitiativesQuery, organisationsQuery } from '../contract/queries';
import type { areasPage, initiativesPage, organisationsPage, InitiativeItem } from '../contract/records';
import { Problem } from '../problem';
import { readCursor, writeCursor } from './cursor';
import type { DataView } from './data-view';

/** What the lists are read from. */
export interface ListSources {
  readonly database: Database;
  readonly viewer: Viewer;
  readonly watch: DataView;
}

/** A page of a store as the API answers it. */
export function answerPage<Item, Shown>({ watch }: Pick<ListSources, 'watch'>, { items, total, next }: Page<Item>, show: (item: Item) => Shown) {
  const { dataVersion, exercise } = watch.state();
  return { dataVersion, exercise, total, items: items.map(show), nextCursor: writeCursor(next) };
}

export async function areaPage(sources: ListSources, query: z.output<typeof areasQuery>): Promise<z.infer<typeof areasPage>> {
  const page = await listAreas(sources.database.kysely, sources.viewer, { type: query.type, limit: query.limit, after: readCursor(query.after) });
  return answerPage(sources, page, ({ id: _, ...area }) => area);
}

export async function organisationPage(sources: ListSources, query: z.output<typeof organisationsQuery>): Promise<z.infer<typeof organisationsPage>> {
  const page = await listOrganisations(sources.database.kysely, sources.viewer, { search: query.search, limit: query.limit, after: readCursor(query.after) });
  return answerPage(sources, page, ({ typeAsGiven: _, ...organisation }) => organisation);
}

export async function initiativePage(sources: ListSources, query: Omit<InitiativesQuery, 'format'>): Promise<z.infer<typeof initiativesPage>> {
  const { ids, kind, topic, status, domain, targetGroup, organisation, area, toReview, search, limit } = query;
  const page = await listInitiatives(sources.database.kysely, sources.viewer, {
    limit,
    after: readCursor(query.after),
    filters: { ids, kinds: kind, topics: topic, statuses: status, domains: domain, targetGroups: targetGroup, organisations: organisation, areas: area, toReview, search },
  });
  return answerPage(sources, page, (initiative) => initiative);
}

/** Throws `notFound` also for what exists and this viewer may not see: the two must look the same. */
export async function initiativeDetail({ database, viewer }: ListSources, id: string): Promise<InitiativeItem> {
  const initiative = await getInitiative(database.kysely, viewer, id);
  if (initiative === null) throw new Problem('notFound');
  return initiative;
}
