import { sql } from 'kysely';
import type { RecordKind } from '#domain/record-kinds';
import { takeBackAliases } from './alias-said';
import { deleteOf } from './bulk';
import { closeAgain, openAgain } from './close-initiatives';
import type { Handle } from './handle';
import { kindOf, labelOf, type RecordTable } from './record-images';
import { removableOf, type Leaning } from './leaning-records';
import { organisationsOf } from './organisation-said';
import { restoreImages } from './restore-images';
import { takeBackSaid } from './take-back-said';
import { handOverSeen, replacedVersions, spliceReplaced } from './version-chain';

/** A record of the batch that a later, standing batch touched: it keeps what the later batch says of it. */
export interface UndoConflict {
  readonly recordKind: RecordKind;
  readonly id: string;
  readonly label: string;
  readonly laterFile: string;
  readonly laterAt: string;
  /** `changedLater`: a later file says something else of it. `usedLater`: records of a later file stand on it, so it stays. */
  readonly why: 'changedLater' | 'usedLater';
}

/** Those that lean on others first. */
const REMOVAL_ORDER: readonly RecordTable[] = ['decision', 'programme_record', 'initiative', 'assessment', 'structure', 'organisation', 'place', 'area_population', 'area'];
/** Those that others lean on first. */
const RESTORE_ORDER = [...REMOVAL_ORDER].reverse();

/**
 * Takes a batch back, as if it had never been loaded, and answers where later batches touched the same records. What they say stands; whoever
 * asked rolls back if that is not wanted. Call it in a transaction, and have parents, placement and matching found anew after it.
 */
export async function undoBatch(db: Handle, batchId: string): Promise<UndoConflict[]> {
  const conflicts: UndoConflict[] = [];
  const organisations = await organisationsOf(db, batchId);
  await openAgain(db, batchId);
  for (const table of REMOVAL_ORDER) await handOverSeen(db, batchId, table);
  for (const table of RESTORE_ORDER) {
    const replaced = await replacedVersions(db, batchId, table);
    conflicts.push(...(await describe(db, table, replaced.map(({ id, laterBatchId }) => ({ id, laterBatchId, why: 'changedLater' as const })))));
    await spliceReplaced(db, batchId, table);
    await restoreImages(db, batchId, table);
  }
  conflicts.push(...(await correctedAssessments(db, batchId)));
  await takeBackAliases(db, batchId);
  await takeBackSaid(db, batchId, organisations);
  for (const table of REMOVAL_ORDER) conflicts.push(...(await removeAdded(db, batchId, table)));
  await sql`delete from record_seen where batch_id = ${batchId}`.execute(db);
  await sql`update import_batch set undone_at = now() where id = ${batchId}`.execute(db);
  await closeAgain(db);
  return conflicts;
}

/** Removes what the batch added, except what others stand on: that passes to the first batch that does. */
async function removeAdded(db: Handle, batchId: string, table: RecordTable): Promise<UndoConflict[]> {
  const { removable, leaning } = await removableOf(db, batchId, table);
  if (table === 'assessment') await removeAssessments(db, removable);
  else {
    if (table === 'area') await loosenFrom(db, removable);
    await deleteOf(db, table, 'id', removable);
  }
  await passOn(db, table, leaning);
  // That others name an organisation which the file itself only named is no dispute.
  const disputed = leaning.filter(({ named }) => !named);
  return describe(db, table, disputed.map(({ id, laterBatchId }) => ({ id, laterBatchId, why: 'usedLater' as const })));
}

async function passOn(db: Handle, table: RecordTable, leaning: readonly Leaning[]): Promise<void> {
  if (leaning.length === 0) return;
  await sql`
    update ${sql.table(table)} as t set import_batch_id = l."laterBatchId"
    from json_to_recordset(${JSON.stringify(leaning)}::json) as l(id text, "laterBatchId" text) where t.id = l.id`.execute(db);
}

/** What follows from areas is found anew afterwards. */
async function loosenFrom(db: Handle, areaIds: readonly string[]): Promise<void> {
  if (areaIds.length === 0) return;
  await sql`update area set parent_id = null where parent_id = any(${areaIds})`.execute(db);
  for (const column of ['health_zone_id', 'territory_id', 'province_id']) await sql`update structure set ${sql.ref(column)} = null where ${sql.ref(column)} = any(${areaIds})`.execute(db);
}

/** Assessments of this batch that a later one corrected. */
async function correctedAssessments(db: Handle, batchId: string): Promise<UndoConflict[]> {
  const { rows } = await sql<{ id: string; laterBatchId: string }>`
    select own.id, min(later.import_batch_id) as "laterBatchId" from assessment as own
    join assessment as later on later.natural_key = own.natural_key and later.revision > own.revision and later.import_batch_id <> ${batchId}
    where own.import_batch_id = ${batchId} group by own.id`.execute(db);
  return describe(db, 'assessment', rows.map((row) => ({ ...row, why: 'changedLater' as const })));
}

/** The newest revision that is left is the one that counts; one that repeats the revision before it is none. */
async function removeAssessments(db: Handle, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await sql<{ key: string }>`delete from assessment where id = any(${ids}) returning natural_key as key`.execute(db);
  const keys = [...new Set(rows.map(({ key }) => key))];
  const repeated = await sql<{ id: string; before_id: string; batch_id: string; source_row: number | null }>`
    select id, before_id, import_batch_id as batch_id, source_row from (
      select id, import_batch_id, source_row, content_hash, lag(content_hash) over w as before_hash, lag(id) over w as before_id
      from assessment where natural_key = any(${keys}) window w as (partition by natural_key order by revision)
    ) as a where content_hash = before_hash`.execute(db);
  if (repeated.rows.length > 0) {
    await deleteOf(db, 'assessment', 'id', repeated.rows.map(({ id }) => id));
    await sql`
      insert into record_seen (batch_id, record_table, record_id, source_row) select batch_id, 'assessment', before_id, source_row
      from json_to_recordset(${JSON.stringify(repeated.rows)}::json) as r(batch_id text, before_id text, source_row integer) on conflict do nothing`.execute(db);
  }
  const newest = sql`a.revision = (select max(revision) from assessment as b where b.natural_key = a.natural_key)`;
  await sql`update assessment as a set superseded = true where natural_key = any(${keys}) and not superseded and not ${newest}`.execute(db);
  await sql`update assessment as a set superseded = false where natural_key = any(${keys}) and superseded and ${newest}`.execute(db);
}

async function describe(db: Handle, table: RecordTable, touched: readonly { readonly id: string; readonly laterBatchId: string; readonly why: UndoConflict['why'] }[]): Promise<UndoConflict[]> {
  if (touched.length === 0) return [];
  const { rows } = await sql<UndoConflict>`
    select ${kindOf(table)} as "recordKind", t.id, ${labelOf(table)} as label, b.file_name as "laterFile", b.finished_at as "laterAt", l.why
    from json_to_recordset(${JSON.stringify(touched)}::json) as l(id text, "laterBatchId" text, why text)
    join ${sql.table(table)} as t on t.id = l.id join import_batch as b on b.id = l."laterBatchId" order by label, t.id`.execute(db);
  return rows;
}
