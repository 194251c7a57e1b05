import type { Handle } from './handle';
import type { NewBatch } from './import-batches';

/** Says of an open batch what is known of its file only when all of it has been read. Leans on the primary key. */
export async function describeBatch(db: Handle, id: string, { profile, source, exercise, reportedOn }: Pick<NewBatch, 'profile' | 'source' | 'exercise' | 'reportedOn'>): Promise<void> {
  await db.updateTable('import_batch').set({ profile, source, exercise, reported_on: reportedOn ?? null }).where('id', '=', id).execute();
}
