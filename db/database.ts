import type { Kysely } from 'kysely';
import type { Schema } from './schema';
import { notYet } from './stores/not-yet';

export { DatabaseProblem } from './database-problem';

/** An open database of either kind: same SQL, same values, same errors. */
export interface Database {
  readonly kind: 'pglite' | 'postgis';
  readonly kysely: Kysely<Schema>;
  /** For example `3.3.2`. */
  readonly postgisVersion: string;
  /** Ends cleanly: waits for the running query, closes the connection, gives the data directory back. */
  close(): Promise<void>;
}

export type OpenOptions =
  /** Embedded. `port` is written into the lock file, so that commands find the server that holds the directory. */
  | { readonly kind: 'pglite'; readonly dataDir: string; readonly port?: number }
  | { readonly kind: 'postgis'; readonly databaseUrl: string };

/**
 * Opens a database, ready to use: locked, migrated, with the default care standard.
 * Throws `DatabaseProblem` where the directory is locked or unwritable, or the server unreachable or too old.
 */
export async function openDatabase(options: OpenOptions, onProgress?: (step: { fr: string; en: string }) => void): Promise<Database> {
  return notYet(options, onProgress);
}
