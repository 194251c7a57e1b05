import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Viewer } from '#domain/viewer';
import type { Schema } from '../schema';
import type { Handle } from './handle';
import { settleNamed } from './organisation-said';

export interface NewBatch {
  readonly fileName: string;
  readonly sha256: string;
  readonly profile: string;
  readonly source: string;
  readonly exercise: boolean;
  /** Id of the import, where the file was staged before; left out: an id of its own. */
  readonly importId?: string | undefined;
  /** Null: not known. */
  readonly reportedOn?: string | null;
}
export interface BatchCounts {
  readonly rows: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly refused: number;
}
/** One loaded file. Counts are null while it is loading. File name and checksum are null for the public: they are the coordination's own. */
export interface ImportBatchItem {
  readonly id: string;
  /** The same through apply, undo and apply again. */
  readonly importId: string;
  readonly fileName: string | null;
  readonly sha256: string | null;
  readonly profile: string;
  readonly source: string;
  readonly exercise: boolean;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** Null: it stands. */
  readonly undoneAt: string | null;
  readonly reportedOn: string | null;
  readonly counts: BatchCounts | null;
  /** As `finishBatch` was given them. */
  readonly details: unknown;
}

/** Opens a batch in the transaction of its records, and answers its id: a random one, for the same file may be loaded twice. */
export async function startBatch(db: Handle, batch: NewBatch): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('import_batch')
    .values({ id, import_id: batch.importId ?? id, file_name: batch.fileName, sha256: batch.sha256, profile: batch.profile, source: batch.source, exercise: batch.exercise, reported_on: batch.reportedOn ?? null })
    .execute();
  return id;
}

/** Tables that a file can fill. */
const LOADED_TABLES = [
  'area', 'area_code', 'area_population', 'place', 'organisation', 'organisation_alias', 'structure', 'structure_external_id', 'structure_support', 'assessment', 'assessment_service',
  'trained_staff', 'stock_line', 'initiative', 'initiative_kind', 'initiative_organisation', 'initiative_target_group', 'initiative_area', 'decision', 'programme_record', 'programme_structure',
] as const satisfies readonly (keyof Schema)[];

/**
 * Closes a batch. Rows = accepted + unchanged + refused; the database refuses other sums. It also has the tables counted
 * for the planner: the embedded database has nobody else who does. `details`: whatever else is to be remembered of the load, never a value
 * of its file. Leans on the primary key.
 */
export async function finishBatch(db: Handle, id: string, counts: BatchCounts, details: unknown = null): Promise<void> {
  await db.updateTable('import_batch').set({ ...counts, details: details === null ? null : JSON.stringify(details), finished_at: sql`now()` }).where('id', '=', id).execute();
  await settleNamed(db, id);
  await sql`analyze ${sql.join(LOADED_TABLES.map((table) => sql.table(table)))}`.execute(db);
}

/** Newest first. Leans on the unique index on `ordinal`. */
export async function listBatches(db: Handle, viewer: Viewer): Promise<ImportBatchItem[]> {
  const rows = await db.selectFrom('import_batch').selectAll().orderBy('ordinal', 'desc').execute();
  const seesFiles = viewer !== 'public';
  return rows.map((row) => ({
    id: row.id,
    importId: row.import_id,
    fileName: seesFiles ? row.file_name : null,
    sha256: seesFiles ? row.sha256 : null,
    profile: row.profile,
    source: row.source,
    exercise: row.exercise,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    undoneAt: row.undone_at,
    reportedOn: row.reported_on,
    counts: countsOf(row),
    details: row.details,
  }));
}

type StoredCounts = { [Count in keyof BatchCounts]: number | null };

function countsOf({ rows, accepted, unchanged, refused }: StoredCounts): BatchCounts | null {
  return rows === null || accepted === null || unchanged === null || refused === null ? null : { rows, accepted, unchanged, refused };
}

/** True while any exercise file stands: screens and exports then carry the banner. Leans on the partial index on exercise batches. */
export async function holdsExerciseData(db: Handle): Promise<boolean> {
  const found = await db.selectFrom('import_batch').select('id').where('exercise', '=', true).where('undone_at', 'is', null).limit(1).executeTakeFirst();
  return found !== undefined;
}

/** The load of this import that stands, held for whoever takes it back; null: none does. Leans on `import_batch_import`. */
export async function standingBatch(db: Handle, importId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from import_batch where import_id = ${importId} and undone_at is null and finished_at is not null order by ordinal desc limit 1 for update`.execute(db);
  return rows[0]?.id ?? null;
}
