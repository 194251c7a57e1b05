import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import pg from 'pg';
import { openPglitePool } from '#db/drivers/pglite-pool';
import { openPostgisPool } from '#db/drivers/postgis-pool';
import { type WirePool, wireDialect } from '#db/drivers/wire';
import { EXTENSIONS } from '#db/migrate';
import { migrations } from '#db/migrations/all';

/** Where the servers of a run stand: what their environment says, and what can be done to what lies under them. */
export interface Ground {
  readonly env: Readonly<Record<string, string>>;
  /** Takes the database away from a server that runs; says how. Null: it cannot be told apart from the server. */
  readonly disturb: ((random: () => number) => Promise<string>) | null;
  /** Names of files that a clean start must not leave. */
  strayFiles(): Promise<string[]>;
  /** What restores moved aside: of no use to the run. */
  clearAside(): Promise<void>;
  /** A ground of an earlier version of the project, at data version 5. */
  older(): Promise<{ readonly env: Readonly<Record<string, string>>; discard(): Promise<void> }>;
  discard(): Promise<void>;
}

/** Migrations that an earlier version had. */
const EARLIER = migrations.slice(0, 10);

async function makeOlder(pool: WirePool): Promise<void> {
  const db = new Kysely<unknown>({ dialect: wireDialect(pool) });
  for (const extension of EXTENSIONS) await sql.raw(`create extension if not exists ${extension}`).execute(db);
  await sql`create table applied_migration (name text primary key, applied_at timestamptz not null default now())`.execute(db);
  for (const { name, statements } of EARLIER) {
    for (const statement of statements) await sql.raw(statement).execute(db);
    await sql`insert into applied_migration (name) values (${name})`.execute(db);
  }
  await sql`update data_version set version = 5`.execute(db);
  await db.destroy();
}

export async function embeddedGround(): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'jonction-crash-'));
  const dataDir = join(folder, 'data');
  const earlier = join(folder, 'earlier');
  return {
    env: { DATA_DIR: dataDir },
    disturb: null,
    async strayFiles() {
      const beside = (await readdir(dataDir)).filter((name) => !/^(database|rasters|jonction\.lock|replaced-\d+(-\d+)?)$/.test(name));
      const rasters = (await readdir(join(dataDir, 'rasters')).catch(() => [])).filter((name) => name.startsWith('incoming-'));
      return [...beside, ...rasters];
    },
    async clearAside() {
      for (const name of await readdir(dataDir)) if (name.startsWith('replaced-')) await rm(join(dataDir, name), { recursive: true });
    },
    async older() {
      if (!(await readdir(earlier).catch(() => null))) {
        await mkdir(earlier, { recursive: true });
        await makeOlder(await openPglitePool(join(earlier, 'database')));
      }
      const copy = await mkdtemp(join(folder, 'older-'));
      await cp(earlier, copy, { recursive: true });
      return { env: { DATA_DIR: copy }, discard: () => rm(copy, { recursive: true }) };
    },
    discard: () => rm(folder, { recursive: true, force: true }),
  };
}

/** `serverUrl`: a PostgreSQL of this machine that is the run’s own, and keeps what it acknowledged. */
export async function serverGround(serverUrl: string): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'jonction-crash-'));
  const rastersDir = join(folder, 'rasters');
  const name = `crash_${Date.now()}`;
  const address = (database: string): string => new URL(`/${database}`, serverUrl).href;
  const run = async <Row extends pg.QueryResultRow>(text: string): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: serverUrl });
    // A backend that is killed takes the others with it.
    client.on('error', () => undefined);
    await client.connect();
    return client.query<Row>(text).then(({ rows }) => rows).finally(() => client.end().catch(() => undefined));
  };
  await run(`create database ${name}`);
  const env = { DATABASE_URL: address(name), JONCTION_RASTERS: rastersDir };
  return {
    env,
    async disturb(random) {
      const backends = await run<{ pid: number }>(`select pid from pg_stat_activity where datname = '${name}' and backend_type = 'client backend'`);
      const victim = backends[Math.floor(random() * backends.length)]?.pid;
      if (victim === undefined) return 'no connection';
      if (random() < 0.7) {
        await run(`select pg_terminate_backend(${victim})`);
        return 'connection ended';
      }
      process.kill(victim, 'SIGKILL');
      return 'backend killed';
    },
    // Another server may share the folder of rasters: what is on its way in goes after a day.
    strayFiles: async () => (await readdir(folder)).filter((one) => !/^(rasters(-replaced-\d+)?|restoring-.*)$/.test(one)),
    async clearAside() {
      for (const { datname } of await run<{ datname: string }>(`select datname from pg_database where datname like '${name}\\_replaced\\_%'`)) await run(`drop database ${datname}`);
      for (const one of await readdir(folder)) if (one.startsWith('rasters-replaced-')) await rm(join(folder, one), { recursive: true });
    },
    async older() {
      const older = `${name}_${Math.floor(Math.random() * 1e9)}`;
      await run(`create database ${older}`);
      await makeOlder(await openPostgisPool(address(older)));
      return { env: { ...env, DATABASE_URL: address(older) }, discard: () => run(`drop database ${older} with (force)`).then(() => undefined) };
    },
    discard: () => rm(folder, { recursive: true, force: true }),
  };
}
