import { startTypescriptWorker } from '#db/drivers/typescript-worker';
import { weightOf } from '#analysis/siting-model';
import type { ProofAnswer, ProofProgress } from '../../contract/where-next';
import type { SitingForProof } from '../../engine/messages';
import { Problem } from '../../problem';
import type { FromExactWorker, ToExactWorker } from './exact-worker';
import type { ExactAnswer, SolverProgress } from './solve-exactly';

/** Beyond its own limit, the thread is given this long to stop, seconds: then it is ended. */
const GRACE = 20;

/** Proves one list at a time, in a thread that ends with its question. */
export class Prover {
  #running: { readonly unit: number; progress: SolverProgress } | null = null;

  /** What the solver is at; null: nothing is being proved. Weights as people. */
  progress(): ProofProgress {
    if (this.#running === null) return { running: null };
    const { unit, progress: { seconds, objective, bound, nodes } } = this.#running;
    return { running: { seconds, objective: objective / unit, bound: bound === null ? null : bound / unit, nodes } };
  }

  /** How good the list is. Throws `proofBusy` while another one is proved; whoever asked may leave by `signal`: the solver is ended. */
  async prove(siting: () => Promise<SitingForProof>, seconds: number, signal: AbortSignal): Promise<ProofAnswer> {
    if (this.#running !== null) throw new Problem('proofBusy');
    const running = { unit: 1, progress: { seconds: 0, objective: 0, bound: null as number | null, nodes: 0 } };
    this.#running = running;
    try {
      const question = await siting();
      this.#running = { ...running, unit: question.unit };
      const begun = performance.now();
      const exact = await this.#solve(question, seconds, signal);
      return proofOf(question, exact, (performance.now() - begun) / 1000);
    } finally {
      this.#running = null;
    }
  }

  async #solve({ problem }: SitingForProof, seconds: number, signal: AbortSignal): Promise<ExactAnswer> {
    signal.throwIfAborted();
    const question: ToExactWorker = { problem, seconds };
    const worker = startTypescriptWorker(new URL('./exact-worker.ts', import.meta.url), { workerData: question });
    const overdue = AbortSignal.timeout((seconds + GRACE) * 1000);
    try {
      return await new Promise<ExactAnswer>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('Whoever asked has left.')));
        overdue.addEventListener('abort', () => reject(new Problem('overloaded')));
        worker.on('error', reject);
        worker.on('exit', () => reject(new Error('The exact solver ended without an answer.')));
        worker.on('message', (message: FromExactWorker) => {
          if (message.kind === 'answer') resolve(message.answer);
          else if (this.#running !== null) this.#running.progress = message.progress;
        });
      });
    } finally {
      await worker.terminate();
    }
  }
}

function proofOf({ asked, dataVersion, problem, unit, list, structures }: SitingForProof, { status, site, objective, bound, solved }: ExactAnswer, seconds: number): ProofAnswer {
  const reached = weightOf(problem, list);
  return {
    asked,
    dataVersion,
    status,
    list: reached / unit,
    objective: Math.max(objective, reached) / unit,
    better: objective > reached ? [...site].sort((a, b) => a - b).flatMap((candidate) => structures[candidate] ?? []) : null,
    bound: bound / unit,
    reached: bound === 0 ? 1 : reached / bound,
    gap: bound === 0 ? 0 : (bound - Math.max(objective, reached)) / bound,
    seconds,
    solved,
  };
}
