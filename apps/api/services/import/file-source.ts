import type { ReadOptions, ReadResult, RowResult } from '#interchange/read-file';
import type { RasterSummary } from '../rasters/raster-summary';
import { readInWorker } from './read-in-worker';

/** What was handed in: its bytes, or where it lies on this machine. */
export type FileContent = Uint8Array | { readonly path: string };

/** Where the rows of an import come from. */
export interface FileSource {
  /** What is to be said of a raster, once it is read; null: the file is none, or it is refused. */
  readonly raster: RasterSummary | null;
  /** As `readInWorker` reads a table. */
  read(options: ReadOptions, onRows: (rows: readonly RowResult[]) => Promise<void> | void, signal?: AbortSignal): Promise<ReadResult>;
  /** A record may point to this file, and it is not there (any more): to keep it is a change, though its record says nothing new. */
  isMissing(): Promise<boolean>;
  /** Keeps what a record points to, before the record is committed. */
  keep(): Promise<void>;
  /** Ends the work with the file, whatever came of it. */
  drop(): Promise<void>;
}

/** A table, features or a container of our own: nothing of the file itself is kept. */
export const rowsOf = (bytes: Uint8Array): FileSource => ({
  raster: null,
  read: (options, onRows, signal) => readInWorker(bytes, options, onRows, signal),
  isMissing: () => Promise.resolve(false),
  keep: () => Promise.resolve(),
  drop: () => Promise.resolve(),
});
