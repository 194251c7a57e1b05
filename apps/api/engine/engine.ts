import type { Worker } from 'node:worker_threads';
import { startTypescriptWorker } from '#db/drivers/typescript-worker';
import type { Viewer } from '#domain/viewer';
import { Problem } from '../problem';
import type { RasterShelf, RasterState } from './ground';
import type { DatasetHeading, DatasetPart, EngineQuestions, FromWorker, QuestionKind, ToWorker } from './messages';

/**
 * Answers questions from memory, in threads of its own: one data set and one thread per viewer, so that the public's
 * engine has never seen what the public may not see. A new data set is built in a new thread; the old one answers until it is complete.
 */
export interface Engine {
  /** Builds a data set from the parts and the rasters, and puts it in the place of the viewer's old one; answers what became of each raster. If it fails, the old one stays. */
  load(heading: DatasetHeading, parts: AsyncIterable<DatasetPart>, shelf?: RasterShelf): Promise<readonly RasterState[]>;
  /** Does it hold a data set of this viewer that can be asked? */
  holds(viewer: Viewer): boolean;
  /** Throws `dataLoading` while the viewer has no data set yet, and any problem that the question has. */
  ask<K extends QuestionKind>(viewer: Viewer, name: K, question: EngineQuestions[K]['question']): Promise<EngineQuestions[K]['answer']>;
  /** Lets go of a viewer's data set, once everything asked of it is answered. */
  forget(viewer: Viewer): Promise<void>;
  close(): Promise<void>;
}

/** Rows in one message: more would keep this thread busy packing them. */
const ROWS_PER_MESSAGE = 500;
/** Text in one message, in characters: outlines are long. */
const TEXT_PER_MESSAGE = 2_000_000;

export function createEngine(): Engine {
  const threads = new Map<Viewer, EngineThread>();
  return {
    async load(heading, parts, shelf = { rastersDir: '', rasters: [] }) {
      const thread = new EngineThread();
      let states: readonly RasterState[];
      try {
        thread.send({ kind: 'begin', heading, shelf });
        for await (const part of parts) for (const message of split(part)) {
          thread.send({ kind: 'part', part: message });
          await new Promise(setImmediate);
        }
        states = (await thread.call((id) => ({ kind: 'finish', id }))) as readonly RasterState[];
      } catch (error) {
        await thread.close();
        throw error;
      }
      const old = threads.get(heading.viewer);
      threads.set(heading.viewer, thread);
      await old?.retire();
      return states;
    },
    holds: (viewer) => threads.get(viewer)?.broken === false,
    async ask(viewer, name, question) {
      const thread = threads.get(viewer);
      if (thread === undefined || thread.broken) throw new Problem('dataLoading');
      return (await thread.call((id) => ({ kind: 'ask', id, name, question }) as ToWorker)) as EngineQuestions[typeof name]['answer'];
    },
    async forget(viewer) {
      const thread = threads.get(viewer);
      threads.delete(viewer);
      await thread?.retire();
    },
    async close() {
      await Promise.all([...threads.values()].map((thread) => thread.close()));
      threads.clear();
    },
  };
}

function* split(part: DatasetPart): Generator<DatasetPart> {
  let rows: unknown[] = [];
  let text = 0;
  for (const row of part.rows) {
    rows.push(row);
    text += 'geojson' in row ? (row.geojson?.length ?? 0) : 0;
    if (rows.length < ROWS_PER_MESSAGE && text < TEXT_PER_MESSAGE) continue;
    yield { part: part.part, rows } as DatasetPart;
    rows = [];
    text = 0;
  }
  if (rows.length > 0) yield { part: part.part, rows } as DatasetPart;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

class EngineThread {
  broken = false;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #onIdle: (() => void) | null = null;

  constructor() {
    // Found from this file, not from the working directory.
    this.#worker = startTypescriptWorker(new URL('./engine-worker.ts', import.meta.url));
    this.#worker.on('message', (message: FromWorker) => this.#receive(message));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('The engine thread ended.')));
  }

  send(message: ToWorker): void {
    if (this.broken) throw new Error('The engine thread ended.');
    this.#worker.postMessage(message);
  }

  call(message: (id: number) => ToWorker): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      try {
        this.send(message(id));
      } catch (error) {
        this.#waiting.delete(id);
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  }

  /** Ends the thread once everything asked is answered. */
  async retire(): Promise<void> {
    if (this.#waiting.size > 0 && !this.broken) await new Promise<void>((resolve) => (this.#onIdle = resolve));
    await this.close();
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #receive(message: FromWorker): void {
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.kind === 'answer') waiting?.resolve(message.answer);
    else if (message.kind === 'problem') waiting?.reject(new Problem(message.code, message.issues));
    else waiting?.reject(new Error(`The engine failed: ${message.message}`));
    if (this.#waiting.size === 0) this.#onIdle?.();
  }

  #fail(error: Error): void {
    this.broken = true;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
    this.#onIdle?.();
  }
}
