import { createImporter } from '#api/services/import/import-queue';
import type { ImportListItem } from '#api/services/import/import-answer';
import type { ImportOptions, ImportProgress, ImportReport } from '#api/services/import/import-report';
import { listLoads } from '#api/services/import/list-loads';
import type { UndoOutcome } from '#api/services/import/undo-import';
import { openDatabase } from '#db/database';
import { readLock } from '#db/drivers/lock-file';
import { type LocalContent, importThroughServer, listThroughServer, undoThroughServer, waitForAnswers } from './import-through-server';

/** Where files go: into a database of our own, or through the server that holds the directory. */
export interface LoadTarget {
  importFile(content: LocalContent, options: ImportOptions, onProgress: (progress: ImportProgress) => void): Promise<ImportReport>;
  history(): Promise<readonly ImportListItem[]>;
  undo(importId: string, laterChanges: 'ask' | 'keep'): Promise<UndoOutcome>;
  /** Ends the work: what was loaded is what is answered from now on. */
  close(): Promise<void>;
}

export async function openTarget({ dataDir, databaseUrl, rastersDir }: { readonly dataDir: string; readonly databaseUrl: string | null; readonly rastersDir: string }, status: (text: string) => void): Promise<LoadTarget> {
  if (databaseUrl === null) {
    const lock = await readLock(dataDir);
    if (lock !== null && lock.port !== null) {
      const server = { port: lock.port, token: lock.token };
      return {
        importFile: (content, options, onProgress) => importThroughServer(server, content, options, onProgress),
        history: () => listThroughServer(server),
        undo: (importId, laterChanges) => undoThroughServer(server, importId, laterChanges),
        close: () => waitForAnswers(server),
      };
    }
  }
  const database = await openDatabase(databaseUrl === null ? { kind: 'pglite', dataDir } : { kind: 'postgis', databaseUrl, rastersDir }, ({ fr, en }) => status(`${fr} / ${en}`));
  const importer = createImporter(database);
  return {
    importFile: (content, options, onProgress) => importer.importFile(content, options, { onProgress }),
    history: () => listLoads(database.kysely),
    undo: (importId, laterChanges) => importer.undoImport(importId, { laterChanges, actor: null }),
    close: () => database.close(),
  };
}
