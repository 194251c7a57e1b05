import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from '#db/database';
import { type Actor, localCoordinator, stranger } from '#domain/permissions';
import { hiddenSeenIn, type Viewer } from '#domain/viewer';
import type { AppDeps } from './app';
import { createEngine } from './engine/engine';
import { type BackupOptions, type Backups, keepBackups } from './services/backup/backups';
import { watchData } from './services/data-watch';
import { createImporter, type Importer } from './services/import/import-queue';
import { StagedImports } from './services/import/staged-imports';

/** The parts of a server, wired to one database. */
export interface Composition {
  readonly deps: Pick<AppDeps, 'database' | 'engine' | 'watch' | 'recognise' | 'localDoor' | 'bootId' | 'webRoot' | 'imports' | 'importer' | 'backups'>;
  readonly importer: Importer;
  readonly backups: Backups;
  /** Ends the threads; the database is its opener's to close. */
  close(): Promise<void>;
}

const WEB_ROOT = fileURLToPath(new URL('../web/dist', import.meta.url));

/** Whoever asks a server that knows no accounts. Partners and co-leads of some provinces are for tests: nobody signs in as them this way. */
function ownerOf(viewer: Viewer): Actor {
  if (viewer === 'coordination') return localCoordinator;
  if (viewer === 'public') return stranger;
  return { ...stranger, role: viewer === 'partners' ? 'partner' : 'coordination', provinces: hiddenSeenIn(viewer) };
}

/** `viewer`: whose answers are always ready; others are prepared when they first ask. */
export function compose(database: Database, viewer: Viewer, { backups: keeping, ...options }: { everyMs?: number; onError?: (error: unknown) => void; backups?: Pick<BackupOptions, 'daily' | 'directory' | 'secretFiles'> } = {}): Composition {
  const actor = ownerOf(viewer);
  const engine = createEngine();
  const watch = watchData({ database, engine, viewer, ...options });
  const importer = createImporter(database, () => watch.changed());
  const imports = new StagedImports({ database, importer, onError: (error) => options.onError?.(error) });
  const backups = keepBackups({ database, daily: false, directory: join(dirname(database.rastersDir), 'backups'), dataVersion: () => watch.of(viewer).state().dataVersion, ...options, ...keeping });
  return {
    deps: { database, engine, watch, recognise: () => actor, localDoor: actor === localCoordinator, imports, importer, backups, bootId: randomBytes(6).toString('hex'), webRoot: WEB_ROOT },
    importer,
    backups,
    async close() {
      await backups.stop();
      await watch.stop();
      await engine.close();
    },
  };
}
