import { z } from 'zod';
import { areaId, listAreaGeometries } from '#db/stores/areas';
import { areaDetails } from '#db/stores/list-details';
import { areaTypes } from '#domain/vocabularies/places';
import { type AreaOut, writeAreaFeature } from '#interchange/write-area-feature';
import { areasQuery, initiativesQuery, MAX_LIMIT, noQuery, organisationsQuery } from '../contract/queries';
import { areasPage, type AreaItem, initiativeItem, initiativesPage, organisationsPage } from '../contract/records';
import { areaRows, initiativeRows, organisationRows } from '../services/exports/record-rows';
import { allPages, streamFeatures } from '../services/exports/stream-features';
import { sourcesOfRows } from '../services/exports/write-features';
import { pointsFor, writeInWorker } from '../services/exports/write-in-worker';
import { areaPage, initiativeDetail, initiativePage, organisationPage } from '../services/lists';
import { type Api, askedBy, fileAnswers, headingOf, isUnchanged, jsonAnswers, type RouteDeps, sendFile, type ServerDeps, today } from './api';

/** Areas, organisations, initiatives. Files hold the whole list, whatever the page. */
export async function listRoutes(app: Api, deps: ServerDeps): Promise<void> {
  app.get('/api/areas', {
    config: { action: 'readRegister' },
    schema: { tags: ['areas'], summary: 'Areas with code, name, parent and population; GeoJSON adds outlines', querystring: areasQuery, response: fileAnswers(areasPage, true) },
  }, async (request, reply) => {
    const { query } = request;
    const asked = askedBy(deps, request);
    if (isUnchanged(deps, request, reply)) return reply;
    if (query.format === 'json') return areaPage(asked, query);
    const pages = allPages((after) => areaPage(asked, { ...query, limit: MAX_LIMIT, after }));
    const about = headingOf(asked, 'Zones / Areas', today(), query);
    if (query.format === 'geojson') {
      const items = await allItems(pages);
      return sendFile(reply, 'geojson', `areas-${today()}`, streamFeatures({ ...about, sources: sourcesOfRows(items) }, areaFeatures(asked, query.type, items)));
    }
    return sendFile(reply, query.format, `areas-${today()}`, await writeInWorker('areas', query.format, about, areaRows(asked, pages)));
  });

  app.get('/api/organisations', {
    config: { action: 'readRegister' },
    schema: { tags: ['organisations'], summary: 'Organisations with their aliases', querystring: organisationsQuery, response: fileAnswers(organisationsPage, true) },
  }, async (request, reply) => {
    const { query } = request;
    const asked = askedBy(deps, request);
    if (isUnchanged(deps, request, reply)) return reply;
    if (query.format === 'json') return organisationPage(asked, query);
    const pages = allPages((after) => organisationPage(asked, { ...query, limit: MAX_LIMIT, after }));
    return sendFile(reply, query.format, `organisations-${today()}`, await writeInWorker('organisations', query.format, headingOf(asked, 'Organisations', today(), query), organisationRows(asked, pages)));
  });

  app.get('/api/initiatives', {
    config: { action: 'readRegister' },
    schema: { tags: ['initiatives'], summary: 'Who does what, where, when, for whom', querystring: initiativesQuery, response: fileAnswers(initiativesPage, true) },
  }, async (request, reply) => {
    const { query } = request;
    const asked = askedBy(deps, request);
    if (isUnchanged(deps, request, reply)) return reply;
    if (query.format === 'json') return initiativePage(asked, query);
    const pages = allPages((after) => initiativePage(asked, { ...query, limit: MAX_LIMIT, after }));
    return sendFile(reply, query.format, `initiatives-${today()}`, await writeInWorker('initiatives', query.format, headingOf(asked, 'Initiatives', today(), query), initiativeRows(asked, pages), await pointsFor(asked, query.format)));
  });

  app.get('/api/initiatives/:id', {
    config: { action: 'readRegister' },
    schema: { tags: ['initiatives'], summary: 'One initiative', params: z.object({ id: z.string() }), querystring: noQuery, response: jsonAnswers(initiativeItem) },
  }, async (request, reply) => (isUnchanged(deps, request, reply) ? reply : initiativeDetail(askedBy(deps, request), request.params.id)));
}

async function allItems(pages: AsyncIterable<AreaItem[]>): Promise<AreaItem[]> {
  const items: AreaItem[] = [];
  for await (const page of pages) items.push(...page);
  return items;
}

/** Every area as a feature, with its outline where it has one, to the last digit: a list that comes back must not move it. Outlines come by code, type by type. */
async function* areaFeatures({ database, viewer }: RouteDeps, type: AreaItem['type'] | undefined, items: readonly AreaItem[]): AsyncGenerator<string> {
  const details = await areaDetails(database.kysely, viewer, items.map((item) => areaId(item.type, item.code)));
  const out = (item: AreaItem): AreaOut => ({ ...item, ...(details.get(areaId(item.type, item.code)) ?? { validFrom: null, validTo: null }) });
  for (const one of type === undefined ? areaTypes.codes : [type]) {
    const waiting = new Map(items.filter((item) => item.type === one).map((item) => [item.code, item]));
    for await (const { code, geojson } of listAreaGeometries(database.kysely, viewer, one, { decimals: 15 })) {
      const item = waiting.get(code);
      if (item === undefined) continue;
      waiting.delete(code);
      yield writeAreaFeature(out(item), geojson);
    }
    for (const item of waiting.values()) yield writeAreaFeature(out(item), 'null');
  }
}
