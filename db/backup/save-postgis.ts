import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema';
import { type DatabaseFacts, readDatabaseFacts } from './database-facts';
import { requirePostgresProgram, runPostgresProgram } from './postgres-programs';

/**
 * Writes a `pg_dump` of the database to `target`, in its custom format, and answers what it holds: both read one snapshot, whatever is being stored meanwhile.
 * Owners and rights are not in it: they are the server’s. Throws `DatabaseProblem` `postgresToolMissing` or `postgresToolFailed`.
 */
export function savePostgis(kysely: Kysely<Schema>, databaseUrl: string, target: string): Promise<DatabaseFacts> {
  return kysely.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async (transaction) => {
    const { rows } = await sql<{ snapshot: string }>`select pg_export_snapshot() as snapshot`.execute(transaction);
    const facts = await readDatabaseFacts(transaction, 'postgis');
    await requirePostgresProgram('pg_dump', facts.serverVersion);
    await runPostgresProgram('pg_dump', databaseUrl, ['--format=custom', '--no-owner', '--no-privileges', `--snapshot=${rows[0]?.snapshot ?? ''}`, `--file=${target}`]);
    return facts;
  });
}
