import { readDataVersion } from '#db/stores/data-version';
import { noQuery } from '../contract/queries';
import { scenariosAnswer, triedAreasAnswer, whatIfAnswer, whatIfQuery } from '../contract/what-if';
import { toGapQuestion } from '../services/gap-question';
import { scenarioList } from '../services/programmes/scenarios';
import { type Api, askedBy, isUnchanged, jsonAnswers, sendJson, type ServerDeps, viewerIn } from './api';

/** What would be if: changes that are tried out, and those that somebody wants to find again. */
export async function whatIfRoutes(app: Api, deps: ServerDeps): Promise<void> {
  const tags = ['whatIf'];

  app.get('/api/what-if', {
    config: { action: 'readRegister' },
    schema: { tags, summary: 'The gaps with changes tried out, and who comes out of the gap or into it; nothing is kept', querystring: whatIfQuery, response: jsonAnswers(whatIfAnswer) },
  }, async (request, reply) => {
    const { changes, ...query } = request.query;
    const question = toGapQuestion(query);
    return isUnchanged(deps, request, reply) ? reply : sendJson(reply, await deps.engine.ask(viewerIn(request), 'whatIf', { ...question, changes }));
  });

  app.get('/api/what-if/areas', {
    config: { action: 'readRegister' },
    schema: { tags, summary: 'Of the areas that the changes concern, all that the list of the gaps says of them', querystring: whatIfQuery, response: jsonAnswers(triedAreasAnswer) },
  }, async (request, reply) => {
    const { changes, ...query } = request.query;
    const question = toGapQuestion(query);
    return isUnchanged(deps, request, reply) ? reply : sendJson(reply, await deps.engine.ask(viewerIn(request), 'triedAreas', { ...question, changes }));
  });

  app.get('/api/scenarios', {
    config: { action: 'readRegister' },
    schema: { tags, summary: 'Changes that were tried out and kept under a name, the latest first', querystring: noQuery, response: jsonAnswers(scenariosAnswer) },
  }, async (request, reply) => {
    // From the database itself: whoever stored one sees it at once.
    if (isUnchanged(deps, request, reply, String(await readDataVersion(deps.database.kysely)))) return reply;
    return scenarioList(askedBy(deps, request));
  });
}
