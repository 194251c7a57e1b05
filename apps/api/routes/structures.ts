import { z } from 'zod';
import { MAX_LIMIT, structureQuery, structuresQuery } from '../contract/queries';
import { structureDetail as structureDetailSchema, structuresPage, type StructureItem } from '../contract/records';
import { allPages, streamFeatures } from '../services/exports/stream-features';
import { writeInWorker } from '../services/exports/write-in-worker';
import { structureDetail, structurePage } from '../services/structure-lists';
import { type Api, fileAnswers, headingOf, isUnchanged, jsonAnswers, type RouteDeps, sendFile, today } from './api';

/** Health structures with their readiness on a day, by a standard. */
export async function structureRoutes(app: Api, deps: RouteDeps): Promise<void> {
  app.get('/api/structures', {
    schema: { tags: ['structures'], summary: 'Health structures with their readiness', querystring: structuresQuery, response: fileAnswers(structuresPage, true) },
  }, async (request, reply) => {
    const { query } = request;
    if (isUnchanged(deps, request, reply)) return reply;
    if (query.format === 'json') return structurePage(deps, query);
    const pages = allPages((after) => structurePage(deps, { ...query, limit: MAX_LIMIT, after }));
    const { exercise, dataVersion } = deps.watch.state();
    const date = query.asOf ?? today();
    if (query.format === 'geojson') return sendFile(reply, 'geojson', `structures-${date}`, streamFeatures({ exercise, dataVersion, parameters: { asOf: query.asOf ?? null, standard: query.standard } }, structureFeatures(pages)));
    return sendFile(reply, query.format, `structures-${date}`, await writeInWorker('structures', query.format, headingOf(deps, 'Structures', date, query), pages));
  });

  app.get('/api/structures/:id', {
    schema: { tags: ['structures'], summary: 'One structure: assessments, and readiness criterion by criterion', params: z.object({ id: z.string() }), querystring: structureQuery, response: jsonAnswers(structureDetailSchema) },
  }, async (request, reply) => (isUnchanged(deps, request, reply) ? reply : structureDetail(deps, request.params.id, request.query)));
}

/** A structure without a position is a feature without a geometry: left out, it would look as if there were none. */
async function* structureFeatures(pages: AsyncIterable<StructureItem[]>): AsyncGenerator<string> {
  for await (const page of pages) {
    for (const { lngLat, ...properties } of page) yield JSON.stringify({ type: 'Feature', geometry: lngLat === null ? null : { type: 'Point', coordinates: lngLat }, properties });
  }
}
