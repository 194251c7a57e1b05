import { parentPort } from 'node:worker_threads';
import { readFile, type ReadOptions, type ReadResult, type RowResult } from '#interchange/read-file';
import { type PackedRows, RowPacker } from './packed-rows';
import { countVertices } from './staged-row';

/** What this thread is told: a file to read, or that the rows it handed on are dealt with. One file at a time. */
export type ReadWorkerRequest = { kind: 'read'; bytes: Uint8Array; options: ReadOptions } | { kind: 'next' };
/** What it says. After each `rows` it waits for `next`; after `done` or `failed` it is ready for another file. */
export type ReadWorkerMessage = { kind: 'rows'; part: PackedRows } | { kind: 'done'; result: ReadResult } | { kind: 'failed'; message: string };

/** Coordinates in one message: more would keep the receiving thread busy unpacking them. */
const VERTICES_PER_MESSAGE = 20_000;

const port = parentPort;
if (port === null) throw new Error('read-worker runs in a worker thread only');

let wakeUp: (() => void) | null = null;
const say = (message: ReadWorkerMessage): void => port.postMessage(message);
const nextWanted = (): Promise<void> => new Promise((resolve) => (wakeUp = resolve));

port.on('message', (request: ReadWorkerRequest) => {
  if (request.kind === 'next') wakeUp?.();
  else void read(request.bytes, request.options);
});

async function read(bytes: Uint8Array, options: ReadOptions): Promise<void> {
  const packer = new RowPacker();
  try {
    const result = await readFile(bytes, options, async (rows) => {
      for (const part of splitByWeight(rows)) {
        say({ kind: 'rows', part: packer.pack(part) });
        await nextWanted();
      }
    });
    say({ kind: 'done', result });
  } catch (error) {
    say({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

function* splitByWeight(rows: readonly RowResult[]): Generator<RowResult[]> {
  let part: RowResult[] = [];
  let weight = 0;
  for (const row of rows) {
    part.push(row);
    for (const { kind, record } of row.records) if (kind === 'area') weight += countVertices(record.geometry);
    if (weight < VERTICES_PER_MESSAGE) continue;
    yield part;
    part = [];
    weight = 0;
  }
  if (part.length > 0) yield part;
}
