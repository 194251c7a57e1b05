import { sql } from 'kysely';
import type { RecordKind } from '#domain/record-kinds';
import type { Handle } from './handle';
import type { RecordImage } from '../journal-schema';
import { areaNameOf, imageOf, isOfKind, kindOf, labelOf, recordShapes, type RecordTable, recordTables } from './record-images';

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
  for (const [table, kind] of recordTables.flatMap((table) => recordShapes[table].kinds.map((kind) => [table, kind] as const))) {
    const own = sql`${sql.table(table)} as t where ${isOfKind(table, kind)}`;
    const inJournal = (journal: 'record_before' | 'record_seen') => sql`(select count(*) from ${sql.table(journal)} as j where j.batch_id = ${batchId} and j.record_table = ${table}${recordShapes[table].kinds.length > 1 ? sql` and exists (select from ${own} and t.id = j.record_id)` : sql``})`;
    // A corrected assessment is a revision of its own: the one before it stays as it is.
    const changed = table === 'assessment' ? sql`(select count(*) from ${own} and import_batch_id = ${batchId} and revision > 1)` : inJournal('record_before');
    const { rows } = await sql<{ written: number; changed: number; unchanged: number }>`
      select (select count(*) from ${own} and import_batch_id = ${batchId}) as written, ${changed} as changed, ${inJournal('record_seen')} as unchanged`.execute(db);
    const found = rows[0];
    if (found === undefined || (found.written === 0 && found.unchanged === 0)) continue;
    counts.push({ recordKind: kind, added: found.written - found.changed, changed: found.changed, unchanged: found.unchanged });
  }
  return counts;
}

/** A record that a batch added or changed. Images without geometry: outlines are long, and no text. */
export interface BatchChange {
  readonly table: RecordTable;
  readonly recordKind: RecordKind;
  readonly id: string;
  readonly label: string;
  readonly areaName: string | null;
  /** Row of the file; null where the file only names the record on another. */
  readonly sourceRow: number | null;
  /** Null: the batch added it. */
  readonly before: RecordImage | null;
  readonly after: RecordImage | null;
  /** Longitude, latitude before and after, as text; null where there is none. */
  readonly positions: readonly [string | null, string | null];
  readonly outlineChanged: boolean;
}

const POINT = (geometry: ReturnType<typeof sql>) => sql<string | null>`st_y(${geometry}) || ', ' || st_x(${geometry})`;

/** Records that a batch changed, with what they were and are, in the order of the file, at most `limit` of each kind. Leans on the journal's key. */
export async function listChangedRecords(db: Handle, batchId: string, limit: number): Promise<BatchChange[]> {
  const changes: BatchChange[] = [];
  for (const table of recordTables) {
    const { geometry } = recordShapes[table];
    const bare = (image: ReturnType<typeof sql>) => geometry.reduce((rest, column) => sql`${rest} #- ${`{row,${column}}`}::text[]`, image);
    const old = (column: string) => sql`(b.image->'row'->>${column}::text)`;
    const [column] = geometry;
    const isPoint = column === 'lng_lat';
    const position = isPoint ? sql`json_build_array(${POINT(sql`${old(column)}::geometry`)}, ${POINT(sql`t.lng_lat`)})` : sql`'[null,null]'::json`;
    const outline = column === undefined || isPoint ? sql`false` : sql`${old(column)} is distinct from t.${sql.ref(column)}::text`;
    // A corrected assessment is a revision of its own beside the one before it.
    const [previous, image] = table === 'assessment'
      ? [sql`join assessment as p on p.natural_key = t.natural_key and p.revision = t.revision - 1 cross join lateral (select ${imageOf(table, 'p')} as image) as b where t.import_batch_id = ${batchId}`, sql`b.image`]
      : [sql`join record_before as b on b.record_id = t.id and b.record_table = ${table} and b.batch_id = ${batchId} where t.import_batch_id = ${batchId}`, sql`b.image`];
    const { rows } = await sql<Omit<BatchChange, 'table'>>`
      select t.id, ${kindOf(table)} as "recordKind", ${labelOf(table)} as label, ${areaNameOf(table)} as "areaName", t.source_row as "sourceRow", ${bare(image)} as before, ${bare(sql`(${imageOf(table)})`)} as after, ${position} as positions, ${outline} as "outlineChanged"
      from ${sql.table(table)} as t ${previous} order by t.source_row, t.id limit ${limit}`.execute(db);
    changes.push(...rows.map((row) => ({ ...row, table })));
  }
  return changes;
}

/** Records that a batch added, in the order of the file, at most `limit` of each kind. Leans on the indexes on `import_batch_id`. */
export async function listAddedRecords(db: Handle, batchId: string, limit: number): Promise<BatchChange[]> {
  const changes: BatchChange[] = [];
  for (const table of recordTables) {
    const row = table === 'organisation' ? sql`case when t.listed then t.source_row end` : sql`t.source_row`;
    const isNew = table === 'assessment' ? sql`t.revision = 1` : sql`not exists (select from record_before as b where b.batch_id = ${batchId} and b.record_table = ${table} and b.record_id = t.id)`;
    const { rows } = await sql<Pick<BatchChange, 'id' | 'recordKind' | 'label' | 'areaName' | 'sourceRow'>>`
      select t.id, ${kindOf(table)} as "recordKind", ${labelOf(table)} as label, ${areaNameOf(table)} as "areaName", ${row} as "sourceRow" from ${sql.table(table)} as t
      where t.import_batch_id = ${batchId} and ${isNew} order by t.source_row, t.id limit ${limit}`.execute(db);
    changes.push(...rows.map((one) => ({ ...one, table, before: null, after: null, positions: [null, null] as const, outlineChanged: false })));
  }
  return changes;
}

/** Names of organisations and areas by id, for images that name them so. Leans on the primary keys. */
export async function namesOfIds(db: Handle, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from organisation where id = any(${ids}) union all select id, name || ' (' || code || ')' from area where id = any(${ids})`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
