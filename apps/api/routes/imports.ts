import multipart from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { deleteMapping, listMappings } from '#db/stores/column-mappings';
import { importAnswer, importAnswersBody, importApplyBody, importMappingBody, importOptionsBody, importsAnswer, importUndoBody, mappingsAnswer } from '../contract/imports';
import { noQuery } from '../contract/queries';
import { MAX_FILE_BYTES } from '../local/local-import-contract';
import { Problem, problemAt } from '../problem';
import { definedOptions } from '../services/import/defined-options';
import type { FileOptions } from '../services/import/staged-files';
import type { StagedImports } from '../services/import/staged-imports';
import { type Api, emptyAnswers, jsonAnswers, sendFile, type ServerDeps, viewerIn } from './api';

export interface ImportRouteDeps extends ServerDeps {
  readonly imports: StagedImports;
}

const byId = z.object({ id: z.string() });
const waitQuery = z.object({ wait: z.enum(['true', 'false']).default('true') }).strict();
const issuesQuery = z.object({ format: z.enum(['csv']).default('csv') }).strict();
const tags = ['imports'];
const accepted = { 202: { description: 'It is going on: ask for it by its id', content: { 'application/json': { schema: importAnswer } } } };
const answers = { ...jsonAnswers(importAnswer), ...accepted };

/** Files that people hand in: dry run, apply, undo. For the coordination only. */
export async function importRoutes(app: Api, deps: ImportRouteDeps): Promise<void> {
  const { imports } = deps;
  await app.register(async (plugin) => {
    const scope = plugin as Api;
    // A stranger must not make this server take in a file: before the body is read.
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    await scope.register(multipart, { limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 20, fieldSize: 10_000, parts: 30 } });

    scope.get('/api/imports', { config: { action: 'importFiles' }, schema: { tags, summary: 'Every file that was loaded, newest first, after those that wait', querystring: noQuery, response: jsonAnswers(importsAnswer) } }, async () => ({ items: await imports.list() }));

    scope.post('/api/imports', {
      config: { action: 'importFiles' },
      bodyLimit: MAX_FILE_BYTES + 100_000,
      schema: { tags, summary: 'Dry run of a file (multipart: `file`, and how to read it). Nothing is stored', consumes: ['multipart/form-data'], querystring: waitQuery, response: answers },
    }, async (request, reply) => {
      const { fileName, bytes, options } = await receive(request);
      const id = imports.add(fileName, bytes, options);
      if (request.query.wait === 'false') return reply.code(202).send(await imports.answer(id));
      await imports.settled(id);
      return imports.answer(id);
    });

    scope.get('/api/imports/:id', { config: { action: 'importFiles' }, schema: { tags, summary: 'One import: its dry run, and what became of it', params: byId, querystring: noQuery, response: jsonAnswers(importAnswer) } }, async ({ params }) => imports.answer(params.id));

    scope.get('/api/imports/:id/issues', {
      config: { action: 'importFiles' },
      schema: { tags, summary: 'The refused rows with what is wrong with each, to be corrected and sent again', params: byId, querystring: issuesQuery, response: { ...jsonAnswers(z.never()), 200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } } } },
    }, async ({ params }, reply) => {
      const rows = await imports.refusedRows(params.id);
      if (rows === null) throw new Problem('notFound');
      return sendFile(reply, 'csv', `${asciiName(rows.fileName)}.refused`, Buffer.from(rows.csv));
    });

    scope.post('/api/imports/:id/apply', { config: { action: 'importFiles' }, schema: { tags, summary: 'Stores what the dry run announced, whole or not at all', params: byId, querystring: noQuery, body: importApplyBody.nullish(), response: jsonAnswers(importAnswer) } }, async ({ params, body, actor }) => {
      await imports.apply(params.id, importApplyBody.parse(body ?? {}), actor);
      return imports.answer(params.id);
    });

    scope.post('/api/imports/:id/undo', { config: { action: 'importFiles' }, schema: { tags, summary: 'Takes a load back. Where later files touched the same records: 409 with them, and nothing changed', params: byId, querystring: noQuery, body: importUndoBody.nullish(), response: jsonAnswers(importAnswer) } }, async ({ params, body, actor }) => {
      await imports.undo(params.id, { laterChanges: importUndoBody.parse(body ?? {}).laterChanges, actor });
      return imports.answer(params.id);
    });

    scope.post('/api/imports/:id/options', { config: { action: 'importFiles' }, schema: { tags, summary: 'Reads the file again as the options say', params: byId, querystring: waitQuery, body: importOptionsBody, response: answers } }, async ({ params, query, body }, reply) => {
      await imports.readAgain(params.id, definedOptions(body));
      return answerAgain(reply, params.id, query.wait);
    });

    scope.post('/api/imports/:id/mapping', { config: { action: 'importFiles' }, schema: { tags, summary: 'Reads an unknown table by the columns that a person named', params: byId, querystring: waitQuery, body: importMappingBody, response: answers } }, async ({ params, query, body }, reply) => {
      await imports.map(params.id, body);
      return answerAgain(reply, params.id, query.wait);
    });

    scope.post('/api/imports/:id/answers', { config: { action: 'importFiles' }, schema: { tags, summary: 'Keeps answers to the questions of the dry run, and reads the file again with them', params: byId, querystring: waitQuery, body: importAnswersBody, response: answers } }, async ({ params, query, body }, reply) => {
      await imports.answerQuestions(params.id, body.answers);
      return answerAgain(reply, params.id, query.wait);
    });

    scope.get('/api/mappings', { config: { action: 'importFiles' }, schema: { tags, summary: 'Mappings of columns that people saved', querystring: noQuery, response: jsonAnswers(mappingsAnswer) } }, async (request) => ({ items: await listMappings(deps.database.kysely, viewerIn(request)) }));

    scope.delete('/api/mappings/:id', { config: { action: 'importFiles' }, schema: { tags, summary: 'Forgets a mapping', params: byId, querystring: noQuery, response: emptyAnswers } }, async ({ params }, reply) => {
      if (!(await deleteMapping(deps.database.kysely, params.id))) throw new Problem('notFound');
      return reply.code(204).send(null);
    });

    scope.delete('/api/imports/:id', { config: { action: 'importFiles' }, schema: { tags, summary: 'Stops what is going on and forgets the file; what was applied stays', params: byId, querystring: noQuery, response: emptyAnswers } }, async ({ params }, reply) => {
      await imports.forget(params.id);
      return reply.code(204).send(null);
    });

    async function answerAgain<Reply extends { code(status: 202): Reply; send(body: Awaited<ReturnType<StagedImports['answer']>>): Reply }>(reply: Reply, id: string, wait: 'true' | 'false') {
      if (wait === 'false') return reply.code(202).send(await imports.answer(id));
      await imports.settled(id);
      return reply.send(await imports.answer(id));
    }
  });
}

/** Takes the one file and the fields beside it out of a multipart body, into memory and nowhere else. */
async function receive(request: FastifyRequest): Promise<{ fileName: string; bytes: Uint8Array; options: FileOptions }> {
  if (!request.isMultipart()) throw problemAt('parameterInvalid', 'content-type', request.headers['content-type'] ?? null, 'multipart/form-data');
  let file = null as { fileName: string; bytes: Uint8Array } | null;
  const fields: Record<string, unknown> = {};
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        if (part.value !== '') fields[part.fieldname] = part.value;
      } else {
        const bytes = await part.toBuffer();
        if (part.fieldname !== 'file') throw problemAt('parameterUnknown', part.fieldname, null, 'file');
        file = { fileName: part.filename === '' ? 'file' : part.filename, bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
      }
    }
  } catch (error) {
    throw spoiltBody(error);
  }
  if (file === null) throw problemAt('parameterInvalid', 'file', null, 'multipart/form-data');
  if (file.bytes.byteLength === 0) throw new Problem('fileEmpty');
  const options = importOptionsBody.safeParse(fields);
  if (!options.success) {
    const [issue] = options.error.issues;
    const column = issue?.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : String(issue?.path[0] ?? '');
    throw problemAt(issue?.code === 'unrecognized_keys' ? 'parameterUnknown' : 'parameterInvalid', column, null, issue?.code === 'unrecognized_keys' ? Object.keys(importOptionsBody.shape).join(', ') : (issue?.message ?? null));
  }
  return { ...file, options: definedOptions(options.data) };
}

/** A body that is cut off, or has no boundary, is a fault of whoever sent it: what the parser throws then says no status. */
const spoiltBody = (error: unknown): unknown => (error instanceof Problem || (error as { statusCode?: number }).statusCode !== undefined ? error : problemAt('parameterInvalid', 'file', null, 'multipart/form-data'));

/** A name that every header may carry. */
const asciiName = (name: string): string => name.normalize('NFD').replaceAll(/[^A-Za-z0-9._-]+/g, '-').slice(0, 80);
