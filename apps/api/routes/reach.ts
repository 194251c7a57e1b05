import { isochronesAnswer, isochronesQuery, nearestAnswer, nearestQuery } from '../contract/reach';
import { toReachQuestion } from '../services/gap-question';
import { type Api, isUnchanged, jsonAnswers, sendJson, type ServerDeps, viewerIn } from './api';

/** How far care is from any position, and where it is within so many minutes: all answered by the engine. */
export async function reachRoutes(app: Api, deps: ServerDeps): Promise<void> {
  app.get('/api/nearest', {
    config: { action: 'readRegister' },
    schema: { tags: ['reach'], summary: 'The nearest ready, almost ready and unknown structure from a position, how far, and the way', querystring: nearestQuery, response: jsonAnswers(nearestAnswer) },
  }, async (request, reply) => {
    const { lng, lat, ...query } = request.query;
    const question = { ...toReachQuestion(query), lngLat: [lng, lat] as const };
    return isUnchanged(deps, request, reply) ? reply : sendJson(reply, await deps.engine.ask(viewerIn(request), 'nearest', question));
  });

  app.get('/api/isochrones', {
    config: { action: 'readRegister' },
    schema: { tags: ['reach'], summary: 'Where ready care is within so many minutes over the surface (GeoJSON)', querystring: isochronesQuery, response: jsonAnswers(isochronesAnswer) },
  }, async (request, reply) => {
    const { minutes, ...query } = request.query;
    const question = { ...toReachQuestion(query), minutes };
    return isUnchanged(deps, request, reply) ? reply : sendJson(reply, await deps.engine.ask(viewerIn(request), 'isochrones', question));
  });
}
