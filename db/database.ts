import { rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Kysely, sql } from 'kysely';
import type { DatabaseFacts } from './backup/database-facts';
import { saveEmbedded } from './backup/save-embedded';
import { savePostgis } from './backup/save-postgis';
import { finishRestore } from './backup/take-the-place';
import { DatabaseProblem } from './database-problem';
import { acquireLock, releaseLock, updateLock } from './drivers/lock-file';
import { openPglitePool } from './drivers/pglite-pool';
import { openPostgisPool } from './drivers/postgis-pool';
import { copyPreparedDatabase } from './drivers/prepared-copy';
import { type WirePool, wireDialect } from './drivers/wire';
import { migrate } from './migrate';
import type { Schema } from './schema';

export { DatabaseProblem } from './database-problem';

/** An open database of either kind: same SQL, same values, same errors. */
export interface Database {
  readonly kind: 'pglite' | 'postgis';
  readonly kysely: Kysely<Schema>;
  /** For example `3.3.2`. */
  readonly postgisVersion: string;
  /** Folder beside the database for what is too large for it: a backup is both. It need not exist yet. */
  readonly rastersDir: string;
  /**
   * Writes the database as it is at one moment to `target`, which must not exist: a data directory, or a file of `pg_dump`. Answers what it holds.
   * It may be in use: the embedded one stores what is being stored first, and then makes others wait for some seconds.
   */
  save(target: string): Promise<DatabaseFacts>;
  /** Ends cleanly: waits for the running query, closes the connection, gives the data directory back. */
  close(): Promise<void>;
}

export type OpenOptions = (
  /** Embedded. `port` is written into the lock file, so that commands find the server that holds the directory. */
  | { readonly kind: 'pglite'; readonly dataDir: string; readonly port?: number }
  /** `rastersDir` left out: `.data/rasters` of the working directory. */
  | { readonly kind: 'postgis'; readonly databaseUrl: string; readonly rastersDir?: string }
) & {
  /** Leave it at the version that it has: for a copy of it. */
  readonly asItIs?: boolean;
};

/** What is being done, for whoever waits. */
export type OnProgress = (step: { readonly fr: string; readonly en: string }) => void;

/**
 * Opens a database, ready to use: locked and migrated.
 * Throws `DatabaseProblem` where the directory is locked or unwritable, or the server unreachable or too old.
 */
export function openDatabase(options: OpenOptions, onProgress: OnProgress = () => undefined): Promise<Database> {
  return options.kind === 'pglite' ? openEmbedded(options, onProgress) : openServer(options, onProgress);
}

async function openEmbedded({ dataDir, port, asItIs }: Extract<OpenOptions, { kind: 'pglite' }>, onProgress: OnProgress): Promise<Database> {
  await acquireLock(dataDir);
  try {
    if (port !== undefined) await updateLock(dataDir, { port });
    await finishRestore(resolve(dataDir));
    const directory = join(resolve(dataDir), 'database');
    if (!existsSync(join(directory, 'PG_VERSION'))) {
      // Without this file PostgreSQL holds no data there: only a first start that was cut short can have left it.
      await rm(directory, { recursive: true, force: true });
      onProgress({ fr: 'Préparation de la base embarquée', en: 'Preparing the embedded database' });
      await copyPreparedDatabase(directory, makeEmpty);
    }
    onProgress({ fr: 'Ouverture de la base embarquée', en: 'Opening the embedded database' });
    return await finish(await openPglitePool(directory), {
      kind: 'pglite', rastersDir: join(resolve(dataDir), 'rasters'), asItIs,
      save: (kysely, target) => saveEmbedded(kysely, directory, target),
      afterClose: () => releaseLock(dataDir),
    });
  } catch (cause) {
    await releaseLock(dataDir);
    throw cause;
  }
}

async function openServer({ databaseUrl, rastersDir = join('.data', 'rasters'), asItIs }: Extract<OpenOptions, { kind: 'postgis' }>, onProgress: OnProgress): Promise<Database> {
  onProgress({ fr: 'Connexion à PostgreSQL', en: 'Connecting to PostgreSQL' });
  const pool = await openPostgisPool(databaseUrl);
  return finish(pool, { kind: 'postgis', rastersDir: resolve(rastersDir), asItIs, save: (kysely, target) => savePostgis(kysely, databaseUrl, target), afterClose: () => Promise.resolve() });
}

interface Kind extends Pick<Database, 'kind' | 'rastersDir'> {
  readonly asItIs: boolean | undefined;
  readonly save: (kysely: Kysely<Schema>, target: string) => Promise<DatabaseFacts>;
  readonly afterClose: () => Promise<void>;
}

async function finish(pool: WirePool, { kind, rastersDir, asItIs = false, save, afterClose }: Kind): Promise<Database> {
  const kysely = new Kysely<Schema>({ dialect: wireDialect(pool) });
  try {
    await refuseOld(kysely);
    if (!asItIs) await migrate(kysely);
    const postgisVersion = await readPostgisVersion(kysely);
    if (kind === 'pglite') await proveGuard(kysely);
    return {
      kind,
      kysely,
      postgisVersion,
      rastersDir,
      save: (target) => save(kysely, target),
      async close() {
        await kysely.destroy();
        await afterClose();
      },
    };
  } catch (cause) {
    await kysely.destroy();
    throw cause;
  }
}

/** The prepared copy: an empty database, migrated, closed. */
async function makeEmpty(directory: string): Promise<void> {
  const kysely = new Kysely<Schema>({ dialect: wireDialect(await openPglitePool(directory)) });
  try {
    await migrate(kysely);
    await sql`checkpoint`.execute(kysely);
  } finally {
    await kysely.destroy();
  }
}

async function refuseOld(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ server: string; number: number; postgis: string | null }>`
    select current_setting('server_version') as server, current_setting('server_version_num')::int as number,
      coalesce((select extversion from pg_extension where extname = 'postgis'), (select default_version from pg_available_extensions where name = 'postgis')) as postgis`.execute(db);
  const found = rows[0];
  if (found === undefined) throw new Error('server version: one row expected');
  if (isTooOld(found)) throw new DatabaseProblem('databaseTooOld', `PostgreSQL ${found.server}, PostGIS ${found.postgis ?? '–'}`);
}

/** PostgreSQL 15 and PostGIS 3.3 at least. `number`: as `server_version_num`. `postgis` null: not installed. */
export function isTooOld({ number, postgis }: { readonly number: number; readonly postgis: string | null }): boolean {
  const [major = 0, minor = 0] = (postgis ?? '0.0').split('.').map(Number);
  return number < 150_000 || major < 3 || (major === 3 && minor < 3);
}

async function readPostgisVersion(db: Kysely<Schema>): Promise<string> {
  const { rows } = await sql<{ version: string }>`select postgis_lib_version() as version`.execute(db);
  return rows[0]?.version ?? '';
}

/** A geometry error must be an error, on this build, today: a database where it is not is never given out. */
async function proveGuard(db: Kysely<Schema>): Promise<void> {
  const crossed = sql`st_geomfromtext('POLYGON((0 0, 10 10, 10 0, 0 10, 0 0))')`;
  const square = sql`st_geomfromtext('POLYGON((1 1, 9 1, 9 9, 1 9, 1 1))')`;
  try {
    await sql`select st_intersection(${crossed}, ${square})`.execute(db);
  } catch (cause) {
    if (cause instanceof DatabaseProblem && cause.code === 'geometryFailed') return;
    throw cause;
  }
  throw new Error('embedded PostGIS: a geometry error went unnoticed');
}
