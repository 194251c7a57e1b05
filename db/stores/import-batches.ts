import type { Viewer } from '#domain/viewer';
import type { Handle } from './handle';
import { notYet } from './not-yet';

export interface NewBatch {
  readonly fileName: string;
  readonly sha256: string;
  readonly profile: string;
  readonly source: string;
  readonly exercise: boolean;
}
export interface BatchCounts {
  readonly rows: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly refused: number;
}
/** One loaded file. Counts are null while it is loading. File name and checksum are null for the public: they are the coordination's own. */
export interface ImportBatchItem {
  readonly id: string;
  readonly fileName: string | null;
  readonly sha256: string | null;
  readonly profile: string;
  readonly source: string;
  readonly exercise: boolean;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly counts: BatchCounts | null;
}

export async function startBatch(db: Handle, batch: NewBatch): Promise<string> {
  return notYet(db, batch);
}
export async function finishBatch(db: Handle, id: string, counts: BatchCounts): Promise<void> {
  return notYet(db, id, counts);
}
/** Newest first. */
export async function listBatches(db: Handle, viewer: Viewer): Promise<ImportBatchItem[]> {
  return notYet(db, viewer);
}
/** True once any exercise file was loaded: screens and exports then carry the banner. */
export async function holdsExerciseData(db: Handle): Promise<boolean> {
  return notYet(db);
}
