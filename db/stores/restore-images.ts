import { sql } from 'kysely';
import type { Handle } from './handle';
import { recordShapes, type RecordTable } from './record-images';

/** Columns that can be written, in the order of the table. Reads the catalogue: a column that a migration adds is restored like the others. */
async function columnsOf(db: Handle, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns where table_schema = current_schema() and table_name = ${table} and is_generated = 'NEVER' order by ordinal_position`.execute(db);
  return rows.map(({ name }) => name);
}

/**
 * Puts the records that this batch changed last back as they were before it, with their parts, and forgets the images. What follows from
 * other records is left: see `derived`. Leans on the keys of the journal and of the tables.
 */
export async function restoreImages(db: Handle, batchId: string, table: RecordTable): Promise<void> {
  const { parts, derived } = recordShapes[table];
  const { rows } = await sql<{ id: string }>`
    select b.record_id as id from record_before as b join ${sql.table(table)} as t on t.id = b.record_id and t.import_batch_id = ${batchId}
    where b.batch_id = ${batchId} and b.record_table = ${table}`.execute(db);
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  const restored = (await columnsOf(db, table)).filter((column) => column !== 'id' && !derived.includes(column));
  const images = sql`record_before as b where b.batch_id = ${batchId} and b.record_table = ${table} and b.record_id = any(${ids})`;
  await sql`
    update ${sql.table(table)} as t set ${sql.join(restored.map((column) => sql`${sql.ref(column)} = r.${sql.ref(column)}`))}
    from (select before.* from (select b.image from ${images}) as i, jsonb_populate_record(null::${sql.table(table)}, i.image->'row') as before) as r
    where t.id = r.id`.execute(db);
  for (const [part, owner] of Object.entries(parts)) {
    const columns = sql.join((await columnsOf(db, part)).map((column) => sql.ref(column)));
    await sql`delete from ${sql.table(part)} where ${sql.ref(owner)} = any(${ids})`.execute(db);
    await sql`
      insert into ${sql.table(part)} (${columns}) select ${columns}
      from (select before.* from (select b.image from ${images}) as i, jsonb_populate_recordset(null::${sql.table(part)}, i.image->'parts'->${part}::text) as before) as r`.execute(db);
  }
  await sql`delete from ${images}`.execute(db);
}
