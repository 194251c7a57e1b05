import { sql } from 'kysely';
import type { Handle } from './handle';
import { rememberBefore } from './journal';

/**
 * Closes initiatives that a complete file no longer has: completed, at the latest on the day of the file. Those that were completed or
 * cancelled before stay as they are. The journal keeps them as they were. Answers how many were closed. Leans on the primary key.
 */
export async function closeInitiatives(db: Handle, batchId: string, ids: readonly string[], day: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`select id from initiative where id = any(${ids}) and status not in ('completed', 'cancelled')`.execute(db);
  const open = rows.map(({ id }) => id);
  if (open.length === 0) return 0;
  await rememberBefore(db, batchId, 'initiative', open);
  await sql`
    update initiative set status = 'completed', end_on = greatest(start_on, least(end_on, ${day}::date)), import_batch_id = ${batchId},
      content_hash = md5(content_hash || ' closed'), body_hash = md5(body_hash || ' closed')
    where id = any(${open})`.execute(db);
  return open.length;
}
