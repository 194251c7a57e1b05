import { type ImportBatchItem, listBatches } from '#db/stores/import-batches';
import type { Handle } from '#db/stores/handle';
import { toolItself } from '#domain/viewer';
import { type ImportListItem, itemOfBatch } from './import-answer';

/** Every load that the database knows, newest first. One that was taken back and applied again is one line: the last time. */
export async function newestLoads(db: Handle): Promise<ImportBatchItem[]> {
  const seen = new Set<string>();
  return (await listBatches(db, toolItself)).filter(({ importId, finishedAt }) => finishedAt !== null && !seen.has(importId) && seen.add(importId));
}

export async function listLoads(db: Handle): Promise<ImportListItem[]> {
  return (await newestLoads(db)).map((batch) => ({ ...itemOfBatch(batch), exercise: batch.exercise }));
}
