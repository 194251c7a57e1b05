import { sql } from 'kysely';
import type { RecordKind } from '#domain/record-kinds';
import type { Handle } from './handle';
import { recordShapes, recordTables } from './record-images';

/** What a batch did, by kind of record. */
export interface RecordCounts {
  readonly recordKind: RecordKind;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/**
 * Counts what a batch added, changed and said again, from what is stored: organisations that its rows only name are among them.
 * Of the batch that wrote last. Kinds that it does not touch are left out. Leans on the indexes on `import_batch_id` and the journal's keys.
 */
export async function countBatchRecords(db: Handle, batchId: string): Promise<RecordCounts[]> {
  const counts: RecordCounts[] = [];
  for (const table of recordTables) {
    // A corrected assessment is a revision of its own: the one before it stays as it is.
    const changed = table === 'assessment'
      ? sql`(select count(*) from assessment where import_batch_id = ${batchId} and revision > 1)`
      : sql`(select count(*) from record_before where batch_id = ${batchId} and record_table = ${table})`;
    const { rows } = await sql<{ written: number; changed: number; unchanged: number }>`
      select (select count(*) from ${sql.table(table)} where import_batch_id = ${batchId}) as written,
        ${changed} as changed,
        (select count(*) from record_seen where batch_id = ${batchId} and record_table = ${table}) as unchanged`.execute(db);
    const found = rows[0];
    if (found === undefined || (found.written === 0 && found.unchanged === 0)) continue;
    counts.push({ recordKind: recordShapes[table].kind, added: found.written - found.changed, changed: found.changed, unchanged: found.unchanged });
  }
  return counts;
}
