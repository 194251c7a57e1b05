import { Worker } from 'node:worker_threads';
import { type ErrorFields, toError } from './query-error';
import type { Answer, Wire, WirePool } from './wire';

export type WorkerRequest =
  | { readonly id: number; readonly kind: 'open'; readonly directory: string }
  | { readonly id: number; readonly kind: 'query'; readonly sql: string; readonly parameters: readonly (string | null)[] }
  | { readonly id: number; readonly kind: 'copy'; readonly sql: string; readonly rows: Uint8Array }
  | { readonly id: number; readonly kind: 'close' };
export type WorkerReply =
  | { readonly id: number; readonly answer: Answer | null }
  /** `broken`: the database answers no more. */
  | { readonly id: number; readonly error: ErrorFields; readonly broken: boolean };

type Body = WorkerRequest extends infer Request ? (Request extends WorkerRequest ? Omit<Request, 'id'> : never) : never;

/**
 * Stack of the thread, MB. With Node's 4, PostgreSQL's own limit comes too late and deep statements break the database
 * off; from 24 on they fail as they should. Only what is used is taken.
 */
const STACK_MB = 64;

/** The embedded database, in a thread of its own. */
interface Thread {
  readonly wire: Wire;
  /** Why it answers no more; null while it does. */
  ended(): Error | null;
  close(): Promise<void>;
}

/**
 * Opens the embedded database in a thread of its own. It has one connection: whoever comes second waits. If it breaks off,
 * the statement that broke it fails, and the next connection finds it opened anew, with all that was committed.
 * `stackMb` is for the test of just that.
 */
export async function openPglitePool(directory: string, stackMb = STACK_MB): Promise<WirePool> {
  let thread = await startThread(directory, stackMb);
  let closed = false;
  const turns = takeTurns();
  return {
    async connect() {
      await turns.take();
      try {
        if (closed) throw new Error('the embedded database is closed');
        if (thread.ended() !== null) {
          // The old thread must be gone: two on one directory would ruin it.
          await thread.close();
          thread = await startThread(directory, stackMb);
        }
        return thread.wire;
      } catch (cause) {
        turns.pass();
        throw cause;
      }
    },
    release: () => turns.pass(),
    async close() {
      // Behind whoever is working: a close never cuts a transaction in two.
      await turns.take();
      closed = true;
      await thread.close();
      turns.pass();
    },
  };
}

async function startThread(directory: string, stackMb: number): Promise<Thread> {
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), {
    execArgv: ['--import', new URL('./register-typescript.mjs', import.meta.url).href],
    resourceLimits: { stackSizeMb: stackMb },
  });
  const waiting = new Map<number, { readonly resolve: (answer: Answer | null) => void; readonly reject: (cause: Error) => void }>();
  let lastId = 0;
  let ended: Error | null = null;

  const end = (cause: Error): void => {
    ended ??= cause;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on('error', (cause) => end(cause instanceof Error ? cause : new Error(String(cause))));
  worker.on('exit', () => end(new Error('the embedded database has ended')));
  worker.on('message', (reply: WorkerReply) => {
    const caller = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (!('error' in reply)) {
      caller?.resolve(reply.answer);
      return;
    }
    const error = toError(reply.error);
    caller?.reject(error);
    if (reply.broken) end(error);
  });

  const ask = (body: Body): Promise<Answer | null> =>
    new Promise((resolve, reject) => {
      if (ended !== null) {
        reject(ended);
        return;
      }
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      worker.postMessage({ ...body, id: lastId });
    });

  try {
    await ask({ kind: 'open', directory });
  } catch (cause) {
    await worker.terminate();
    throw cause;
  }
  const answerTo = async (body: Body): Promise<Answer> => {
    const answer = await ask(body);
    if (answer === null) throw new Error('embedded database: an answer to a query expected');
    return answer;
  };
  return {
    wire: {
      query: (sql, parameters) => answerTo({ kind: 'query', sql, parameters }),
      copy: (sql, rows) => answerTo({ kind: 'copy', sql, rows }),
    },
    ended: () => ended,
    async close() {
      if (ended === null) await ask({ kind: 'close' });
      end(new Error('the embedded database is closed'));
      await worker.terminate();
    },
  };
}

/** One at a time, first come first served. */
function takeTurns(): { take(): Promise<void>; pass(): void } {
  const queue: (() => void)[] = [];
  let taken = false;
  return {
    take: () =>
      new Promise((resolve) => {
        if (taken) queue.push(resolve);
        else {
          taken = true;
          resolve();
        }
      }),
    pass: () => {
      const next = queue.shift();
      if (next === undefined) taken = false;
      else next();
    },
  };
}
