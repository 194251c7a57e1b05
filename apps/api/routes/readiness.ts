import type { TableName } from '../services/exports/tables';
import { compareAnswer, compareQuery, lapsingAnswer, lapsingQuery, needsAnswer, needsQuery, refreshersAnswer, refreshersQuery } from '../contract/readiness';
import type { JsonBytes } from '../engine/messages';
import { writeInWorker } from '../services/exports/write-in-worker';
import { toGapQuestion, toJudgedBy } from '../services/gap-question';
import { defaultStandardOf } from '#domain/shipped-standards';
import { type Api, askedBy, fileAnswers, headingOf, isUnchanged, sendFile, sendJson, type ServerDeps, today, viewerIn } from './api';
import type { FastifyReply, FastifyRequest } from 'fastify';

type Format = 'json' | 'csv' | 'xlsx' | 'hxl';

/** What stands between structures and readiness, what lapses and falls due, and what another standard would change: all answered by the engine. */
export async function readinessRoutes(app: Api, deps: ServerDeps): Promise<void> {
  /** The answer as JSON, or the rows under `key` as a file. */
  async function send(request: FastifyRequest, reply: FastifyReply, format: Format, bytes: JsonBytes, { table, key, title, asked }: { table: TableName; key: string; title: string; asked: Readonly<Record<string, unknown>> }): Promise<FastifyReply> {
    if (format === 'json') return sendJson(reply, bytes);
    const date = typeof asked['asOf'] === 'string' ? asked['asOf'] : today();
    return sendFile(reply, format, `${table}-${date}`, await writeInWorker(table, format, headingOf(askedBy(deps, request), title, date, asked), { bytes, key }));
  }

  app.get('/api/readiness/needs', {
    config: { action: 'readRegister' },
    schema: { tags: ['readiness'], summary: 'What stands between each structure and readiness, per area and in all, and who would gain', querystring: needsQuery, response: fileAnswers(needsAnswer) },
  }, async (request, reply) => {
    const { format, limit, ...query } = request.query;
    const question = toGapQuestion(query);
    if (isUnchanged(deps, request, reply)) return reply;
    const bytes = await deps.engine.ask(viewerIn(request), 'needs', { ...question, limit: format === 'json' ? limit : Number.MAX_SAFE_INTEGER });
    return send(request, reply, format, bytes, { table: 'needs', key: 'structures', title: 'Ce qui manque aux structures / What structures lack', asked: withStandard(query) });
  });

  app.get('/api/readiness/lapsing', {
    config: { action: 'readRegister' },
    schema: { tags: ['readiness'], summary: 'Structures that are ready and stop being so, with no resupply', querystring: lapsingQuery, response: fileAnswers(lapsingAnswer) },
  }, async (request, reply) => {
    const { format, days, province, ...query } = request.query;
    if (isUnchanged(deps, request, reply)) return reply;
    const bytes = await deps.engine.ask(viewerIn(request), 'lapsing', { ...toJudgedBy(query), days, province });
    return send(request, reply, format, bytes, { table: 'lapsing', key: 'items', title: 'Structures qui cesseront d’être prêtes / Structures about to lapse', asked: { ...withStandard(query), days, province } });
  });

  app.get('/api/readiness/refreshers', {
    config: { action: 'readRegister' },
    schema: { tags: ['readiness'], summary: 'Trained staff whose refresher is due', querystring: refreshersQuery, response: fileAnswers(refreshersAnswer) },
  }, async (request, reply) => {
    const { format, months, province, ...query } = request.query;
    if (isUnchanged(deps, request, reply)) return reply;
    const bytes = await deps.engine.ask(viewerIn(request), 'refreshers', { ...toJudgedBy(query), months, province });
    return send(request, reply, format, bytes, { table: 'refreshers', key: 'items', title: 'Recyclages à prévoir / Refreshers due', asked: { ...withStandard(query), months, province } });
  });

  app.get('/api/standards/compare', {
    config: { action: 'readRegister' },
    schema: { tags: ['readiness'], summary: 'Two standards over the same structures: which pass, fail or become unknown, and why', querystring: compareQuery, response: fileAnswers(compareAnswer) },
  }, async (request, reply) => {
    const { format, limit, asOf, ...asked } = request.query;
    if (isUnchanged(deps, request, reply)) return reply;
    const bytes = await deps.engine.ask(viewerIn(request), 'compare', { ...asked, asOf: asOf ?? null, limit: format === 'json' ? limit : Number.MAX_SAFE_INTEGER });
    return send(request, reply, format, bytes, { table: 'compare', key: 'structures', title: 'Deux normes comparées / Two standards compared', asked: { ...asked, asOf } });
  });
}

/** A file says by which standard it was judged also where the default was meant. */
const withStandard = <Query extends Parameters<typeof toJudgedBy>[0]>(query: Query) => ({ ...query, standard: query.standard ?? defaultStandardOf(query.service) });
