import { initiativeSources } from '#db/stores/list-details';
import { reportingAnswer } from '../contract/imports';
import { reportingQuery } from '../contract/queries';
import { writeInWorker } from '../services/exports/write-in-worker';
import { reportingProgress } from '../services/reporting';
import { Problem } from '../problem';
import { type Api, fileAnswers, headingOf, isUnchanged, type RouteDeps, sendFile } from './api';

/** Who has reported for a month; for the coordination only: it is about partners, not about people’s services. */
export async function reportingRoutes(app: Api, deps: RouteDeps): Promise<void> {
  app.get('/api/reporting', {
    schema: { tags: ['reporting'], summary: 'Who has reported for a month, who is late, how old everything is', querystring: reportingQuery, response: fileAnswers(reportingAnswer) },
  }, async (request, reply) => {
    const { month, format } = request.query;
    if (deps.viewer === 'public') throw new Problem('forbidden');
    if (isUnchanged(deps, request, reply)) return reply;
    const organisations = await reportingProgress(deps, month);
    const { dataVersion, exercise } = deps.watch.state();
    if (format === 'json') return { month, dataVersion, exercise, organisations };
    const heading = { ...headingOf(deps, 'Rapports du mois / Reports of the month', month, request.query), sources: await initiativeSources(deps.database.kysely, deps.viewer) };
    return sendFile(reply, format, `reporting-${month}`, await writeInWorker('reporting', format, heading, onePage(organisations)));
  });
}

async function* onePage<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}
