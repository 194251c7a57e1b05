import { Worker, type WorkerOptions } from 'node:worker_threads';

const REGISTER_TYPESCRIPT = new URL('./register-typescript.mjs', import.meta.url).href;

/** Starts a worker thread whose file, and whatever it imports, is TypeScript. Some packages look into `workerData` as they load, so there always is some. */
export const startTypescriptWorker = (file: URL, options: WorkerOptions = {}): Worker => new Worker(file, { workerData: {}, ...options, execArgv: ['--import', REGISTER_TYPESCRIPT] });

/** Starts a thread for one question, which it finds as its `workerData`, and answers the one message that it posts. Throws what it throws. */
export async function askTypescriptWorker<Answer>(file: URL, question: unknown): Promise<Answer> {
  const worker = startTypescriptWorker(file, { workerData: question });
  try {
    return await new Promise<Answer>((resolve, reject) => {
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error(`${file.pathname} ended without an answer.`)));
      worker.on('message', resolve);
    });
  } finally {
    await worker.terminate();
  }
}
