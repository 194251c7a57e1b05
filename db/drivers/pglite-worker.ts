import { parentPort } from 'node:worker_threads';
import { DatabaseProblem } from '../database-problem';
import { openPglite, type PgliteSession } from './pglite-session';
import type { WorkerReply, WorkerRequest } from './pglite-pool';
import { type ErrorFields, QueryError } from './query-error';

/** The thread that the embedded database blocks, so that the server's own thread stays free. */
const port = parentPort;
if (port === null) throw new Error('pglite-worker: started as a worker thread expected');

let session: PgliteSession | null = null;

async function answer(request: WorkerRequest): Promise<WorkerReply> {
  try {
    if (request.kind === 'open') {
      session = await openPglite(request.directory);
      return { id: request.id, answer: null };
    }
    if (session === null) throw new Error(`pglite-worker: ${request.kind} before open`);
    if (request.kind === 'close') {
      await session.close();
      session = null;
      return { id: request.id, answer: null };
    }
    return { id: request.id, answer: await (request.kind === 'copy' ? session.copy(request.sql, request.rows) : session.query(request.sql, request.parameters)) };
  } catch (cause) {
    return { id: request.id, error: fieldsOf(cause), broken: session?.broken ?? false };
  }
}

/** Errors lose their class on the way between threads: their fields travel, and become the same error on the other side. */
function fieldsOf(cause: unknown): ErrorFields {
  if (cause instanceof QueryError) return { message: cause.message, code: cause.sqlState, detail: cause.detail ?? undefined, constraint: cause.constraint ?? undefined, table: cause.table ?? undefined };
  if (cause instanceof DatabaseProblem) return { message: cause.detail };
  return { message: cause instanceof Error ? cause.message : String(cause) };
}

port.on('message', (request: WorkerRequest) => {
  void answer(request).then((reply) => port.postMessage(reply));
});
