import { Worker, type WorkerOptions } from 'node:worker_threads';

const REGISTER_TYPESCRIPT = new URL('./register-typescript.mjs', import.meta.url).href;

/** Starts a worker thread whose file, and whatever it imports, is TypeScript. */
export const startTypescriptWorker = (file: URL, options: WorkerOptions = {}): Worker => new Worker(file, { ...options, execArgv: ['--import', REGISTER_TYPESCRIPT] });
