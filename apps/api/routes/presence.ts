import { initiativeSources } from '#db/stores/list-details';
import { presenceAnswer } from '../contract/imports';
import { presenceQuery } from '../contract/queries';
import { pointsFor, writeInWorker } from '../services/exports/write-in-worker';
import { presencePage, presenceRows } from '../services/presence';
import { type Api, fileAnswers, headingOf, isUnchanged, type RouteDeps, sendFile, today } from './api';

/** Which organisation acts in which sector, where and when. */
export async function presenceRoutes(app: Api, deps: RouteDeps): Promise<void> {
  app.get('/api/presence', {
    schema: { tags: ['presence'], summary: 'One row per organisation, sector, area and period, as HDX HAPI counts operational presence', querystring: presenceQuery, response: fileAnswers(presenceAnswer, true) },
  }, async (request, reply) => {
    const { query } = request;
    if (isUnchanged(deps, request, reply)) return reply;
    if (query.format === 'json') return presencePage(deps, query);
    const rows = (await presenceRows(deps, query)).map(({ id: _, ...row }) => row);
    const name = `presence-${query.level}-${(query.period ?? today()).replace('/', '-')}`;
    const heading = { ...headingOf(deps, 'Présence opérationnelle / Operational presence', today(), query), sources: await initiativeSources(deps.database.kysely, deps.viewer) };
    return sendFile(reply, query.format, name, await writeInWorker('presence', query.format, heading, onePage(rows), await pointsFor(deps, query.format)));
  });
}

async function* onePage<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}
