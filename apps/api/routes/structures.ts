import { z } from 'zod';
import { defaultStandardOf } from '#domain/shipped-standards';
import { MAX_LIMIT, structureQuery, structuresQuery } from '../contract/queries';
import { structureDetail as structureDetailSchema, structuresPage } from '../contract/records';
import { structureRows } from '../services/exports/record-rows';
import { allPages } from '../services/exports/stream-features';
import { writeInWorker } from '../services/exports/write-in-worker';
import { structureDetail, structurePage } from '../services/structure-lists';
import { type Api, askedBy, fileAnswers, headingOf, isUnchanged, jsonAnswers, sendFile, type ServerDeps, today } from './api';

/** Health structures with their readiness on a day, by a standard. */
export async function structureRoutes(app: Api, deps: ServerDeps): Promise<void> {
  app.get('/api/structures', {
    config: { action: 'readRegister' },
    schema: { tags: ['structures'], summary: 'Health structures with their readiness', querystring: structuresQuery, response: fileAnswers(structuresPage, true) },
  }, async (request, reply) => {
    const { query } = request;
    const asked = askedBy(deps, request);
    if (isUnchanged(deps, request, reply)) return reply;
    if (query.format === 'json') return structurePage(asked, query);
    const pages = allPages((after) => structurePage(asked, { ...query, limit: MAX_LIMIT, after }));
    const date = query.asOf ?? today();
    return sendFile(reply, query.format, `structures-${date}`, await writeInWorker('structures', query.format, headingOf(asked, 'Structures', date, { ...query, standard: query.standard ?? defaultStandardOf(query.service) }), structureRows(asked, pages)));
  });

  app.get('/api/structures/:id', {
    config: { action: 'readRegister' },
    schema: { tags: ['structures'], summary: 'One structure: assessments, and readiness criterion by criterion', params: z.object({ id: z.string() }), querystring: structureQuery, response: jsonAnswers(structureDetailSchema) },
  }, async (request, reply) => (isUnchanged(deps, request, reply) ? reply : structureDetail(askedBy(deps, request), request.params.id, request.query)));
}
