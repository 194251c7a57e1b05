import { z } from 'zod';
import { defaultStandardOf } from '#domain/shipped-standards';
import { MAX_LIMIT, structureQuery, structuresQuery } from '../contract/queries';
import { structureDetail as structureDetailSchema, structuresPage } from '../contract/records';
import { structureRows } from '../services/exports/record-rows';
import { allPages } from '../services/exports/stream-features';
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
    const date = query.asOf ?? today();
    return sendFile(reply, query.format, `structures-${date}`, await writeInWorker('structures', query.format, headingOf(deps, 'Structures', date, { ...query, standard: query.standard ?? defaultStandardOf(query.service) }), structureRows(deps, pages)));
  });

  app.get('/api/structures/:id', {
    schema: { tags: ['structures'], summary: 'One structure: assessments, and readiness criterion by criterion', params: z.object({ id: z.string() }), querystring: structureQuery, response: jsonAnswers(structureDetailSchema) },
  }, async (request, reply) => (isUnchanged(deps, request, reply) ? reply : structureDetail(deps, request.params.id, request.query)));
}
