import { initiativeSources } from '#db/stores/list-details';
import { reportingAnswer } from '../contract/imports';
import { reportingQuery } from '../contract/queries';
import { writeInWorker } from '../services/exports/write-in-worker';
import { reportingProgress } from '../services/reporting';
import { type Api, askedBy, fileAnswers, headingOf, isUnchanged, sendFile, type ServerDeps } from './api';

/** Who has reported for a month; for the coordination only: it is about partners, not about people’s services. */
export async function reportingRoutes(app: Api, deps: ServerDeps): Promise<void> {
  app.get('/api/reporting', {
    config: { action: 'readReporting' },
    schema: { tags: ['reporting'], summary: 'Who has reported for a month, who is late, how old everything is', querystring: reportingQuery, response: fileAnswers(reportingAnswer) },
  }, async (request, reply) => {
    const { month, format } = request.query;
    if (isUnchanged(deps, request, reply)) return reply;
    const asked = askedBy(deps, request);
    const organisations = await reportingProgress(asked, month);
    const { dataVersion, exercise } = asked.watch.state();
    if (format === 'json') return { month, dataVersion, exercise, organisations };
    const heading = { ...headingOf(asked, 'Rapports du mois / Reports of the month', month, request.query), sources: await initiativeSources(deps.database.kysely, asked.viewer) };
    return sendFile(reply, format, `reporting-${month}`, await writeInWorker('reporting', format, heading, onePage(organisations)));
  });
}

async function* onePage<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}
