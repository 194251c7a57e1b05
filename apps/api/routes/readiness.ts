import type { TableName } from '../services/exports/tables';
import { compareAnswer, compareQuery, lapsingAnswer, lapsingQuery, needsAnswer, needsQuery, refreshersAnswer, refreshersQuery } from '../contract/readiness';
import type { JsonBytes } from '../engine/messages';
import { writeInWorker } from '../services/exports/write-in-worker';
import { toGapQuestion, toJudgedBy } from '../services/gap-question';
import { defaultStandardOf } from '#domain/shipped-standards';
import { type Api, fileAnswers, headingOf, isUnchanged, type RouteDeps, sendFile, sendJson, today } from './api';
import type { FastifyReply } from 'fastify';

type Format = 'json' | 'csv' | 'xlsx' | 'hxl';

/** What stands between structures and readiness, what lapses and falls due, and what another standard would change: all answered by the engine. */
export async function readinessRoutes(app: Api, deps: RouteDeps): Promise<void> {
  const { engine, viewer } = deps;

  /** The answer as JSON, or the rows under `key` as a file. */
  async function send(reply: FastifyReply, format: Format, bytes: JsonBytes, { table, key, title, asked }: { table: TableName; key: string; title: string; asked: Readonly<Record<string, unknown>> }): Promise<FastifyReply> {
    if (format === 'json') return sendJson(reply, bytes);
    const date = typeof asked['asOf'] === 'string' ? asked['asOf'] : today();
    return sendFile(reply, format, `${table}-${date}`, await writeInWorker(table, format, headingOf(deps, title, date, asked), { bytes, key }));
  }

  app.get('/api/readiness/needs', {
    schema: { tags: ['readiness'], summary: 'What stands between each structure and readiness, per area and in all, and who would gain', querystring: needsQuery, response: fileAnswers(needsAnswer) },
  }, async (request, reply) => {
    const { format, limit, ...query } = request.query;
    const question = toGapQuestion(query);
    if (isUnchanged(deps, request, reply)) return reply;
    const bytes = await engine.ask(viewer, 'needs', { ...question, limit: format === 'json' ? limit : Number.MAX_SAFE_INTEGER });
    return send(reply, format, bytes, { table: 'needs', key: 'structures', title: 'Ce qui manque aux structures / What structures lack', asked: withStandard(query) });
  });

  app.get('/api/readiness/lapsing', {
    schema: { tags: ['readiness'], summary: 'Structures that are ready and stop being so, with no resupply', querystring: lapsingQuery, response: fileAnswers(lapsingAnswer) },
  }, async (request, reply) => {
    const { format, days, province, ...query } = request.query;
    if (isUnchanged(deps, request, reply)) return reply;
    const bytes = await engine.ask(viewer, 'lapsing', { ...toJudgedBy(query), days, province });
    return send(reply, format, bytes, { table: 'lapsing', key: 'items', title: 'Structures qui cesseront d’être prêtes / Structures about to lapse', asked: { ...withStandard(query), days, province } });
  });

  app.get('/api/readiness/refreshers', {
    schema: { tags: ['readiness'], summary: 'Trained staff whose refresher is due', querystring: refreshersQuery, response: fileAnswers(refreshersAnswer) },
  }, async (request, reply) => {
    const { format, months, province, ...query } = request.query;
    if (isUnchanged(deps, request, reply)) return reply;
    const bytes = await engine.ask(viewer, 'refreshers', { ...toJudgedBy(query), months, province });
    return send(reply, format, bytes, { table: 'refreshers', key: 'items', title: 'Recyclages à prévoir / Refreshers due', asked: { ...withStandard(query), months, province } });
  });

  app.get('/api/standards/compare', {
    schema: { tags: ['readiness'], summary: 'Two standards over the same structures: which pass, fail or become unknown, and why', querystring: compareQuery, response: fileAnswers(compareAnswer) },
  }, async (request, reply) => {
    const { format, limit, asOf, ...asked } = request.query;
    if (isUnchanged(deps, request, reply)) return reply;
    const bytes = await engine.ask(viewer, 'compare', { ...asked, asOf: asOf ?? null, limit: format === 'json' ? limit : Number.MAX_SAFE_INTEGER });
    return send(reply, format, bytes, { table: 'compare', key: 'structures', title: 'Deux normes comparées / Two standards compared', asked: { ...asked, asOf } });
  });
}

/** A file says by which standard it was judged also where the default was meant. */
const withStandard = <Query extends Parameters<typeof toJudgedBy>[0]>(query: Query) => ({ ...query, standard: query.standard ?? defaultStandardOf(query.service) });
