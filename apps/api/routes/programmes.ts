import type { FastifyReply, FastifyRequest } from 'fastify';
import { readDataVersion } from '#db/stores/data-version';
import {
  closuresAnswer, closuresQuery, coverageAnswer, coverageQuery, kitMovementsAnswer, kitMovementsQuery, missionsAnswer, missionsQuery, proposalsAnswer, proposalsQuery, type SessionItem, sessionsAnswer, sessionsQuery, standardsAnswer, standardsQuery,
} from '../contract/programmes';
import type { ProgrammeTable } from '../services/exports/programme-tables';
import { pointsFor, writeInWorker } from '../services/exports/write-in-worker';
import type { ExportFormat } from '../services/exports/write-table-worker';
import { sessionCoverage } from '../services/programmes/coverage';
import { closureList, kitMovementList, missionList, sessionList, standardList } from '../services/programmes/programme-lists';
import { proposalList } from '../services/programmes/proposals';
import { type Api, askedBy, fileAnswers, headingOf, isUnchanged, jsonAnswers, sendFile, type ServerDeps, today } from './api';

interface Asked {
  readonly format: 'json' | ExportFormat;
}

/** What programmes do that changes the answer: sessions, kits, missions, what they propose, and the standards that judge it. */
export async function programmeRoutes(app: Api, deps: ServerDeps): Promise<void> {
  const tags = ['programmes'];

  /** These lists come from the database itself: whoever stored something sees it at once, also while the engine still reads it. Phases and states are those of the day. */
  const isSeen = async (request: FastifyRequest, reply: FastifyReply): Promise<boolean> => isUnchanged(deps, request, reply, `${await readDataVersion(deps.database.kysely)}-${today()}`);

  /** The answer as it is, or its rows as a file. */
  async function answer<Answer extends object>(request: FastifyRequest, reply: FastifyReply, table: ProgrammeTable, title: string, make: () => Promise<Answer>, rowsOf: (answer: Answer) => readonly object[]) {
    const query = request.query as Asked;
    if (await isSeen(request, reply)) return reply;
    const made = await make();
    if (query.format === 'json') return reply.send(made);
    const rows = rowsOf(made);
    const sources = [...new Set(rows.flatMap((row) => ('entered' in row ? (row as Pick<SessionItem, 'entered'>).entered.source : [])))].sort();
    const heading = { ...headingOf(askedBy(deps, request), title, today(), query as unknown as Record<string, unknown>), sources };
    return sendFile(reply, query.format, `${table}-${today()}`, await writeInWorker(table, query.format, heading, onePage(rows), await pointsFor(askedBy(deps, request), query.format)));
  }

  app.get('/api/sessions', {
    config: { action: 'readRegister' },
    schema: { tags, summary: 'Sessions of training, for health staff and others, the latest first', querystring: sessionsQuery, response: fileAnswers(sessionsAnswer) },
  }, async (request, reply) => answer(request, reply, 'sessions', 'Sessions de formation / Training sessions', () => sessionList(askedBy(deps, request), request.query, today()), ({ items }) => items));

  app.get('/api/sessions/coverage', {
    config: { action: 'readRegister' },
    schema: { tags, summary: 'Sessions and people by audience, area and month against plan, and who had none in the last months', querystring: coverageQuery, response: fileAnswers(coverageAnswer) },
  }, async (request, reply) => answer(request, reply, 'sessionCoverage', 'Sessions par public, zone et mois / Sessions by audience, area and month', () => sessionCoverage(askedBy(deps, request), request.query, today()), ({ cells }) => cells));

  app.get('/api/kit-movements', {
    config: { action: 'readStock' },
    schema: { tags, summary: 'Kits that came in, were given out or lost, the latest first. For the coordination only', querystring: kitMovementsQuery, response: fileAnswers(kitMovementsAnswer) },
  }, async (request, reply) => answer(request, reply, 'kitMovements', 'Mouvements de kits / Movements of kits', () => kitMovementList(askedBy(deps, request), request.query, today()), ({ items }) => items.flatMap(({ lines, ...movement }) => lines.map((line) => ({ ...movement, ...line })))));

  app.get('/api/missions', {
    config: { action: 'readRegister' },
    schema: { tags, summary: 'Mobile missions, the latest first, and where each stands on a day', querystring: missionsQuery, response: fileAnswers(missionsAnswer) },
  }, async (request, reply) => answer(request, reply, 'missions', 'Missions mobiles / Mobile missions', () => missionList(askedBy(deps, request), request.query, today()), ({ items }) => items));

  app.get('/api/closures', {
    config: { action: 'readRegister' },
    schema: { tags, summary: 'Areas closed to movement, the latest first, and whether each is closed on a day', querystring: closuresQuery, response: fileAnswers(closuresAnswer, true) },
  }, async (request, reply) => answer(request, reply, 'closures', 'Zones fermées aux déplacements / Areas closed to movement', () => closureList(askedBy(deps, request), request.query, today()), ({ items }) => items));

  app.get('/api/proposals', {
    config: { action: 'readProposals' },
    schema: { tags, summary: 'What held sessions and deliveries propose to structures, for a person to accept or reject. For the coordination only', querystring: proposalsQuery, response: jsonAnswers(proposalsAnswer) },
  }, async (request, reply) => {
    return (await isSeen(request, reply)) ? reply : proposalList(askedBy(deps, request), request.query, today());
  });

  app.get('/api/standards', {
    config: { action: 'readRegister' },
    schema: { tags, summary: 'Every version of every standard, and whether it is in force on a day', querystring: standardsQuery, response: jsonAnswers(standardsAnswer) },
  }, async (request, reply) => ((await isSeen(request, reply)) ? reply : standardList(askedBy(deps, request), request.query, today())));
}

async function* onePage<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}
