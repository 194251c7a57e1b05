import { Kysely, sql } from 'kysely';
import pg from 'pg';
import { DatabaseProblem } from '../database-problem';
import { openPostgisPool, placeOf } from '../drivers/postgis-pool';
import { wireDialect } from '../drivers/wire';
import { migrate } from '../migrate';
import type { Schema } from '../schema';
import { type DatabaseFacts, differenceOf, readDatabaseFacts } from './database-facts';
import { requirePostgresProgram, runPostgresProgram } from './postgres-programs';

export interface RestorePostgis {
  readonly databaseUrl: string;
  /** Rename what is there; else a database that holds tables is refused. */
  readonly replace: boolean;
  readonly expected: DatabaseFacts;
  /** A `pg_dump` in custom format. */
  readonly dump: string;
  /** What is appended to the name of the database that was there. */
  readonly aside: string;
}

/** PostgreSQL’s limit of a name, bytes. */
const MAX_NAME = 63;

/**
 * Restores into a database of the same server beside the one that is there, counts it, brings it up to date, and then gives it the name, in one transaction. Answers the name
 * that the old one has now; null: there was none, or an empty one. Throws `DatabaseProblem` `databaseInUse` while anybody is connected, `dataPresent` without `replace`,
 * `backupDamaged`, `postgresToolMissing`, `postgresToolFailed`. The role must be allowed to create databases.
 */
export async function restorePostgis({ databaseUrl, replace, expected, dump, aside }: RestorePostgis): Promise<string | null> {
  const name = decodeURIComponent(new URL(databaseUrl).pathname.slice(1));
  const fresh = `${name.slice(0, MAX_NAME - 10)}_restoring`;
  const old = `${name.slice(0, MAX_NAME - aside.length)}${aside}`;
  return asMaintainer(databaseUrl, async (client) => {
    const { rows } = await client.query<{ server: string; present: boolean }>(`select current_setting('server_version') as server, exists (select from pg_database where datname = $1) as present`, [name]);
    await requirePostgresProgram('pg_restore', rows[0]?.server ?? '');
    const present = rows[0]?.present === true;
    const held = present && (await holdsTables(databaseUrl));
    if (held && !replace) throw new DatabaseProblem('dataPresent', placeOf(databaseUrl));
    if (present) await refuseInUse(client, name);
    // What an earlier restore left that was cut short.
    await client.query(`drop database if exists ${quoted(fresh)} with (force)`);
    await client.query(`create database ${quoted(fresh)} template template0 encoding 'UTF8'`);
    try {
      const address = sibling(databaseUrl, fresh);
      await runPostgresProgram('pg_restore', address, ['--exit-on-error', '--single-transaction', '--no-owner', '--no-privileges', dump]);
      await prove(address, expected);
      await rename(client, [...(present ? [[name, old] as const] : []), [fresh, name]]);
    } catch (cause) {
      await client.query(`drop database if exists ${quoted(fresh)} with (force)`);
      throw cause;
    }
    if (present && !held) await client.query(`drop database ${quoted(old)}`);
    return held ? old : null;
  });
}

async function prove(databaseUrl: string, expected: DatabaseFacts): Promise<void> {
  const kysely = new Kysely<Schema>({ dialect: wireDialect(await openPostgisPool(databaseUrl)) });
  try {
    const difference = differenceOf(await readDatabaseFacts(kysely, 'postgis'), expected);
    if (difference !== null) throw new DatabaseProblem('backupDamaged', difference);
    await migrate(kysely);
    await revokeAgain(kysely);
  } finally {
    await kysely.destroy();
  }
}

/** Rights name roles, which another server may not have, so a backup holds none: what the owner of the journal took from himself, he takes from himself again. */
async function revokeAgain(kysely: Kysely<Schema>): Promise<void> {
  for (const table of ['journal_change', 'journal_entry']) await sql.raw(`revoke update, delete, truncate on ${table} from current_user, public`).execute(kysely);
}

async function refuseInUse(client: pg.Client, name: string): Promise<void> {
  const { rows } = await client.query<{ others: number }>(`select count(*)::int as others from pg_stat_activity where datname = $1 and backend_type = 'client backend'`, [name]);
  if ((rows[0]?.others ?? 0) > 0) throw new DatabaseProblem('databaseInUse', `${name}: ${rows[0]?.others ?? 0}`);
}

/** Both names change together or neither. PostgreSQL itself refuses while anybody is connected: whoever came meanwhile is not cut off. */
async function rename(client: pg.Client, names: readonly (readonly [from: string, to: string])[]): Promise<void> {
  await client.query('begin');
  try {
    for (const [from, to] of names) await client.query(`alter database ${quoted(from)} rename to ${quoted(to)}`);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    if (cause instanceof pg.DatabaseError && cause.code === OBJECT_IN_USE) throw new DatabaseProblem('databaseInUse', cause.message);
    throw cause;
  }
}

const OBJECT_IN_USE = '55006';

async function holdsTables(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ held: boolean }>(`select to_regclass('public.applied_migration') is not null as held`);
    return rows[0]?.held === true;
  } finally {
    await client.end();
  }
}

/** A database cannot be renamed from inside: the one that every server has is stood in. Throws `DatabaseProblem` `databaseUnreachable`. */
async function asMaintainer<Answer>(databaseUrl: string, task: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: sibling(databaseUrl, 'postgres') });
  try {
    await client.connect();
  } catch (cause) {
    throw new DatabaseProblem('databaseUnreachable', `${placeOf(sibling(databaseUrl, 'postgres'))}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  try {
    return await task(client);
  } finally {
    await client.end();
  }
}

function sibling(databaseUrl: string, name: string): string {
  const address = new URL(databaseUrl);
  address.pathname = `/${encodeURIComponent(name)}`;
  return address.href;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
