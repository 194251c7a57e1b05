import type { Matching } from '#analysis/match-groups';
import { startTypescriptWorker } from '#db/drivers/typescript-worker';
import { findMatches, type MatchQuestion } from './find-matches';

/** So many records are compared in a few milliseconds; more would hold up everybody who asks meanwhile. */
const COMPARED_HERE = 200;

/** Finds which records are one: few of them at once, many in a thread of its own, so that this one goes on answering. */
export async function findInWorker(question: MatchQuestion): Promise<Matching> {
  if (question.records.length <= COMPARED_HERE) return findMatches(question);
  const worker = startTypescriptWorker(new URL('./match-worker.ts', import.meta.url), { workerData: question });
  try {
    return await new Promise<Matching>((resolve, reject) => {
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('The matching thread ended without an answer.')));
      worker.on('message', resolve);
    });
  } finally {
    await worker.terminate();
  }
}
