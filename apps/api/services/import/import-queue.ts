import type { FileContent } from './file-source';
import { importFile, type ImportContext } from './import-file';
import type { ImportOptions, ImportReport } from './import-report';
import { undoImport, type UndoOutcome, type UndoWish } from './undo-import';

/** Imports files into one database and takes loads back, one after the other, and tells when the data changed. */
export interface Importer {
  /** Resolves when this file, and those that came before it, are dealt with. */
  importFile(content: FileContent, options: ImportOptions, hooks?: Pick<ImportContext, 'onProgress' | 'signal'>): Promise<ImportReport>;
  /** Takes a load back; in its turn, as a file is. */
  undoImport(importId: string, wish: UndoWish): Promise<UndoOutcome>;
}

export function createImporter(database: ImportContext['database'], onDataChanged?: (dataVersion: number) => void): Importer {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const next = last.then(task);
    // The next one waits for this one, whatever became of it.
    last = next.catch(() => undefined);
    return next;
  };
  return {
    async importFile(content, options, hooks = {}) {
      const report = await inTurn(() => importFile({ database, ...hooks }, content, options));
      if (report.outcome === 'applied') onDataChanged?.(report.dataVersion);
      return report;
    },
    async undoImport(importId, wish) {
      const outcome = await inTurn(() => undoImport(database, importId, wish));
      if (outcome.undone) onDataChanged?.(outcome.dataVersion);
      return outcome;
    },
  };
}
