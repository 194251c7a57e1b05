import { startTypescriptWorker } from '#db/drivers/typescript-worker';
import type { ReadOptions, ReadResult, RowResult } from '#interchange/read-file';
import type { ReadWorkerInput, ReadWorkerMessage } from './read-worker';

/**
 * Reads a file in a thread of its own, so that this thread goes on answering. Rows come in parts of at most 500;
 * the reader waits until a part is dealt with before it hands on the next. Throws if the reader breaks or `signal` aborts.
 */
export async function readInWorker(bytes: Uint8Array, options: ReadOptions, onRows: (rows: readonly RowResult[]) => Promise<void> | void, signal?: AbortSignal): Promise<ReadResult> {
  const input: ReadWorkerInput = { bytes, options };
  const worker = startTypescriptWorker(new URL('./read-worker.ts', import.meta.url), { workerData: input });
  const stop = (): void => void worker.terminate();
  signal?.addEventListener('abort', stop);
  try {
    return await new Promise<ReadResult>((resolve, reject) => {
      worker.on('error', reject);
      worker.on('exit', () => reject(signal?.aborted === true ? new Error('The import was cancelled.') : new Error('The reader ended without an answer.')));
      worker.on('message', (message: ReadWorkerMessage) => {
        if (message.kind === 'done') resolve(message.result);
        else if (message.kind === 'failed') reject(new Error(message.message));
        else Promise.resolve(onRows(message.rows)).then(() => worker.postMessage('next'), reject);
      });
    });
  } finally {
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
