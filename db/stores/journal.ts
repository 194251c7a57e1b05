import { sql } from 'kysely';
import type { Handle } from './handle';
import { imageOf, type RecordTable } from './record-images';

/** A record that a batch brings again as it is stored, and the row of the file where it stands. */
export interface SeenRecord {
  readonly id: string;
  readonly sourceRow: number | null;
}

/**
 * Keeps records as they are before this batch changes them. One that the batch has written itself is not kept again: what counts is
 * how it was before the batch. Call it before the write. Leans on the primary keys.
 */
export async function rememberBefore(db: Handle, batchId: string, table: RecordTable, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    insert into record_before (batch_id, record_table, record_id, before_batch_id, content_hash, image)
    select ${batchId}, ${table}, t.id, t.import_batch_id, t.content_hash, ${imageOf(table)}
    from ${sql.table(table)} as t where t.id = any(${ids}) and t.import_batch_id <> ${batchId}
    on conflict do nothing`.execute(db);
}

/** Notes that this batch says these records as well. Leans on the primary keys. */
export async function noteSeen(db: Handle, batchId: string, table: RecordTable, records: readonly SeenRecord[]): Promise<void> {
  if (records.length === 0) return;
  await sql`
    insert into record_seen (batch_id, record_table, record_id, source_row)
    select ${batchId}, ${table}, t.id, r."sourceRow"
    from json_to_recordset(${JSON.stringify(records)}::json) as r(id text, "sourceRow" integer)
    join ${sql.table(table)} as t on t.id = r.id and t.import_batch_id <> ${batchId}
    on conflict do nothing`.execute(db);
}
