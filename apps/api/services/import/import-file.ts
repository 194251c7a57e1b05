import { createHash } from 'node:crypto';
import type { Database } from '#db/database';
import { countBatchRecords, type RecordCounts } from '#db/stores/batch-changes';
import { bumpDataVersion, readDataVersion } from '#db/stores/data-version';
import { closeInitiatives } from '#db/stores/close-initiatives';
import { finishBatch, holdsExerciseData, startBatch } from '#db/stores/import-batches';
import type { StandingInitiative } from '#db/stores/initiative-continuity';
import { assignStructureAreas } from '#db/stores/structures';
import { type IsoDate, isoDate } from '#domain/dates';
import type { Issue } from '#domain/issue';
import type { FileSummary } from '#interchange/read-file';
import { writeRefusedRows } from '#interchange/refused-rows';
import type { BatchDetails } from './batch-details';
import { buildPreview } from './build-preview';
import { checkRows } from './check-rows';
import { firstIssues, groupIssues, type ImportOptions, type ImportOutcome, type ImportPreview, type ImportProgress, type ImportReport } from './import-report';
import { deriveAfterLoad } from '../matching/match-records';
import type { NameQuestion } from '../matching/name-questions';
import { notePlacement } from './note-placement';
import { readInWorker } from './read-in-worker';
import type { RowPopulation } from './resolve-populations';
import { saveRows } from './save-rows';
import { isRefused, stageRow, type StagedRow } from './staged-row';

export interface ImportContext {
  readonly database: Database;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Aborting it ends the import; nothing of the file is kept. */
  readonly signal?: AbortSignal;
}

/** Thrown inside the transaction to undo it where nothing is to be kept; never leaves this file. */
class NothingKept extends Error {}

/**
 * Imports one file, whole or not at all: reads it in a thread of its own, checks every row against the areas that are known,
 * and saves it in one transaction. A dry run, or a refused row without `acceptPartial`, goes the same way and is undone at the end,
 * so that its counts are those of a real load. Bad input is answered in the report; anything thrown leaves the database as it was.
 */
export async function importFile(context: ImportContext, bytes: Uint8Array, options: ImportOptions): Promise<ImportReport> {
  const startedAt = performance.now();
  const { database, signal } = context;
  const progress = (step: ImportProgress['step'], done: number, total: number | null): void => context.onProgress?.({ step, done, total });

  const rows: StagedRow[] = [];
  const { summary, fileIssues } = await readInWorker(bytes, options, (results) => {
    for (const result of results) rows.push(stageRow(result));
    progress('read', rows.length, null);
  }, signal);

  const foundIssues = [...fileIssues];
  let populations: readonly RowPopulation[] = [];
  let questions: readonly NameQuestion[] = [];
  if (!isRefused({ issues: foundIssues })) {
    const checked = await checkRows(database, rows, options.province ?? null, (done) => progress('check', done, rows.length));
    foundIssues.push(...checked.fileIssues);
    populations = checked.populations;
    questions = checked.questions.list();
  }
  signal?.throwIfAborted();
  const fileRefused = isRefused({ issues: foundIssues });
  if (fileRefused) for (const row of rows) row.outcome = 'refused';

  const report = (found: Found): ImportReport => buildReport({ summary, rows, fileIssues: foundIssues, options, questions, ...found, durationMs: Math.round(performance.now() - startedAt) });
  if (fileRefused) return report({ ...NOTHING_FOUND, outcome: 'refused', refusedWhole: true, dataVersion: await readDataVersion(database.kysely) });

  const found: Mutable<Found> = { ...NOTHING_FOUND };
  try {
    await database.kysely.transaction().execute(async (transaction) => {
      found.dataVersion = await readDataVersion(transaction);
      const batchId = await startBatch(transaction, {
        fileName: options.fileName,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        profile: summary.profile ?? 'unknown',
        source: summary.source,
        exercise: summary.profile === 'exercise',
        importId: options.importId,
        reportedOn: summary.reportedOn,
      });
      const saved = await saveRows(rows, { transaction, batchId, populations, onSaved: (done) => { progress('save', done, rows.length); signal?.throwIfAborted(); } });
      let { changed } = saved;
      if (changed && touchesPlaces(summary)) {
        progress('place', 0, null);
        changed = (await assignStructureAreas(transaction)) > 0 || changed;
      }
      changed = (await deriveAfterLoad(transaction, summary.recordCounts, changed)) || changed;
      const declared = await notePlacement(transaction, rows);
      const closed = options.complete === true ? await closeInitiatives(transaction, batchId, saved.continuity.missing.map(({ id }) => id), summary.reportedOn ?? today()) : 0;
      changed = closed > 0 || changed;
      found.missing = missingOf(saved.continuity.missing, closed > 0);
      if (options.preview === true) found.preview = await buildPreview(transaction, { batchId, rows, continued: saved.continuity.continued, declared });
      const counts = countOutcomes(rows);
      found.records = await countBatchRecords(transaction, batchId);
      if (counts.refused > 0 && !options.acceptPartial) found.outcome = 'refused';
      else if (options.dryRun) found.outcome = 'dryRun';
      else if (changed) found.outcome = 'applied';
      signal?.throwIfAborted();
      if (found.outcome !== 'applied') throw new NothingKept();
      await finishBatch(transaction, batchId, { rows: rows.length, ...counts }, detailsOf(summary, found));
      found.dataVersion = await bumpDataVersion(transaction);
      found.besideExercise = summary.profile !== 'exercise' && (await holdsExerciseData(transaction));
    });
  } catch (error) {
    if (!(error instanceof NothingKept)) throw error;
  }
  return report(found);
}

/** What saving found out, beside the rows. */
interface Found {
  readonly outcome: ImportOutcome;
  readonly refusedWhole: boolean;
  readonly dataVersion: number;
  readonly besideExercise: boolean;
  readonly records: readonly RecordCounts[];
  readonly preview: ImportPreview | null;
  readonly missing: ImportReport['missing'];
}
type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
const NOTHING_FOUND: Found = { outcome: 'unchanged', refusedWhole: false, dataVersion: 0, besideExercise: false, records: [], preview: null, missing: { count: 0, records: [], closed: false } };

/** What is remembered of a load in the database: counts and descriptions, never a value of the file. */
const detailsOf = ({ container, sheet, certainty, repeated }: FileSummary, { records, missing }: Found): BatchDetails => ({ container, sheet, certainty, repeated, records, missing: missing.count, closed: missing.closed });

const MISSING_SHOWN = 100;

/** What the file no longer has, for a person to look at. */
const missingOf = (missing: readonly StandingInitiative[], closed: boolean): ImportReport['missing'] => ({
  count: missing.length,
  records: missing.slice(0, MISSING_SHOWN).map(({ id, title, areaName, source, row }) => ({ recordKind: 'initiative', id, label: title, areaName, source, sourceRow: row })),
  closed,
});

const today = (): IsoDate => isoDate.parse(new Date().toISOString().slice(0, 10));

/** New areas may hold old structures, and new structures need their areas. */
const touchesPlaces = ({ recordCounts }: FileSummary): boolean => (recordCounts.area ?? 0) > 0 || (recordCounts.structure ?? 0) > 0;

function countOutcomes(rows: readonly StagedRow[]): { accepted: number; unchanged: number; refused: number } {
  const counts = { accepted: 0, unchanged: 0, refused: 0 };
  for (const { row, outcome } of rows) {
    if (outcome === 'pending') throw new Error(`Row ${row} was neither saved nor refused`);
    counts[outcome] += 1;
  }
  return counts;
}

interface Outcome extends Found {
  readonly summary: FileSummary;
  readonly rows: readonly StagedRow[];
  readonly fileIssues: readonly Issue[];
  readonly options: ImportOptions;
  readonly questions: readonly NameQuestion[];
  readonly durationMs: number;
}

function buildReport({ summary, rows, fileIssues, options, questions, ...found }: Outcome): ImportReport {
  const refusedRows = rows.filter((row) => row.outcome === 'refused' && isRefused(row));
  const issues = [...fileIssues, ...rows.flatMap((row) => row.issues)];
  const { profile, source, reportedOn, repeated, certainty, container, sheet, sheets, mapping } = summary;
  return {
    fileName: options.fileName,
    profile,
    source,
    reportedOn,
    rows: rows.length,
    ...countOutcomes(rows),
    repeated,
    certainty,
    container,
    sheet,
    sheets,
    mapping,
    questions,
    issues: groupIssues(issues),
    firstIssues: firstIssues(issues),
    refusedRowsCsv: refusedRows.length === 0 ? null : writeRefusedRows(summary.columns, refusedRows, summary),
    ...found,
  };
}
