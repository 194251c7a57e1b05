import { type Kysely, sql } from 'kysely';
import { DatabaseProblem } from './database-problem';
import { QueryError } from './drivers/query-error';
import { migrations } from './migrations/all';
import type { Schema } from './schema';

/** Any number, the same for every server of this project: it names the lock that one migration at a time holds. */
const MIGRATION_LOCK = 7_391_204;

export const EXTENSIONS = ['postgis', 'pg_trgm', 'unaccent', 'btree_gist', 'pgcrypto'] as const;

/** Brings a database up to this version of the project, in one transaction: all of it or nothing. Answers the names of what was applied. */
export function migrate(db: Kysely<Schema>): Promise<string[]> {
  return db.transaction().execute(async (transaction) => {
    // Several servers may start on one database: the second waits here, and then finds nothing left to do.
    await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(transaction);
    await createExtensions(transaction);
    await sql`create table if not exists applied_migration (name text primary key, applied_at timestamptz not null default now())`.execute(transaction);
    const { rows } = await sql<{ name: string }>`select name from applied_migration`.execute(transaction);
    const applied = new Set(rows.map(({ name }) => name));
    const unknown = [...applied].filter((name) => !migrations.some((migration) => migration.name === name));
    if (unknown.length > 0) throw new Error(`the database comes from a newer version of the project (${unknown.join(', ')}): update the project, it is never taken back`);
    const missing = migrations.filter(({ name }) => !applied.has(name));
    for (const { name, statements } of missing) {
      for (const statement of statements) await sql.raw(statement).execute(transaction);
      await sql`insert into applied_migration (name) values (${name})`.execute(transaction);
    }
    return missing.map(({ name }) => name);
  });
}

async function createExtensions(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ extname: string }>`select extname from pg_extension`.execute(db);
  const present = new Set(rows.map(({ extname }) => extname));
  for (const extension of EXTENSIONS.filter((name) => !present.has(name))) {
    try {
      await sql.raw(`create extension ${extension}`).execute(db);
    } catch (cause) {
      if (!(cause instanceof QueryError)) throw cause;
      throw new DatabaseProblem('databaseTooOld', `create extension ${extension}: ${cause.message}`);
    }
  }
}
