import { type ProofAnswer, proofAnswer, proofProgress, proofQuery, type WhereNextAnswer, whereNextAnswer, whereNextQuery } from '../contract/where-next';
import { catchmentsAnswer, catchmentsQuery } from '../contract/catchments';
import { noQuery } from '../contract/queries';
import { writeInWorker } from '../services/exports/write-in-worker';
import { toGapQuestion } from '../services/gap-question';
import { toAsked } from '../services/siting/asked';
import { Prover } from '../services/siting/prover';
import { type Api, fileAnswers, isUnchanged, jsonAnswers, parametersText, sendFile, sendJson, type ServerDeps, viewerIn } from './api';
import type { FastifyReply } from 'fastify';

/** Which structures, made ready, close most of the gap, and how good that list is; and how many people the staff of the ready ones is shared by. */
export async function whereNextRoutes(app: Api, deps: ServerDeps): Promise<void> {
  const prover = new Prover();

  app.get('/api/where-next', {
    config: { action: 'readRegister' },
    schema: { tags: ['gaps'], summary: 'Which structures, made ready, close most of the gap: the best together and each alone, with what each lacks', querystring: whereNextQuery, response: fileAnswers(whereNextAnswer) },
  }, async (request, reply) => {
    const { format, limit, k, weight, whom, needs, costs, budget, ...query } = request.query;
    const question = { ...toGapQuestion(query), asked: toAsked({ k, weight, whom, needs, costs, budget }), limit: format === 'json' ? limit : Number.MAX_SAFE_INTEGER };
    if (isUnchanged(deps, request, reply)) return reply;
    const bytes = await deps.engine.ask(viewerIn(request), 'whereNext', question);
    if (format === 'json') return sendJson(reply, bytes);
    const { parameters: { filters, ...parameters }, asked, sources, exercise, dataVersion } = JSON.parse(new TextDecoder().decode(bytes)) as WhereNextAnswer;
    const heading = {
      title: 'Où ensuite / Where next',
      exercise,
      dataVersion,
      sources: [...new Set([...sources.populationSources, ...sources.initiativeSources.map(({ source }) => source), ...sources.structureSources, ...sources.boundarySources])],
      date: parameters.asOf,
      parameters: parametersText({ ...parameters, ...filters, ...asked, needs: asked.needs ?? undefined, budget: asked.budget ?? undefined, demand: sources.demand }),
    };
    return sendFile(reply, format, `where-next-${parameters.asOf}`, await writeInWorker('whereNext', format, heading, { bytes, key: 'structures' }));
  });

  app.get('/api/catchments', {
    config: { action: 'readRegister' },
    schema: { tags: ['gaps'], summary: 'Trained staff of ready structures to 100,000 people of each area, by floating catchments (E2SFCA)', querystring: catchmentsQuery, response: jsonAnswers(catchmentsAnswer) },
  }, async (request, reply) => {
    const question = toGapQuestion(request.query);
    return isUnchanged(deps, request, reply) ? reply : sendJson(reply, await deps.engine.ask(viewerIn(request), 'catchments', question));
  });

  app.post('/api/where-next/proof', {
    config: { action: 'readRegister' },
    schema: { tags: ['gaps'], summary: 'How good the list of where next is: the best possible, or a bound on it, from an exact solver. One at a time; ends when the asker leaves', querystring: proofQuery, response: jsonAnswers(proofAnswer) },
  }, async (request, reply): Promise<ProofAnswer> => {
    const { seconds, k, weight, whom, needs, costs, budget, ...query } = request.query;
    const question = { ...toGapQuestion(query), asked: toAsked({ k, weight, whom, needs, costs, budget }) };
    return prover.prove(() => deps.engine.ask(viewerIn(request), 'siting', question), seconds, untilLeft(reply));
  });

  app.get('/api/where-next/proof', {
    config: { action: 'readRegister' },
    schema: { tags: ['gaps'], summary: 'How far the exact solver is', querystring: noQuery, response: jsonAnswers(proofProgress) },
  }, async (_request, reply) => reply.header('cache-control', 'no-store').send(prover.progress()));
}

/** Aborted when the asker closes the connection before the answer is out. */
function untilLeft(reply: FastifyReply): AbortSignal {
  const left = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableEnded) left.abort();
  });
  return left.signal;
}
