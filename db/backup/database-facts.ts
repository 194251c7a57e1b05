import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema';

/** What a database holds, as far as can be said without its content: a copy of it is compared with this. */
export interface DatabaseFacts {
  readonly kind: 'pglite' | 'postgis';
  /** PostgreSQL’s, for example `15.18`. */
  readonly serverVersion: string;
  readonly postgisVersion: string;
  /** Names of the migrations, in order of their application. */
  readonly migrations: readonly string[];
  readonly dataVersion: number;
  /** Rows of every table of the project. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Reads them at whatever version of the project the database is. One scan of each table. */
export async function readDatabaseFacts(db: Kysely<Schema>, kind: DatabaseFacts['kind']): Promise<DatabaseFacts> {
  const versions = await sql<{ server: string; postgis: string }>`select current_setting('server_version') as server, postgis_lib_version() as postgis`.execute(db);
  const migrations = await sql<{ name: string }>`select name from applied_migration order by applied_at, name`.execute(db);
  const version = await sql<{ version: number }>`select version from data_version`.execute(db);
  const counts: Record<string, number> = {};
  for (const table of await listOwnTables(db)) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db);
    counts[table] = rows[0]?.count ?? 0;
  }
  return {
    kind,
    serverVersion: (versions.rows[0]?.server ?? '').split(' ')[0] ?? '',
    postgisVersion: versions.rows[0]?.postgis ?? '',
    migrations: migrations.rows.map(({ name }) => name),
    dataVersion: version.rows[0]?.version ?? 0,
    counts,
  };
}

/** Every table that is not an extension’s, by name. */
async function listOwnTables(db: Kysely<Schema>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by c.relname`.execute(db);
  return rows.map(({ name }) => name);
}

/** Does it hold what a copy of the other should hold? The programs may be newer. Answers the first difference, or null. */
export function differenceOf(found: DatabaseFacts, expected: DatabaseFacts): string | null {
  if (found.dataVersion !== expected.dataVersion) return `dataVersion ${found.dataVersion}, ${expected.dataVersion} expected`;
  const tables = new Set([...Object.keys(found.counts), ...Object.keys(expected.counts)]);
  const other = [...tables].find((table) => found.counts[table] !== expected.counts[table]);
  if (other !== undefined) return `${other}: ${found.counts[other] ?? 'no table'} rows, ${expected.counts[other] ?? 'no table'} expected`;
  const missing = expected.migrations.find((name) => !found.migrations.includes(name));
  return missing === undefined ? null : `${missing}: not applied`;
}
