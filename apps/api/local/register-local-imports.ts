import { PassThrough } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem, problemAt } from '#api/problem';
import type { Importer } from '#api/services/import/import-queue';
import type { FileContent } from '#api/services/import/file-source';
import { loggable } from '#api/loggable-error';
import type { StagedImports } from '#api/services/import/staged-imports';
import { LOCAL_HISTORY_PATH, LOCAL_IMPORTS_PATH, LOCAL_SETTLED_PATH, LOCAL_UNDO_PATH, localImportQuery, localUndoQuery, MAX_FILE_BYTES, toImportOptions, type LocalImportLine } from './local-import-contract';
import { behindLocalDoor } from './local-door';

export interface LocalImportsDeps {
  /** Secret of the lock file: who can read that file may load data. */
  readonly token: string;
  readonly importer: Importer;
  readonly imports: Pick<StagedImports, 'list' | 'takeBack'>;
  /** Resolves when answers are given from the data as they are now. */
  readonly settled: () => Promise<void>;
}

/**
 * The way in for `npm run load` while this server holds the data directory. Answers the loopback interface only, and only
 * with the token of the lock file; anyone else finds nothing here. Body: the file as octets. Answer: NDJSON lines.
 */
export async function registerLocalImports(app: FastifyInstance, deps: LocalImportsDeps): Promise<void> {
  const hidden = behindLocalDoor(deps.token);
  await app.register(async (scope) => {
    scope.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: MAX_FILE_BYTES }, (_request, body, done) => done(null, body));
    scope.post(LOCAL_IMPORTS_PATH, { ...hidden, bodyLimit: MAX_FILE_BYTES }, (request, reply) => receiveFile(request, reply, deps.importer));
    scope.get(LOCAL_HISTORY_PATH, hidden, async () => deps.imports.list());
    scope.post(LOCAL_UNDO_PATH, hidden, async (request) => {
      const query = localUndoQuery.safeParse(request.query);
      if (!query.success) throw problemAt('parameterInvalid', query.error.issues[0]?.path.join('.') ?? '', null, query.error.issues[0]?.message ?? null);
      return deps.imports.takeBack(query.data.importId, { laterChanges: query.data.laterChanges, actor: null });
    });
    scope.get(LOCAL_SETTLED_PATH, hidden, async (_request, reply) => {
      await deps.settled();
      return reply.code(204).send();
    });
  });
}

function receiveFile(request: FastifyRequest, reply: FastifyReply, importer: Importer): FastifyReply {
  const query = localImportQuery.safeParse(request.query);
  if (!query.success) throw problemAt('parameterInvalid', query.error.issues[0]?.path.join('.') ?? '', null, query.error.issues[0]?.message ?? null);
  const { path } = query.data;
  const content = path === undefined ? request.body : { path };
  if (Buffer.isBuffer(content) ? content.length === 0 : path === undefined) throw new Problem('fileEmpty');

  const lines = new PassThrough();
  const say = (line: LocalImportLine): void => void lines.write(`${JSON.stringify(line)}\n`);
  // Whoever hangs up before the end takes the file back: nothing of it is kept.
  const cancelled = new AbortController();
  reply.raw.on('close', () => cancelled.abort());
  importer
    .importFile(content as FileContent, toImportOptions(query.data), { signal: cancelled.signal, onProgress: (progress) => say({ kind: 'progress', progress }) })
    .then((report) => say({ kind: 'report', report }), (error: unknown) => {
      request.log.error(loggable(error));
      say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    })
    .finally(() => lines.end());
  return reply.header('content-type', 'application/x-ndjson').header('cache-control', 'no-store').send(lines);
}
