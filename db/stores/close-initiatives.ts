import { sql } from 'kysely';
import type { Handle } from './handle';
import { rememberBefore } from './journal';

/** How the journal notes that a file says an initiative is over, by not having it: beside the tables of records that it says again. */
const CLOSED = 'initiative closed';

/**
 * Closes initiatives that a complete file no longer has: completed, at the latest on the day of the file. Those that were completed or
 * cancelled before stay as they are. The journal keeps them as they were. Answers how many were closed. Leans on the primary key.
 */
export async function closeInitiatives(db: Handle, batchId: string, ids: readonly string[], day: string): Promise<number> {
  // What was closed already is said to be over as well: it stays closed if the file that closed it is taken back.
  await sql`insert into record_seen (batch_id, record_table, record_id, source_row) select ${batchId}, ${CLOSED}, i.id, null from initiative as i where i.id = any(${ids}) on conflict do nothing`.execute(db);
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

/** An initiative that a complete file closed, and the day of that file. */
interface Closing {
  readonly id: string;
  readonly closer: string;
  readonly day: string;
}

/**
 * Opens again what later files closed of the versions of this batch: a file that only closes says nothing of its own. Call `closeAgain` once the
 * batch is taken back. Leans on `record_before_previous`.
 */
export async function openAgain(db: Handle, batchId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select t.id from record_before as r join initiative as t on t.id = r.record_id and t.import_batch_id = r.batch_id
    where r.before_batch_id = ${batchId} and r.record_table = 'initiative' and t.content_hash = md5(r.content_hash || ' closed') order by t.id`.execute(db);
  if (rows.length === 0) return;
  const closings = sql`record_before as r where r.before_batch_id = ${batchId} and r.record_table = 'initiative' and r.record_id = any(${rows.map(({ id }) => id)})`;
  await sql`
    update initiative as t set status = o.status, end_on = o.end_on, import_batch_id = o.import_batch_id, content_hash = o.content_hash, body_hash = o.body_hash
    from (select before.* from (select r.image from ${closings}) as i, jsonb_populate_record(null::initiative, i.image->'row') as before) as o where t.id = o.id`.execute(db);
  await sql`delete from ${closings}`.execute(db);
}

/** Closes what a standing complete file closed, or found closed, and that is open as a file before it left it: as if it had been loaded now. Leans on `record_seen_record`. */
export async function closeAgain(db: Handle): Promise<void> {
  const { rows } = await sql<Closing>`
    select distinct on (t.id) t.id, closer.id as closer, coalesce(closer.reported_on, (closer.started_at at time zone 'UTC')::date)::text as day
    from record_seen as s join initiative as t on t.id = s.record_id join import_batch as own on own.id = t.import_batch_id join import_batch as closer on closer.id = s.batch_id
    where s.record_table = ${CLOSED} and t.status not in ('completed', 'cancelled') and closer.undone_at is null and closer.ordinal > own.ordinal order by t.id, closer.ordinal`.execute(db);
  for (const closer of new Set(rows.map((row) => row.closer))) {
    const of = rows.filter((row) => row.closer === closer);
    await closeInitiatives(db, closer, of.map(({ id }) => id), of[0]?.day ?? '');
  }
}
