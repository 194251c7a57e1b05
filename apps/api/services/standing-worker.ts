import type { Worker, WorkerOptions } from 'node:worker_threads';
import { startTypescriptWorker } from '#db/drivers/typescript-worker';

/** Work often comes one piece after the other: a thread that has nothing to do waits this long for the next one. */
const IDLE_MS = 10_000;

/**
 * Threads of one file, one for each piece of work that goes on at a time; the last one to finish is kept for the next piece, so that it need not
 * load its code anew. A kept thread does not keep the process alive.
 */
export class StandingWorker {
  #idle: { readonly worker: Worker; readonly timer: NodeJS.Timeout } | null = null;

  constructor(
    readonly file: URL,
    readonly options: WorkerOptions = {},
  ) {}

  /** A thread that nobody else has; give it back, or end it. */
  take(): Worker {
    if (this.#idle === null) return startTypescriptWorker(this.file, this.options);
    const { worker, timer } = this.#idle;
    clearTimeout(timer);
    this.#idle = null;
    forgetListeners(worker);
    worker.ref();
    return worker;
  }

  async putBack(worker: Worker): Promise<void> {
    forgetListeners(worker);
    if (this.#idle !== null) {
      await worker.terminate();
      return;
    }
    worker.unref();
    worker.on('error', () => undefined);
    worker.on('exit', () => (this.#idle = this.#idle?.worker === worker ? null : this.#idle));
    const timer = setTimeout(() => {
      // At once, not when the thread has gone: what comes in between must not be given to it.
      this.#idle = null;
      void worker.terminate();
    }, IDLE_MS);
    timer.unref();
    this.#idle = { worker, timer };
  }
}

/** By name: a worker listens to its own listeners, and would no longer hear its thread without those. */
function forgetListeners(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}
