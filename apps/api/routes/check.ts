import { checkAnswer, checkQuery } from '../contract/check';
import { toGapQuestion } from '../services/gap-question';
import { type Api, isUnchanged, jsonAnswers, sendJson, type ServerDeps, viewerIn } from './api';

/** What a plan would meet, before it is launched: answered by the engine, kept by nobody. */
export async function checkRoutes(app: Api, deps: ServerDeps): Promise<void> {
  app.get('/api/check', {
    config: { action: 'readRegister' },
    schema: { tags: ['plans'], summary: 'Check of a planned initiative: who is there, care for its audience, better-placed areas, what the nearest structures lack', querystring: checkQuery, response: jsonAnswers(checkAnswer) },
  }, async (request, reply) => {
    const { areas, outline, kind, from, to, groups, people, organisation, nearbyKm, ...query } = request.query;
    const question = { ...toGapQuestion(query), plan: { areas: areas ?? null, outline: outline ?? null, kind, from, to: to ?? from, groups: groups ?? [], people: people ?? null, organisation: organisation ?? null, nearbyKm } };
    return isUnchanged(deps, request, reply) ? reply : sendJson(reply, await deps.engine.ask(viewerIn(request), 'check', question));
  });
}
