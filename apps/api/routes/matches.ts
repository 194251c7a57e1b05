import { z } from 'zod';
import { matchesAnswer, matchItem, matchVerdictBody } from '../contract/imports';
import { matchesQuery } from '../contract/matches';
import { noQuery } from '../contract/queries';
import { Problem } from '../problem';
import { decideMatch, matchPage } from '../services/matching/matches';
import { type Api, jsonAnswers, type RouteDeps, today } from './api';

const tags = ['matches'];

/** Pairs of records that may be one, and what people say of them. For the coordination only. */
export async function matchRoutes(app: Api, deps: RouteDeps): Promise<void> {
  await app.register(async (plugin) => {
    const scope = plugin as Api;
    scope.addHook('onRequest', async (_request, reply) => {
      if (deps.viewer !== 'coordination') throw new Problem('forbidden');
      reply.header('cache-control', 'no-store');
    });

    scope.get('/api/matches', { schema: { tags, summary: 'Structures or organisations that may be one, likeliest first, with reasons', querystring: matchesQuery, response: jsonAnswers(matchesAnswer) } }, async ({ query }) => matchPage(deps, query));

    scope.post('/api/matches/:id', {
      schema: { tags, summary: 'Says that a pair is one, or is not. The other verdict takes it back; both records stay', params: z.object({ id: z.string() }), querystring: noQuery, body: matchVerdictBody, response: jsonAnswers(matchItem) },
    }, async ({ params, body }) => decideMatch(deps, params.id, body, today()));
  });
}
