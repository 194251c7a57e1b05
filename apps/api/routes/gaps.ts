import { z } from 'zod';
import { DEFAULT_AWARENESS_MONTHS } from '#domain/gap-parameters';
import { facets } from '../contract/facets';
import { gapExplanation, gapsForecast, type GapsAnswer, gapsAnswer, gapsSweep, gapQuery } from '../contract/gaps';
import { explanationQuery, facetsQuery, gapsQuery, overlapsQuery } from '../contract/queries';
import { overlapsAnswer } from '../contract/records';
import { triedText } from '../services/exports/tried-text';
import { pointsFor, writeInWorker } from '../services/exports/write-in-worker';
import { toGapQuestion } from '../services/gap-question';
import { type Api, askedBy, fileAnswers, headingOf, isUnchanged, jsonAnswers, parametersText, sendFile, sendJson, type ServerDeps, today, viewerIn } from './api';

/** Where awareness runs without ready care, why, and where initiatives overlap: all answered by the engine. */
export async function gapRoutes(app: Api, deps: ServerDeps): Promise<void> {
  app.get('/api/gaps', {
    config: { action: 'readRegister' },
    schema: { tags: ['gaps'], summary: 'Every area with its class, its people and why', querystring: gapsQuery, response: fileAnswers(gapsAnswer, true) },
  }, async (request, reply) => {
    const { format, changes, ...query } = request.query;
    const question = { ...toGapQuestion(query), changes };
    const trial = changes !== undefined && changes !== '';
    const called = (day: string): string => `${trial ? 'essai-trial-' : ''}gaps-${query.areaType}-${day}`;
    if (isUnchanged(deps, request, reply)) return reply;
    if (format === 'json') return sendJson(reply, await deps.engine.ask(viewerIn(request), 'gaps', question));
    if (format === 'geojson') return sendFile(reply, 'geojson', called(query.asOf ?? today()), await deps.engine.ask(viewerIn(request), 'gapsGeojson', question));
    const bytes = await deps.engine.ask(viewerIn(request), 'gaps', question);
    const { parameters, sources, exercise, dataVersion, changes: tried = [] } = readHeading(bytes);
    const { filters, ...asked } = parameters;
    const heading = {
      title: `${trial ? 'ESSAI / TRIAL · ' : ''}Écarts entre sensibilisation et soins / Gaps between awareness and care`,
      exercise,
      trial,
      dataVersion,
      sources: [...new Set([...sources.populationSources, ...sources.initiativeSources.map(({ source }) => source), ...sources.structureSources, ...sources.boundarySources, ...(sources.surface === null ? [] : [sources.surface.source])])],
      date: parameters.asOf,
      parameters: [...(trial ? [triedText(tried)] : []), parametersText({ ...asked, ...filters, demand: sources.demand, changes })].join('; '),
    };
    return sendFile(reply, format, called(parameters.asOf), await writeInWorker('gaps', format, heading, { bytes, key: 'areas' }));
  });

  app.get('/api/gaps/sweep', {
    config: { action: 'readRegister' },
    schema: { tags: ['gaps'], summary: 'The same at every step of the threshold slider', querystring: gapQuery, response: jsonAnswers(gapsSweep) },
  }, async (request, reply) => {
    const question = toGapQuestion(request.query);
    return isUnchanged(deps, request, reply) ? reply : sendJson(reply, await deps.engine.ask(viewerIn(request), 'sweep', question));
  });

  app.get('/api/gaps/forecast', {
    config: { action: 'readRegister' },
    schema: { tags: ['gaps'], summary: 'The same day by day for three months, with no resupply', querystring: gapQuery.omit({ at: true }), response: jsonAnswers(gapsForecast) },
  }, async (request, reply) => {
    const question = toGapQuestion({ ...request.query, at: undefined });
    return isUnchanged(deps, request, reply) ? reply : sendJson(reply, await deps.engine.ask(viewerIn(request), 'forecast', question));
  });

  app.get('/api/gaps/:code', {
    config: { action: 'readRegister' },
    schema: { tags: ['gaps'], summary: 'One area explained: initiatives, structures, next actions', params: z.object({ code: z.string() }), querystring: explanationQuery, response: jsonAnswers(gapExplanation) },
  }, async (request, reply) => {
    const { changes, ...query } = request.query;
    const question = { ...toGapQuestion(query), changes };
    return isUnchanged(deps, request, reply) ? reply : sendJson(reply, await deps.engine.ask(viewerIn(request), 'explain', { ...question, code: request.params.code }));
  });

  app.get('/api/facets', {
    config: { action: 'readRegister' },
    schema: { tags: ['gaps'], summary: 'What the filters can be set to, with counts', querystring: facetsQuery, response: jsonAnswers(facets) },
  }, async (request, reply) => {
    const { areaType, asOf, awarenessMonths } = request.query;
    if (isUnchanged(deps, request, reply)) return reply;
    return sendJson(reply, await deps.engine.ask(viewerIn(request), 'facets', { areaType, asOf: asOf ?? null, awarenessMonths: awarenessMonths ?? DEFAULT_AWARENESS_MONTHS }));
  });

  app.get('/api/overlaps', {
    config: { action: 'readRegister' },
    schema: { tags: ['overlaps'], summary: 'Pairs of initiatives that may overlap, or may be one record twice', querystring: overlapsQuery, response: fileAnswers(overlapsAnswer, true) },
  }, async (request, reply) => {
    const { format, ...query } = request.query;
    if (isUnchanged(deps, request, reply)) return reply;
    if (format === 'json') return sendJson(reply, await deps.engine.ask(viewerIn(request), 'overlaps', query));
    const bytes = await deps.engine.ask(viewerIn(request), 'overlaps', { ...query, after: undefined, limit: Number.MAX_SAFE_INTEGER });
    const date = query.asOf ?? today();
    return sendFile(reply, format, `overlaps-${date}`, await writeInWorker('overlaps', format, headingOf(askedBy(deps, request), 'Recoupements / Overlaps', date, query), { bytes, key: 'pairs' }, await pointsFor(askedBy(deps, request), format)));
  });
}

type GapsHead = Pick<GapsAnswer, 'parameters' | 'sources' | 'exercise' | 'dataVersion' | 'changes'>;

/** The head of an answer that the engine wrote; its areas, the long part, stay text. */
function readHeading(bytes: Uint8Array): GapsHead {
  const text = new TextDecoder().decode(bytes);
  return JSON.parse(`${text.slice(0, text.indexOf(',"summary":'))}}`) as GapsHead;
}
