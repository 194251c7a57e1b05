import type { Matching } from '#analysis/match-groups';
import { askTypescriptWorker } from '#db/drivers/typescript-worker';
import { findMatches, type MatchQuestion } from './find-matches';

/** So many records are compared in a few milliseconds; more would hold up everybody who asks meanwhile. */
const COMPARED_HERE = 200;

/** Finds which records are one: few of them at once, many in a thread of its own, so that this one goes on answering. */
export const findInWorker = async (question: MatchQuestion): Promise<Matching> =>
  question.records.length <= COMPARED_HERE ? findMatches(question) : askTypescriptWorker(new URL('./match-worker.ts', import.meta.url), question);
