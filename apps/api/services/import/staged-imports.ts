import { randomUUID } from 'node:crypto';
import type { ImportAnswer } from '#api/contract/imports';
import { Problem } from '#api/problem';
import { type Database, DatabaseProblem } from '#db/database';
import { readDataVersion } from '#db/stores/data-version';
import type { ImportBatchItem } from '#db/stores/import-batches';
import { saveMapping } from '#db/stores/column-mappings';
import { saveNameVerdicts } from '#db/stores/verdicts';
import type { IssueCode } from '#domain/issue-codes';
import type { Actor } from '#domain/permissions';
import type { ColumnMapping } from '#interchange/read-result';
import type { UndoOutcome, UndoWish } from './undo-import';
import { verdictsOfAnswers } from '../matching/name-questions';
import { answerOfBatch, answerOfStaged, type ImportListItem, itemOfStaged } from './import-answer';
import type { Importer } from './import-queue';
import type { ImportReport } from './import-report';
import { listLoads, newestLoads } from './list-loads';
import { loggable } from '#api/loggable-error';
import { type FileOptions, isBusy, STAGE_LIMITS, type StagedFile, StagedFiles, type StageLimits } from './staged-files';

/** Faults of a whole file that a person can help with: its bytes stay, so that it can be read again another way. */
const HELPED_BY_OPTIONS: ReadonlySet<IssueCode> = new Set(['profileUnknown', 'rasterKindUnknown', 'rasterWithoutAreas', 'severalSheets', 'sheetMissing', 'mappingInvalid', 'areaNameUnknown', 'areaNameAmbiguous', 'areaMissing']);

const CONFLICTS_SHOWN = 200;

export interface StagedImportsDeps {
  readonly database: Database;
  readonly importer: Importer;
  /** Told what failed, without any value of a file. */
  readonly onError: (error: unknown) => void;
  readonly limits?: StageLimits;
  readonly now?: () => number;
}

/**
 * Files that people hand in: read and tried out at once (dry run), applied when they say so, taken back when they say so.
 * Until it is applied a file is in memory only, and a refused one is dropped at once.
 */
export class StagedImports {
  readonly #files: StagedFiles;
  readonly #now: () => number;

  constructor(private readonly deps: StagedImportsDeps) {
    this.#now = deps.now ?? Date.now;
    this.#files = new StagedFiles(deps.limits ?? STAGE_LIMITS, this.#now);
  }

  /** Takes a file in and begins its dry run; answers its id. */
  add(fileName: string, bytes: Uint8Array, options: FileOptions): string {
    const file: StagedFile = {
      id: randomUUID(), fileName, options, bytes, addedAt: this.#now(), state: 'reading', progress: null, report: null, appliedAt: null, undoneAt: null, work: Promise.resolve(), cancel: null,
    };
    this.#files.add(file);
    this.#read(file);
    return file.id;
  }

  /** Resolves when nothing is going on with this import any more. */
  async settled(id: string): Promise<void> {
    await this.#files.get(id)?.work;
  }

  async answer(id: string): Promise<ImportAnswer> {
    const dataVersion = await readDataVersion(this.deps.database.kysely);
    const file = this.#files.get(id);
    if (file !== null) return answerOfStaged(file, dataVersion);
    return answerOfBatch(await this.#batch(id), dataVersion);
  }

  /** Every load, by whichever way, newest first, after those that wait. */
  async list(): Promise<ImportListItem[]> {
    const staged = this.#files.all();
    const held = new Set(staged.map(({ id }) => id));
    const loads = await listLoads(this.deps.database.kysely);
    return [...staged.map(itemOfStaged), ...loads.filter((load) => !held.has(load.id))];
  }

  /** The refused rows of the dry run, as a file to correct; null: none, or no longer there. */
  async refusedRows(id: string): Promise<{ fileName: string; csv: string } | null> {
    const file = this.#files.get(id);
    if (file === null) await this.#batch(id);
    const csv = file?.report?.refusedRowsCsv ?? null;
    return file === null || csv === null ? null : { fileName: file.fileName, csv };
  }

  /** Reads the file again another way; what is not given stays as it was. */
  async readAgain(id: string, options: Partial<FileOptions>): Promise<void> {
    await this.#knownOr404(id);
    const file = this.#waiting(id);
    if (file.bytes === null) throw new Problem('importGone');
    if (file.state === 'applied') throw new Problem('importApplied');
    file.options = { ...file.options, ...options };
    this.#read(file);
  }

  /** Reads an unknown table by the columns that a person named; keeps that for the next such table where a name is given. */
  async map(id: string, { saveAs, ...mapping }: ColumnMapping & { readonly saveAs: string | null }): Promise<void> {
    await this.#knownOr404(id);
    const offer = this.#waiting(id).report?.mapping ?? null;
    if (offer === null) throw new Problem('importBlocked');
    if (saveAs !== null) await saveMapping(this.deps.database.kysely, { ...mapping, name: saveAs, signature: offer.signature });
    await this.readAgain(id, { mapping, ...(offer.sheet === null ? {} : { sheet: offer.sheet }) });
  }

  /** Keeps a person’s answers to questions of the dry run, and reads the file again with them. */
  async answerQuestions(id: string, answers: Parameters<typeof verdictsOfAnswers>[1]): Promise<void> {
    await this.#knownOr404(id);
    const verdicts = verdictsOfAnswers(this.#waiting(id).report?.questions ?? [], answers);
    if (verdicts.length < answers.length) throw new Problem('answerUnknown');
    await saveNameVerdicts(this.deps.database.kysely, verdicts, new Date(this.#now()).toISOString().slice(0, 10));
    await this.readAgain(id, {});
  }

  /** Stores what the dry run announced, in one transaction. Throws a `Problem` where rows are refused and nobody accepted that. */
  async apply(id: string, { acceptPartial, complete }: { readonly acceptPartial: boolean; readonly complete: boolean }, actor: Actor): Promise<void> {
    await this.#knownOr404(id);
    const file = this.#waiting(id);
    if (file.state === 'applied') throw new Problem('importApplied');
    if (file.state === 'blocked' || file.report === null) throw new Problem('importBlocked');
    if (file.bytes === null) throw new Problem('importGone');
    if (file.report.refused > 0 && !acceptPartial) throw new Problem('rowsRefused');
    const before = file.state;
    const applying = this.#work(file, 'applying', before, (bytes, hooks) => this.deps.importer.importFile(bytes, { ...file.options, fileName: file.fileName, importId: id, dryRun: false, acceptPartial, complete, preview: false, author: { origin: 'file', actor } }, hooks));
    file.work = applying.then(() => undefined, () => undefined);
    const report = await applying;
    if (report === null) return;
    file.report = { ...report, preview: file.report.preview };
    if (report.outcome === 'refused') {
      file.state = report.refusedWhole ? 'blocked' : before;
      throw new Problem(report.refusedWhole ? 'importBlocked' : 'rowsRefused');
    }
    file.state = 'applied';
    file.appliedAt = new Date(this.#now()).toISOString();
    file.undoneAt = null;
  }

  /**
   * Takes a load back, whichever way it came. Throws a `Problem` with the conflicts where later files touched the same records and nobody
   * said that what they say is to be kept; then nothing is changed.
   */
  async undo(id: string, wish: UndoWish): Promise<void> {
    const file = this.#files.get(id);
    if (file !== null && isBusy(file)) throw new Problem('importBusy');
    if (file !== null && file.state !== 'applied') throw new Problem('importNotApplied');
    if (file === null) await this.#batch(id);
    const { undone, conflicts } = await this.takeBack(id, wish);
    if (!undone && conflicts.length > 0) throw new Problem('undoConflicts', [], { conflicts: conflicts.slice(0, CONFLICTS_SHOWN), conflictCount: conflicts.length });
    // A file that brought nothing new has nothing to take back.
    if (!undone && file === null) throw new Problem('importNotApplied');
  }

  /** The same, answering what came of it. */
  async takeBack(id: string, wish: UndoWish): Promise<UndoOutcome> {
    const file = this.#files.get(id);
    if (file?.state === 'applied') file.state = 'undoing';
    try {
      const outcome = await this.deps.importer.undoImport(id, wish);
      if (file?.state === 'undoing' && (outcome.undone || outcome.conflicts.length === 0)) {
        file.undoneAt = new Date(this.#now()).toISOString();
        file.state = 'undone';
      }
      return outcome;
    } finally {
      if (file?.state === 'undoing') file.state = 'applied';
    }
  }

  /** Stops what is going on and forgets the file. What was applied stays in the history. */
  async forget(id: string): Promise<void> {
    const file = this.#files.get(id);
    if (file === null) {
      await this.#batch(id);
      return;
    }
    const applying = file.state === 'applying';
    file.cancel?.abort();
    // Whoever cancels while it is being stored is told when nothing of it is left; a dry run leaves nothing anyway.
    if (applying) await file.work;
    this.#files.delete(id);
  }

  #read(file: StagedFile): void {
    file.report = null;
    file.work = this.#work(file, 'reading', 'failed', (bytes, hooks) => this.deps.importer.importFile(bytes, { ...file.options, fileName: file.fileName, importId: file.id, dryRun: true, acceptPartial: true, preview: true }, hooks)).then((report) => {
      if (report === null) return;
      file.report = report;
      file.state = report.refusedWhole ? 'blocked' : 'ready';
      if (report.refusedWhole && !isHelped(report)) file.bytes = null;
    });
  }

  /** Does one thing with a file; null: it failed or was stopped, and the file stands as it did before. */
  async #work(file: StagedFile, during: 'reading' | 'applying', after: StagedFile['state'], task: (bytes: Uint8Array, hooks: Parameters<Importer['importFile']>[2]) => Promise<ImportReport>): Promise<ImportReport | null> {
    const cancel = new AbortController();
    file.state = during;
    file.progress = null;
    file.cancel = cancel;
    try {
      return await task(file.bytes ?? new Uint8Array(), { signal: cancel.signal, onProgress: (progress) => { file.progress = progress; } });
    } catch (error) {
      file.state = cancel.signal.aborted ? 'cancelled' : after;
      if (cancel.signal.aborted) return null;
      this.deps.onError(loggable(error));
      if (during === 'applying') throw error instanceof DatabaseProblem ? error : loggable(error);
      file.bytes = null;
      return null;
    } finally {
      file.progress = null;
      file.cancel = null;
    }
  }

  /** An id that nobody ever gave out is not one of a file that is gone. */
  async #knownOr404(id: string): Promise<void> {
    if (this.#files.get(id) === null) await this.#batch(id);
  }

  #waiting(id: string): StagedFile {
    const file = this.#files.get(id);
    if (file === null) throw new Problem('importGone');
    if (isBusy(file)) throw new Problem('importBusy');
    return file;
  }

  async #batch(id: string): Promise<ImportBatchItem> {
    const batch = (await newestLoads(this.deps.database.kysely)).find(({ importId }) => importId === id);
    if (batch === undefined) throw new Problem('notFound');
    return batch;
  }
}

const isHelped = (report: ImportReport): boolean =>
  report.issues.every(({ code, severity }) => severity !== 'error' || HELPED_BY_OPTIONS.has(code));
