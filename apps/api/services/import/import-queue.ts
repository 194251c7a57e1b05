import { importFile, type ImportContext } from './import-file';
import type { ImportOptions, ImportReport } from './import-report';

/** Imports files into one database, one after the other, and tells when the data changed. */
export interface Importer {
  /** Resolves when this file, and those that came before it, are dealt with. */
  importFile(bytes: Uint8Array, options: ImportOptions, hooks?: Pick<ImportContext, 'onProgress' | 'signal'>): Promise<ImportReport>;
}

export function createImporter(database: ImportContext['database'], onDataChanged?: (dataVersion: number) => void): Importer {
  let last: Promise<unknown> = Promise.resolve();
  return {
    importFile(bytes, options, hooks = {}) {
      const next = last.then(() => importFile({ database, ...hooks }, bytes, options));
      // The next file waits for this one, whatever became of it.
      last = next.catch(() => undefined);
      return next.then((report) => {
        if (report.outcome === 'applied') onDataChanged?.(report.dataVersion);
        return report;
      });
    },
  };
}
