import type { Worker } from 'node:worker_threads';
import { startTypescriptWorker } from '#db/drivers/typescript-worker';
import { issue } from '#domain/issue';
import type { ReadOptions, ReadResult, RowResult } from '#interchange/read-file';
import { emptySummary, unknownHead } from '#interchange/row-account';
import { type PackedRows, RowUnpacker } from './packed-rows';
import type { ReadWorkerMessage, ReadWorkerRequest } from './read-worker';

/** Files often come one after the other: a reader that has nothing to do waits this long for the next one. */
const IDLE_MS = 10_000;
/** After a larger file the thread goes, with the memory that it took: the rows are yet to be saved. */
const KEPT_AFTER_BYTES = 3_000_000;
/** What the thread may hold of a file. More ends the thread, not the server, and refuses the file. */
const LIMITS = { maxOldGenerationSizeMb: 640, maxYoungGenerationSizeMb: 24 } as const;
/** A reader that has said nothing for so long is stuck: the longest real workbook takes a tenth of it to its first row. */
const STUCK_MS = 120_000;

let idle: { worker: Worker; timer: NodeJS.Timeout } | null = null;

/** By name: a worker listens to its own listeners, and would no longer hear its thread without those. */
function forgetListeners(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}

function takeReader(): Worker {
  if (idle === null) return startTypescriptWorker(new URL('./read-worker.ts', import.meta.url), { resourceLimits: LIMITS });
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
  const timer = setTimeout(() => {
    // At once, not when the thread has gone: a file that comes in between must not be given to it.
    idle = null;
    void worker.terminate();
  }, IDLE_MS);
  timer.unref();
  idle = { worker, timer };
}

/** The answer to a file that is more than the reader can hold, or that it never comes to the end of. */
function tooLarge(options: ReadOptions, expected: string): ReadResult {
  const fault = issue('fileTooLarge', 'error', { expected });
  return { summary: emptySummary(unknownHead(options.source ?? options.fileName, options.reportedOn ?? null), [fault]), fileIssues: [fault] };
}

const isOutOfMemory = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/**
 * Reads a file in a thread of its own, so that this thread goes on answering. Rows come in parts of at most 500, one after the other;
 * the reader is at most one part ahead of what is dealt with. A file that takes more memory than the thread may have, or never
 * ends, is answered as too large, though rows of it may have been handed on. Throws if the reader breaks or `signal` aborts.
 */
export async function readInWorker(bytes: Uint8Array, options: ReadOptions, onRows: (rows: readonly RowResult[]) => Promise<void> | void, signal?: AbortSignal): Promise<ReadResult> {
  signal?.throwIfAborted();
  const worker = takeReader();
  const tell = (request: ReadWorkerRequest): void => worker.postMessage(request);
  const stop = (): void => void worker.terminate();
  signal?.addEventListener('abort', stop);
  let watch: NodeJS.Timeout | undefined;
  const state = { ended: false };
  const unpacker = new RowUnpacker();
  let dealing: Promise<void> = Promise.resolve();
  let answer: ReadResult;
  try {
    answer = await new Promise<ReadResult>((resolve, reject) => {
      const giveUp = (expected: string): void => {
        state.ended = true;
        resolve(tooLarge(options, expected));
      };
      const expectWord = (): void => {
        clearTimeout(watch);
        watch = setTimeout(() => giveUp(`< ${String(STUCK_MS / 1000)} s`), STUCK_MS);
      };
      // While one part is dealt with, the reader reads the next; with that it waits.
      const takePart = (part: PackedRows): void => {
        dealing = dealing.then(() => {
          if (state.ended) return undefined;
          tell({ kind: 'next' });
          expectWord();
          return onRows(unpacker.unpack(part));
        });
        dealing.catch(reject);
      };
      worker.on('error', (error) => (isOutOfMemory(error) ? giveUp(`< ${String(LIMITS.maxOldGenerationSizeMb)} MB`) : reject(error)));
      worker.on('exit', () => reject(new Error(signal?.aborted === true ? 'The import was cancelled.' : 'The reader ended without an answer.')));
      worker.on('message', (message: ReadWorkerMessage) => {
        clearTimeout(watch);
        if (message.kind === 'done') resolve(message.result);
        else if (message.kind === 'failed') reject(new Error(message.message));
        else takePart(message.part);
      });
      expectWord();
      tell({ kind: 'read', bytes, options });
    });
    await dealing;
  } catch (error) {
    state.ended = true;
    await worker.terminate();
    // Whoever hears of the end may count on no part being dealt with any more.
    await dealing.catch(() => undefined);
    throw error;
  } finally {
    clearTimeout(watch);
    signal?.removeEventListener('abort', stop);
  }
  if (state.ended || bytes.length > KEPT_AFTER_BYTES) await worker.terminate();
  else await putBack(worker);
  return answer;
}
