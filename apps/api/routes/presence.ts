import { initiativeSources } from '#db/stores/list-details';
import { presenceAnswer } from '../contract/imports';
import { presenceQuery } from '../contract/queries';
import { pointsFor, writeInWorker } from '../services/exports/write-in-worker';
import { presencePage, presenceRows } from '../services/presence';
import { type Api, askedBy, fileAnswers, headingOf, isUnchanged, sendFile, type ServerDeps, today } from './api';

/** Which organisation acts in which sector, where and when. */
export async function presenceRoutes(app: Api, deps: ServerDeps): Promise<void> {
  app.get('/api/presence', {
    config: { action: 'readRegister' },
    schema: { tags: ['presence'], summary: 'One row per organisation, sector, area and period, as HDX HAPI counts operational presence', querystring: presenceQuery, response: fileAnswers(presenceAnswer, true) },
  }, async (request, reply) => {
    const { query } = request;
    const asked = askedBy(deps, request);
    if (isUnchanged(deps, request, reply)) return reply;
    if (query.format === 'json') return presencePage(asked, query);
    const rows = (await presenceRows(asked, query)).map(({ id: _, ...row }) => row);
    const name = `presence-${query.level}-${(query.period ?? today()).replace('/', '-')}`;
    const heading = { ...headingOf(asked, 'Présence opérationnelle / Operational presence', today(), query), sources: await initiativeSources(deps.database.kysely, asked.viewer) };
    return sendFile(reply, query.format, name, await writeInWorker('presence', query.format, heading, onePage(rows), await pointsFor(asked, query.format)));
  });
}

async function* onePage<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}
