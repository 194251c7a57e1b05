import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Database } from '#db/database';
import { type Actor, localCoordinator, stranger } from '#domain/permissions';
import { hiddenSeenIn, type Viewer } from '#domain/viewer';
import type { AppDeps } from './app';
import { createEngine } from './engine/engine';
import { watchData } from './services/data-watch';
import { createImporter, type Importer } from './services/import/import-queue';
import { StagedImports } from './services/import/staged-imports';

/** The parts of a server, wired to one database. */
export interface Composition {
  readonly deps: Pick<AppDeps, 'database' | 'engine' | 'watch' | 'recognise' | 'localDoor' | 'bootId' | 'webRoot' | 'imports' | 'importer'>;
  readonly importer: Importer;
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
export function compose(database: Database, viewer: Viewer, options: { everyMs?: number; onError?: (error: unknown) => void } = {}): Composition {
  const actor = ownerOf(viewer);
  const engine = createEngine();
  const watch = watchData({ database, engine, viewer, ...options });
  const importer = createImporter(database, () => watch.changed());
  const imports = new StagedImports({ database, importer, onError: (error) => options.onError?.(error) });
  return {
    deps: { database, engine, watch, recognise: () => actor, localDoor: actor === localCoordinator, imports, importer, bootId: randomBytes(6).toString('hex'), webRoot: WEB_ROOT },
    importer,
    async close() {
      await watch.stop();
      await engine.close();
    },
  };
}
