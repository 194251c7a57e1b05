import { parentPort } from 'node:worker_threads';
import { Problem } from '../problem';
import { answerQuestion, isKept, prepareFirstAnswers } from './answer-question';
import { readGround } from '../services/rasters/read-ground';
import { buildAreaSets } from './area-sets';
import { buildDataset, type Dataset, type DatasetRows } from './dataset';
import type { RasterShelf, RasterState } from './ground';
import type { DatasetHeading, FromWorker, ToWorker } from './messages';
import { Piecework } from './piecework';
import { firstWork, workAhead } from './work-ahead';

const port = parentPort;
if (port === null) throw new Error('engine-worker runs in a worker thread only');

let heading: DatasetHeading | null = null;
let shelf: RasterShelf = { rastersDir: '', rasters: [] };
const noRows = (): Required<DatasetRows> => ({ areas: [], places: [], structures: [], evidence: [], programmes: [], initiatives: [], decisions: [], withheldCare: [] });
let rows = noRows();
let dataset: Dataset | null = null;
const piecework = new Piecework();

port.on('message', (message: ToWorker) => {
  switch (message.kind) {
    case 'begin':
      heading = message.heading;
      shelf = message.shelf;
      return;
    case 'part':
      (rows[message.part.part] as unknown[]).push(...message.part.rows);
      return;
    case 'finish':
      void answer(message.id, build);
      return;
    case 'ask':
      void answer(message.id, () => ask(message));
  }
});

async function build(): Promise<readonly RasterState[]> {
  if (heading === null) throw new Error('finish before begin');
  const sets = buildAreaSets(rows.areas);
  const ground = await readGround(shelf, sets);
  const built = buildDataset(heading, rows, ground, sets);
  prepareFirstAnswers(built);
  dataset = built;
  rows = noRows();
  // What fails here fails again, and is said, when somebody asks.
  for (const [urgency, pieces] of firstWork(built)) piecework.do(pieces, urgency).catch(() => undefined);
  return ground.states.map((one) => (one.kind === 'population' && one.state === 'inUse' && !built.peopleFrom.has(one.sha256) ? { ...one, state: 'replaced' } : one));
}

/** What takes long is done in pieces first; what does not is answered there and then. */
async function ask(asked: Extract<ToWorker, { kind: 'ask' }>): Promise<unknown> {
  const held = dataset;
  if (held === null) throw new Problem('dataLoading');
  if (!isKept(held, asked)) for (const [urgency, pieces] of workAhead(held, asked)) await piecework.do(pieces, urgency);
  return answerQuestion(held, asked);
}

async function answer(id: number, work: () => unknown): Promise<void> {
  let message: FromWorker;
  try {
    message = { kind: 'answer', id, answer: await work() };
  } catch (error) {
    message = error instanceof Problem
      ? { kind: 'problem', id, code: error.code, issues: error.issues }
      : { kind: 'failed', id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  port?.postMessage(message);
}
