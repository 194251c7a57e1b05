import { type ErrorFields, toError } from './query-error';
import { startTypescriptWorker } from './typescript-worker';
import type { Answer, Wire, WirePool } from './wire';

export type WorkerRequest =
  | { readonly id: number; readonly kind: 'open'; readonly directory: string }
  | { readonly id: number; readonly kind: 'query'; readonly sql: string; readonly parameters: readonly (string | null)[] }
  | { readonly id: number; readonly kind: 'close' };
export type WorkerReply = { readonly id: number; readonly answer: Answer | null } | { readonly id: number; readonly error: ErrorFields };

type Body = WorkerRequest extends infer Request ? (Request extends WorkerRequest ? Omit<Request, 'id'> : never) : never;

interface Waiting {
  readonly resolve: (answer: Answer | null) => void;
  readonly reject: (cause: Error) => void;
}

/** Opens the embedded database in a thread of its own. It has one connection: whoever comes second waits. */
export async function openPglitePool(directory: string): Promise<WirePool> {
  const worker = startTypescriptWorker(new URL('./pglite-worker.ts', import.meta.url));
  const waiting = new Map<number, Waiting>();
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
    if ('error' in reply) caller?.reject(toError(reply.error));
    else caller?.resolve(reply.answer);
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

  const wire: Wire = {
    async query(sql, parameters) {
      const answer = await ask({ kind: 'query', sql, parameters });
      if (answer === null) throw new Error('embedded database: an answer to a query expected');
      return answer;
    },
  };

  try {
    await ask({ kind: 'open', directory });
  } catch (cause) {
    await worker.terminate();
    throw cause;
  }

  const turns = takeTurns();
  return {
    async connect() {
      await turns.take();
      return wire;
    },
    release: () => turns.pass(),
    async close() {
      // Behind whoever is working: a close never cuts a transaction in two.
      await turns.take();
      if (ended === null) await ask({ kind: 'close' });
      end(new Error('the embedded database is closed'));
      await worker.terminate();
      turns.pass();
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
