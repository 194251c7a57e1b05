import { z } from 'zod';
import { entriesAnswer, entriesBody, entriesProblem, entryStart } from '../contract/entries';
import { noQuery } from '../contract/queries';
import { faultsOfBody } from '../services/entries/entry-faults';
import { startEntry } from '../services/entries/start-entry';
import { refused, takeEntries } from '../services/entries/take-entries';
import type { Importer } from '../services/import/import-queue';
import { type Api, askedBy, jsonAnswers, type ServerDeps, today } from './api';

export interface EntryRouteDeps extends ServerDeps {
  readonly importer: Importer;
}

const tags = ['entries'];
const MAX_BODY_BYTES = 1_000_000;
const problemOf = (description: string) => ({ description, content: { 'application/problem+json': { schema: entriesProblem } } });

/** What people enter through forms: stored as a load of its own, so that it is listed and taken back as files are. For the coordination only. */
export async function entryRoutes(app: Api, deps: EntryRouteDeps): Promise<void> {
  await app.register(async (plugin) => {
    const scope = plugin as Api;
    // A stranger must not make this server take anything in: before the body is read.
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    scope.post('/api/entries', {
      config: { action: 'enterRecords' },
      bodyLimit: MAX_BODY_BYTES,
      // A fault of a field is a fault of what was typed: it is answered as such, with the path of the field.
      attachValidation: true,
      schema: {
        tags, summary: 'Stores assessments, sessions, movements of kits, missions, answers to proposals and standards: all of it or nothing. The same key again changes nothing', querystring: noQuery, body: entriesBody,
        response: { ...jsonAnswers(entriesAnswer), 409: problemOf('The key was used for other content'), 422: problemOf('Nothing is stored: what is wrong with which field') },
      },
    }, async (request) => {
      const { body, validationError } = request;
      if (validationError !== undefined && validationError.validationContext !== 'body') throw validationError;
      const read = entriesBody.safeParse(body);
      if (!read.success) throw refused(faultsOfBody(body, read.error.issues));
      return takeEntries(askedBy(deps, request), read.data, today(), { origin: 'form', actor: request.actor });
    });

    scope.get('/api/structures/:id/entry-start', {
      config: { action: 'enterRecords' },
      schema: { tags, summary: 'What is known last of a structure, question by question: where the form of an assessment begins', params: z.object({ id: z.string() }), querystring: noQuery, response: jsonAnswers(entryStart) },
    }, async (request) => startEntry(askedBy(deps, request), request.params.id, today()));
  });
}
