import type { Worker } from 'node:worker_threads';
import { startTypescriptWorker } from '#db/drivers/typescript-worker';
import type { ReadOptions, ReadResult, RowResult } from '#interchange/read-file';
import type { ReadWorkerMessage, ReadWorkerRequest } from './read-worker';

/** Files often come one after the other: a reader that has nothing to do waits this long for the next one. */
const IDLE_MS = 10_000;

let idle: { worker: Worker; timer: NodeJS.Timeout } | null = null;

/** By name: a worker listens to its own listeners, and would no longer hear its thread without those. */
function forgetListeners(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}

function takeReader(): Worker {
  if (idle === null) return startTypescriptWorker(new URL('./read-worker.ts', import.meta.url));
  const { worker, timer } = idle;
  clearTimeout(timer);
  idle = null;
  forgetListeners(worker);
  worker.ref();
  return worker;
}

/** Keeps one reader for the next file; it does not keep the process alive. */
async function putBack(worker: Worker): Promise<void> {
  forgetListeners(worker);
  if (idle !== null) {
    await worker.terminate();
    return;
  }
  worker.unref();
  worker.on('error', () => undefined);
  worker.on('exit', () => (idle = idle?.worker === worker ? null : idle));
  const timer = setTimeout(() => void worker.terminate(), IDLE_MS);
  timer.unref();
  idle = { worker, timer };
}

/**
 * Reads a file in a thread of its own, so that this thread goes on answering. Rows come in parts of at most 500;
 * the reader waits until a part is dealt with before it hands on the next. Throws if the reader breaks or `signal` aborts.
 */
export async function readInWorker(bytes: Uint8Array, options: ReadOptions, onRows: (rows: readonly RowResult[]) => Promise<void> | void, signal?: AbortSignal): Promise<ReadResult> {
  const worker = takeReader();
  const tell = (request: ReadWorkerRequest): void => worker.postMessage(request);
  const stop = (): void => void worker.terminate();
  signal?.addEventListener('abort', stop);
  let result: ReadResult;
  try {
    result = await new Promise<ReadResult>((resolve, reject) => {
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error(signal?.aborted === true ? 'The import was cancelled.' : 'The reader ended without an answer.')));
      worker.on('message', (message: ReadWorkerMessage) => {
        if (message.kind === 'done') resolve(message.result);
        else if (message.kind === 'failed') reject(new Error(message.message));
        else Promise.resolve(onRows(message.rows)).then(() => tell({ kind: 'next' }), reject);
      });
      tell({ kind: 'read', bytes, options });
    });
  } catch (error) {
    await worker.terminate();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
  await putBack(worker);
  return result;
}
