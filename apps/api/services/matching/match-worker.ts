import { parentPort, workerData } from 'node:worker_threads';
import { findMatches, type MatchQuestion } from './find-matches';

/** Answers the one question that it was started with, and ends. */
parentPort?.postMessage(findMatches(workerData as MatchQuestion));
