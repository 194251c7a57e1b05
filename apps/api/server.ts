import type { AddressInfo } from 'node:net';
import { openDatabase, type Database } from '#db/database';
import { listRasters } from '#db/stores/rasters';
import { readLock, updateLock } from '#db/drivers/lock-file';
import { buildApp } from './app';
import { compose, type Composition } from './composition';
import type { Config } from './config';
import { logSettings } from './log';
import { registerLocalBackup } from './local/register-local-backup';
import { registerLocalImports } from './local/register-local-imports';
import { problemAt } from './problem';
import type { Api } from './routes/api';
import type { ImportProgress } from './services/import/import-report';
import { createImporter } from './services/import/import-queue';
import { loadExerciseIfEmpty } from './services/import/load-exercise';
import { sweepRasters } from './services/rasters/raster-folder';

/** Says what is being done, in both languages; `progress` comes often and may be shown in place. */
export interface Reporter {
  step(fr: string, en: string): void;
  progress?(progress: ImportProgress): void;
  error(error: unknown): void;
}

export interface RunningServer {
  /** `http://127.0.0.1:8090` */
  readonly url: string;
  readonly composition: Composition;
  /** Resolves when the first question can be answered. */
  ready(): Promise<void>;
  /** Answers what was asked, then ends everything; may be called twice. */
  close(): Promise<void>;
}

/**
 * Opens the database, loads the exercise data into an empty one if the settings say so, and listens.
 * Throws `DatabaseProblem`, or a `Problem` `portTaken`; then nothing is left open.
 */
export async function startServer(config: Config, reporter: Reporter): Promise<RunningServer> {
  const database = await openDatabase(config.database, ({ fr, en }) => reporter.step(fr, en));
  const closing: (() => Promise<void>)[] = [() => database.close()];
  const closeAll = async (): Promise<void> => {
    for (let end = closing.pop(); end !== undefined; end = closing.pop()) await end();
  };
  try {
    // The embedded database is held by this process alone, and its folder with it.
    await sweepRasters(database.rastersDir, await listRasters(database.kysely), Date.now(), database.kind === 'pglite');
    if (config.exercise) await loadExercise(database, reporter);
    const composition = compose(database, config.viewer, { backups: config.backups, onError: (error) => reporter.error(error) });
    closing.push(() => composition.close());
    const app = await buildApp({ ...composition.deps, logger: logSettings(config.log), extend: (api) => offerLocalDoor(api, config, composition) });
    closing.push(() => app.close());
    const port = await listen(app, config);
    if (config.database.kind === 'pglite') await updateLock(config.database.dataDir, { port });
    const host = config.host.includes(':') ? `[${config.host}]` : config.host;
    return { url: `http://${host}:${port}`, composition, ready: () => composition.deps.watch.settled(), close: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function loadExercise(database: Database, reporter: Reporter): Promise<void> {
  let said = false;
  await loadExerciseIfEmpty(database, createImporter(database), (progress) => {
    if (!said) reporter.step('Chargement des données d’exercice', 'Loading the exercise data');
    said = true;
    reporter.progress?.(progress);
  });
}

/** Commands on this machine load files and make backups through the server that holds the data directory, with the secret of its lock file. */
async function offerLocalDoor(app: Api, { database }: Config, { importer, backups, deps }: Composition): Promise<void> {
  const lock = database.kind === 'pglite' ? await readLock(database.dataDir) : null;
  if (lock === null) return;
  await registerLocalImports(app, { token: lock.token, importer, imports: deps.imports, settled: () => deps.watch.settled() });
  await registerLocalBackup(app, { token: lock.token, backups });
}

async function listen(app: Api, { host, port }: Config): Promise<number> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') throw problemAt('portTaken', 'PORT', String(port), null);
    throw error;
  }
  return (app.server.address() as AddressInfo).port;
}
