import { z } from 'zod';
import { matchesAnswer, matchItem, matchVerdictBody } from '../contract/imports';
import { matchesQuery } from '../contract/matches';
import { noQuery } from '../contract/queries';
import { decideMatch, matchPage } from '../services/matching/matches';
import { type Api, askedBy, jsonAnswers, type ServerDeps, today } from './api';

const tags = ['matches'];

/** Pairs of records that may be one, and what people say of them. For the coordination only. */
export async function matchRoutes(app: Api, deps: ServerDeps): Promise<void> {
  await app.register(async (plugin) => {
    const scope = plugin as Api;
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    scope.get('/api/matches', { config: { action: 'decideMatches' }, schema: { tags, summary: 'Structures or organisations that may be one, likeliest first, with reasons', querystring: matchesQuery, response: jsonAnswers(matchesAnswer) } }, async (request) => matchPage(askedBy(deps, request), request.query));

    scope.post('/api/matches/:id', {
      config: { action: 'decideMatches' },
      schema: { tags, summary: 'Says that a pair is one, or is not. The other verdict takes it back; both records stay', params: z.object({ id: z.string() }), querystring: noQuery, body: matchVerdictBody, response: jsonAnswers(matchItem) },
    }, async (request) => decideMatch(askedBy(deps, request), request.params.id, request.body, { actor: request.actor, today: today() }));
  });
}
