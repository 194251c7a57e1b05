import { z } from 'zod';
import { changesAnswer, editAnswer, editStart, initiativeEditBody, restoreBody, reviewBody, reviewsAnswer, staleProblem, structureEditBody } from '../contract/record-edits';
import { entriesProblem } from '../contract/entries';
import { noQuery } from '../contract/queries';
import { editRecord, restoreRecord, startEdit } from '../services/records/edit-record';
import { recordChanges } from '../services/records/record-changes';
import { answerReview, reviewQueue } from '../services/records/reviews';
import type { EntryRouteDeps } from './entries';
import { type Api, jsonAnswers, viewerIn } from './api';

const byId = z.object({ id: z.string().max(200) });
const tags = ['records'];
const problemOf = <T extends z.ZodType>(description: string, schema: T) => ({ description, content: { 'application/problem+json': { schema } } });
const answers = { ...jsonAnswers(editAnswer), 409: problemOf('Somebody changed the record in between: how it stands now', staleProblem), 422: problemOf('Nothing is stored: what is wrong with which field', entriesProblem) };

/** Records that people edit: where the form begins, what is sent, what changed before, and what waits for the coordination. */
export async function recordEditRoutes(app: Api, { database, importer }: EntryRouteDeps): Promise<void> {
  await app.register(async (plugin) => {
    const scope = plugin as Api;
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    for (const [kind, path, body] of [['structure', '/api/structures/:id', structureEditBody], ['initiative', '/api/initiatives/:id', initiativeEditBody]] as const) {
      scope.get(`${path}/changes`, { config: { action: 'readHistory' }, schema: { tags, summary: `Every change of one ${kind}: who, when, by which way, field by field`, params: byId, querystring: noQuery, response: jsonAnswers(changesAnswer) } },
        async (request) => recordChanges(database, viewerIn(request), kind, request.params.id));

      scope.get(`${path}/edit`, { config: { action: 'editRecords' }, schema: { tags, summary: `Where the form of one ${kind} begins`, params: byId, querystring: noQuery, response: jsonAnswers(editStart) } },
        async ({ actor, params }) => startEdit({ database, actor }, { kind, id: params.id }));

      scope.post(`${path}/edit`, { config: { action: 'editRecords' }, schema: { tags, summary: `Edits one ${kind}; an edit of what is not the asker’s own waits for the coordination`, params: byId, querystring: noQuery, body, response: answers } },
        async ({ actor, params, body: sent }) => editRecord({ database, importer, actor }, { kind, id: params.id }, sent));

      scope.post(`${path}/restore`, { config: { action: 'restoreRecord' }, schema: { tags, summary: `Makes one ${kind} what it was before one of its changes, as a new change`, params: byId, querystring: noQuery, body: restoreBody, response: answers } },
        async ({ actor, params, body: sent }) => restoreRecord({ database, importer, actor }, { kind, id: params.id }, sent));
    }

    scope.get('/api/reviews', { config: { action: 'readReviews' }, schema: { tags, summary: 'Edits that partners propose: those to decide, or one’s own and what became of them', querystring: noQuery, response: jsonAnswers(reviewsAnswer) } },
      async ({ actor }) => reviewQueue({ database, importer, actor }));

    scope.post('/api/reviews/:id', { config: { action: 'reviewChanges' }, schema: { tags, summary: 'Accepts a proposed edit, or returns it with a reason', params: byId, querystring: noQuery, body: reviewBody, response: { ...jsonAnswers(reviewsAnswer.shape.items.element), 409: answers[409] } } },
      async ({ actor, params, body }) => answerReview({ database, importer, actor }, params.id, body));
  });
}
