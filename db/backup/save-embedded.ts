import { constants, cp } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema';
import { type DatabaseFacts, readDatabaseFacts } from './database-facts';

/** Says that a process has it open. It has not, once it is a copy. */
const OPEN_MARK = 'postmaster.pid';

/**
 * Copies the data directory of the open embedded database to `target`, which must not exist. Its one connection is held meanwhile: what is being
 * stored is stored first, what comes later waits, some seconds at most. Answers what the copy holds.
 */
export function saveEmbedded(kysely: Kysely<Schema>, directory: string, target: string): Promise<DatabaseFacts> {
  return kysely.connection().execute(async (connection) => {
    const facts = await readDatabaseFacts(connection, 'pglite');
    await sql`checkpoint`.execute(connection);
    await cp(directory, target, { recursive: true, mode: constants.COPYFILE_FICLONE, filter: (source) => basename(source) !== OPEN_MARK });
    return facts;
  });
}
