import { sql } from 'kysely';
import type { Handle } from './handle';
import type { RecordTable } from './record-images';

/**
 * The versions of a record are a chain: its row is the last, `record_before` holds the earlier ones, each beside the batch that replaced it.
 * Taking a batch back takes its version out of the chain, as if it had never been there.
 */
export interface ReplacedVersion {
  readonly id: string;
  /** The batch that replaced the version. */
  readonly laterBatchId: string;
}

/**
 * Where a later batch says a version of this batch word for word, the version stays and is that batch’s from now on: nothing is lost to it.
 * Leans on `record_seen_record`, the index on `import_batch_id` and `record_before_previous`.
 */
export async function handOverSeen(db: Handle, batchId: string, table: RecordTable): Promise<void> {
  const name = sql.table(table);
  // Who says it first after this batch, and before another replaced it.
  const heirs = sql`
    with own as (
      select t.id, b.batch_id as next_batch_id
      from (select id from ${name} where import_batch_id = ${batchId} union select record_id from record_before where before_batch_id = ${batchId} and record_table = ${table}) as t
      left join record_before as b on b.record_table = ${table} and b.record_id = t.id and b.before_batch_id = ${batchId}
    )
    select distinct on (own.id) own.id, own.next_batch_id, seen.batch_id as heir_id, seen.source_row
    from own
    join record_seen as seen on seen.record_table = ${table} and seen.record_id = own.id
    join import_batch as heir on heir.id = seen.batch_id
    join import_batch as self on self.id = ${batchId}
    left join import_batch as next on next.id = own.next_batch_id
    where heir.ordinal > self.ordinal and (next.ordinal is null or heir.ordinal < next.ordinal)
    order by own.id, heir.ordinal`;
  const { rows } = await sql<{ id: string; next_batch_id: string | null; heir_id: string; source_row: number | null }>`${heirs}`.execute(db);
  if (rows.length === 0) return;
  const given = sql`json_to_recordset(${JSON.stringify(rows)}::json) as h(id text, next_batch_id text, heir_id text, source_row integer)`;
  await sql`update ${name} as t set import_batch_id = h.heir_id, source_row = h.source_row from ${given} where t.id = h.id and h.next_batch_id is null`.execute(db);
  await sql`
    update record_before as b set before_batch_id = h.heir_id, image = jsonb_set(jsonb_set(b.image, '{row,import_batch_id}', to_jsonb(h.heir_id)), '{row,source_row}', coalesce(to_jsonb(h.source_row), 'null'::jsonb))
    from ${given} where b.record_table = ${table} and b.record_id = h.id and b.batch_id = h.next_batch_id and b.before_batch_id = ${batchId}`.execute(db);
  await sql`update record_before as b set batch_id = h.heir_id from ${given} where b.record_table = ${table} and b.record_id = h.id and b.batch_id = ${batchId}`.execute(db);
  await sql`delete from record_seen as s using ${given} where s.record_table = ${table} and s.record_id = h.id and s.batch_id = h.heir_id`.execute(db);
  if (table === 'initiative') await handOverReports(db, batchId, rows.map(({ id, heir_id, next_batch_id }) => ({ id, heir_id, last: next_batch_id === null })));
}

/** A report that says an initiative again may be of another day and publisher: they are its own now, and so is the fingerprint under which it came again. */
async function handOverReports(db: Handle, batchId: string, heirs: readonly { readonly id: string; readonly heir_id: string; readonly last: boolean }[]): Promise<void> {
  const given = sql`json_to_recordset(${JSON.stringify(heirs)}::json) as h(id text, heir_id text, last boolean)`;
  await sql`
    update initiative as i set reported_on = coalesce(b.reported_on, i.reported_on), source = b.source
    from ${given} join import_batch as b on b.id = h.heir_id where i.id = h.id and h.last`.execute(db);
  await sql`update initiative_alias as a set import_batch_id = h.heir_id from ${given} where a.initiative_id = h.id and a.import_batch_id = ${batchId}`.execute(db);
  await sql`
    insert into initiative_alias_said (batch_id, scheme, external_id, initiative_id, score, reasons)
    select h.heir_id, a.scheme, a.external_id, a.initiative_id, a.score, a.reasons from initiative_alias_said as a join ${given} on a.initiative_id = h.id where a.batch_id = ${batchId}
    on conflict (batch_id, scheme, external_id) do nothing`.execute(db);
}

/**
 * Versions of this batch that a later one replaced, and that say something: an organisation that its file only named is not disputed by what a
 * list says of it. Leans on `record_before_previous`.
 */
export async function replacedVersions(db: Handle, batchId: string, table: RecordTable): Promise<ReplacedVersion[]> {
  const disputed = table === 'organisation' ? sql`and image->'row'->'listed' = 'true'` : sql``;
  const { rows } = await sql<ReplacedVersion>`
    select record_id as id, batch_id as "laterBatchId" from record_before where before_batch_id = ${batchId} and record_table = ${table} ${disputed} order by record_id`.execute(db);
  return rows;
}

/** Takes replaced versions out: the batch that replaced them now follows on what was there before. Leans on the keys of the journal. */
export async function spliceReplaced(db: Handle, batchId: string, table: RecordTable): Promise<void> {
  await sql`
    update record_before as later set before_batch_id = own.before_batch_id, content_hash = own.content_hash, image = own.image
    from record_before as own
    where own.batch_id = ${batchId} and own.record_table = ${table} and later.record_table = ${table} and later.record_id = own.record_id and later.before_batch_id = ${batchId}`.execute(db);
  const { rows } = await sql<{ id: string; later: string }>`
    delete from record_before as own using record_before as later
    where own.batch_id = ${batchId} and own.record_table = ${table} and later.record_table = ${table} and later.record_id = own.record_id
      and later.before_batch_id = own.before_batch_id and later.batch_id <> ${batchId}
    returning own.record_id as id, later.batch_id as later`.execute(db);
  // Nothing was there before: the later batch is the one that brought the record.
  await sql`delete from record_before where record_table = ${table} and before_batch_id = ${batchId}`.execute(db);
  await mergeEqual(db, table, rows);
}

/** A version that says what the one before it says is no change any more: its batch only says it as well. */
async function mergeEqual(db: Handle, table: RecordTable, spliced: readonly { readonly id: string; readonly later: string }[]): Promise<void> {
  if (spliced.length === 0) return;
  const { rows } = await sql<{ id: string; later: string; before_batch_id: string; next_batch_id: string | null; source_row: number | null; before_row: number | null }>`
    select b.record_id as id, b.batch_id as later, b.before_batch_id, next.batch_id as next_batch_id,
      coalesce((next.image->'row'->>'source_row')::integer, t.source_row) as source_row, (b.image->'row'->>'source_row')::integer as before_row
    from json_to_recordset(${JSON.stringify(spliced)}::json) as s(id text, later text)
    join record_before as b on b.record_table = ${table} and b.record_id = s.id and b.batch_id = s.later
    join ${sql.table(table)} as t on t.id = s.id
    left join record_before as next on next.record_table = ${table} and next.record_id = s.id and next.before_batch_id = s.later
    where b.content_hash = coalesce(next.content_hash, t.content_hash)`.execute(db);
  if (rows.length === 0) return;
  const given = sql`json_to_recordset(${JSON.stringify(rows)}::json) as m(id text, later text, before_batch_id text, next_batch_id text, source_row integer, before_row integer)`;
  await sql`update ${sql.table(table)} as t set import_batch_id = m.before_batch_id, source_row = m.before_row from ${given} where t.id = m.id and m.next_batch_id is null`.execute(db);
  await sql`
    update record_before as b set before_batch_id = m.before_batch_id, image = jsonb_set(jsonb_set(b.image, '{row,import_batch_id}', to_jsonb(m.before_batch_id)), '{row,source_row}', coalesce(to_jsonb(m.before_row), 'null'::jsonb))
    from ${given} where b.record_table = ${table} and b.record_id = m.id and b.batch_id = m.next_batch_id`.execute(db);
  await sql`delete from record_before as b using ${given} where b.record_table = ${table} and b.record_id = m.id and b.batch_id = m.later`.execute(db);
  await sql`insert into record_seen (batch_id, record_table, record_id, source_row) select m.later, ${table}, m.id, m.source_row from ${given} on conflict do nothing`.execute(db);
}
