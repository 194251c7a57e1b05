import { parentPort, workerData } from 'node:worker_threads';
import type { SitingProblem } from '#analysis/siting-problem';
import { type ExactAnswer, solveExactly, type SolverProgress } from './solve-exactly';

export interface ToExactWorker {
  readonly problem: SitingProblem;
  readonly seconds: number;
}
export type FromExactWorker =
  | { readonly kind: 'progress'; readonly progress: SolverProgress }
  | { readonly kind: 'answer'; readonly answer: ExactAnswer };

const port = parentPort;
if (port === null) throw new Error('exact-worker runs in a worker thread only');

const { problem, seconds } = workerData as ToExactWorker;
const say = (message: FromExactWorker): void => port.postMessage(message);
say({ kind: 'answer', answer: await solveExactly(problem, seconds, (progress) => say({ kind: 'progress', progress })) });
