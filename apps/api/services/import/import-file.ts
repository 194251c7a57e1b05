import type { Database } from '#db/database';
import { countBatchRecords } from '#db/stores/batch-changes';
import { listMappings } from '#db/stores/column-mappings';
import { bumpDataVersion, readDataVersion } from '#db/stores/data-version';
import { closeInitiatives } from '#db/stores/close-initiatives';
import { finishBatch, holdsExerciseData } from '#db/stores/import-batches';
import { refuseStale } from '#db/stores/record-journal';
import { bringsNewReport } from '#db/stores/report-dates';
import { assignStructureAreas } from '#db/stores/structures';
import { type IsoDate, isoDate } from '#domain/dates';
import { toolItself } from '#domain/viewer';
import type { FileSummary } from '#interchange/read-file';
import { buildPreview } from './build-preview';
import { buildReport, countOutcomes, detailsOf, type Found, missingOf, NOTHING_FOUND } from './build-report';
import { checkRows } from './check-rows';
import type { FileContent, FileSource } from './file-source';
import type { ImportOptions, ImportProgress, ImportReport } from './import-report';
import { deriveAfterLoad } from '../matching/match-records';
import type { NameQuestion } from '../matching/name-questions';
import { notePlacement } from './note-placement';
import { openSource } from './open-source';
import type { RowPopulation } from './resolve-populations';
import { SaveAhead } from './save-ahead';
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
export async function importFile(context: ImportContext, content: FileContent, options: ImportOptions): Promise<ImportReport> {
  const { source, sha256 } = await openSource(context.database, content, (done, total) => context.onProgress?.({ step: 'read', done, total }));
  const ahead = new SaveAhead(context.database, { ...options, sha256 });
  try {
    return await readAndSave(context, ahead, source, options);
  } finally {
    await ahead.drop();
    await source.drop();
  }
}

async function readAndSave(context: ImportContext, saveAhead: SaveAhead, source: FileSource, options: ImportOptions): Promise<ImportReport> {
  const startedAt = performance.now();
  const { database, signal } = context;
  const progress = (step: ImportProgress['step'], done: number, total: number | null): void => context.onProgress?.({ step, done, total });

  const rows: StagedRow[] = [];
  const savedMappings = await listMappings(database.kysely, toolItself);
  const { summary, fileIssues } = await source.read({ ...options, savedMappings }, async (results) => {
    const part = results.map(stageRow);
    for (const row of part) rows.push(row);
    progress('read', rows.length, null);
    await saveAhead.take(part);
  }, signal);

  const foundIssues = [...fileIssues];
  let populations: readonly RowPopulation[] = [];
  let questions: readonly NameQuestion[] = [];
  if (!isRefused({ issues: foundIssues })) {
    const checked = await checkRows(database, rows, options.province ?? null, (done) => progress('check', done, rows.length));
    foundIssues.push(...checked.fileIssues);
    populations = checked.populations;
    questions = [...saveAhead.questions(), ...checked.questions.list()];
  }
  signal?.throwIfAborted();
  const fileRefused = isRefused({ issues: foundIssues });
  if (fileRefused) for (const row of rows) row.outcome = 'refused';

  const report = (found: Found): ImportReport => buildReport({ summary, rows, fileIssues: foundIssues, options, questions, raster: source.raster, ...found, durationMs: Math.round(performance.now() - startedAt) });
  if (fileRefused) return report({ ...NOTHING_FOUND, outcome: 'refused', refusedWhole: true, dataVersion: await readDataVersion(database.kysely) });

  const found: Mutable<Found> = { ...NOTHING_FOUND };
  try {
    await saveAhead.finish(async (transaction, ahead) => {
      found.dataVersion = await readDataVersion(transaction);
      const batchId = await saveAhead.openBatch(transaction, ahead, { profile: summary.profile ?? 'unknown', source: summary.source, exercise: summary.profile === 'exercise', reportedOn: summary.reportedOn });
      if (options.edited !== undefined) await refuseStale(transaction, options.edited);
      const saved = await saveRows(rows, { transaction, batchId, populations, ahead, onSaved: (done) => { progress('save', done, rows.length); signal?.throwIfAborted(); } });
      let { changed } = saved;
      questions = [...questions, ...saved.questions.list()];
      if (changed && touchesPlaces(summary)) {
        progress('place', 0, null);
        changed = (await assignStructureAreas(transaction)) > 0 || changed;
      }
      changed = (await deriveAfterLoad(transaction, summary.recordCounts, changed)) || (await bringsNewReport(transaction, batchId)) || changed;
      changed = (await source.isMissing()) || changed;
      const declared = await notePlacement(transaction, rows);
      const closed = options.complete === true ? await closeInitiatives(transaction, batchId, saved.continuity.missing.map(({ id }) => id), summary.reportedOn ?? today()) : 0;
      changed = closed > 0 || changed;
      found.missing = missingOf(saved.continuity.missing, closed > 0);
      if (options.preview === true) found.preview = await buildPreview(transaction, { batchId, rows, continued: saved.continuity.continued, declared });
      const counts = countOutcomes(rows);
      found.records = await countBatchRecords(transaction, batchId);
      found.besideExercise = changed && summary.profile !== 'exercise' && (await holdsExerciseData(transaction));
      if (counts.refused > 0 && !options.acceptPartial) found.outcome = 'refused';
      else if (options.dryRun) found.outcome = 'dryRun';
      else if (changed) found.outcome = 'applied';
      signal?.throwIfAborted();
      if (found.outcome !== 'applied') throw new NothingKept();
      await source.keep();
      await finishBatch(transaction, batchId, { rows: rows.length, ...counts }, detailsOf(summary, found));
      found.dataVersion = await bumpDataVersion(transaction);
    });
  } catch (error) {
    if (!(error instanceof NothingKept)) throw error;
  }
  return report(found);
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const today = (): IsoDate => isoDate.parse(new Date().toISOString().slice(0, 10));

/** New areas may hold old structures, and new structures need their areas. */
const touchesPlaces = ({ recordCounts }: FileSummary): boolean => (recordCounts.area ?? 0) > 0 || (recordCounts.structure ?? 0) > 0;
