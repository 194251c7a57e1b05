import { isAbsolute } from 'node:path';
import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { DatabaseProblem } from '#db/database';
import { problemAt } from '#api/problem';
import type { Backups } from '#api/services/backup/backups';
import { loggable } from '#api/loggable-error';
import { LOCAL_BACKUP_PATH, localBackupQuery, type LocalBackupLine } from './local-backup-contract';
import { behindLocalDoor } from './local-door';

/** The way in for `npm run backup` while this server holds the data directory: it goes on answering meanwhile. Answer: NDJSON lines. */
export async function registerLocalBackup(app: FastifyInstance, { token, backups }: { readonly token: string; readonly backups: Pick<Backups, 'make'> }): Promise<void> {
  app.post(LOCAL_BACKUP_PATH, behindLocalDoor(token), (request, reply) => {
    const query = localBackupQuery.safeParse(request.query);
    if (!query.success || !isAbsolute(query.data.path)) throw problemAt('parameterInvalid', 'path', null, 'an absolute path');
    const lines = new PassThrough();
    const say = (line: LocalBackupLine): void => void lines.write(`${JSON.stringify(line)}\n`);
    backups
      .make(query.data.path, (progress) => say({ kind: 'progress', progress }))
      .then((made) => say({ kind: 'made', made }), (error: unknown) => {
        request.log.error(loggable(error));
        const known = error instanceof DatabaseProblem ? error : null;
        say({ kind: 'failed', code: known?.code ?? null, message: known?.detail ?? (error instanceof Error ? error.message : String(error)) });
      })
      .finally(() => lines.end());
    return reply.header('content-type', 'application/x-ndjson').header('cache-control', 'no-store').send(lines);
  });
}
