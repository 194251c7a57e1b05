import { parentPort } from 'node:worker_threads';
import { Problem } from '../problem';
import { answerQuestion, prepareFirstAnswers } from './answer-question';
import { buildDataset, type Dataset, type DatasetRows } from './dataset';
import type { DatasetHeading, FromWorker, ToWorker } from './messages';

const port = parentPort;
if (port === null) throw new Error('engine-worker runs in a worker thread only');

let heading: DatasetHeading | null = null;
const noRows = (): DatasetRows => ({ areas: [], places: [], structures: [], evidence: [], programmes: [], initiatives: [], decisions: [] });
let rows = noRows();
let dataset: Dataset | null = null;

port.on('message', (message: ToWorker) => {
  switch (message.kind) {
    case 'begin':
      heading = message.heading;
      return;
    case 'part':
      (rows[message.part.part] as unknown[]).push(...message.part.rows);
      return;
    case 'finish':
      answer(message.id, () => {
        if (heading === null) throw new Error('finish before begin');
        dataset = buildDataset(heading, rows);
        prepareFirstAnswers(dataset);
        rows = noRows();
        return null;
      });
      return;
    case 'ask':
      answer(message.id, () => {
        if (dataset === null) throw new Problem('dataLoading');
        return answerQuestion(dataset, message);
      });
  }
});

function answer(id: number, work: () => unknown): void {
  let message: FromWorker;
  try {
    message = { kind: 'answer', id, answer: work() };
  } catch (error) {
    message = error instanceof Problem
      ? { kind: 'problem', id, code: error.code, issues: error.issues }
      : { kind: 'failed', id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  port?.postMessage(message);
}
