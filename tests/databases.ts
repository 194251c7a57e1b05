import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '#db/database';

/** Given by the global set-up of vitest: a server with PostGIS on which databases may be created. */
const serverUrl = process.env['TEST_POSTGIS_URL'];

interface Opened {
  readonly database: Database;
  readonly discard: () => Promise<void>;
}

/** Opens an empty database of the kind, its own for whoever asks. `discard` closes it and leaves nothing behind. */
export const openFresh: Record<Database['kind'], () => Promise<Opened>> = {
  async pglite() {
    const dataDir = await mkdtemp(join(tmpdir(), 'jonction-test-'));
    const database = await openDatabase({ kind: 'pglite', dataDir });
    return {
      database,
      discard: async () => {
        await database.close();
        await rm(dataDir, { recursive: true, force: true });
      },
    };
  },
  async postgis() {
    const databaseUrl = await createDatabase();
    const rastersDir = await mkdtemp(join(tmpdir(), 'jonction-test-'));
    const database = await openDatabase({ kind: 'postgis', databaseUrl, rastersDir });
    return {
      database,
      discard: async () => {
        await database.close();
        await rm(rastersDir, { recursive: true, force: true });
      },
    };
  },
};

/** A new, empty database on the test server; its address. The server is thrown away with all of them. */
export async function createDatabase(): Promise<string> {
  if (serverUrl === undefined) throw new Error('TEST_POSTGIS_URL: address of a PostgreSQL server with PostGIS expected');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
  const address = new URL(serverUrl);
  address.pathname = `/${name}`;
  return address.href;
}

export const hasPostgis = serverUrl !== undefined;

/**
 * One suite, run on both databases. The suite is given a function that answers the database: a fresh one for this suite,
 * opened before its first test. Where there is no PostGIS its half is left out by name, and with `CI=true` that is a failure.
 */
export function describeOnBothDatabases(name: string, suite: (database: () => Database, kind: Database['kind']) => void): void {
  describe(`${name} · pglite`, () => runSuite('pglite', suite));
  if (hasPostgis) describe(`${name} · postgis`, () => runSuite('postgis', suite));
  else leftOutPostgis(name);
}

/** What the databases answered to the same question is equal: `ask` runs on each, from its own empty database. */
export function describeEqualAnswers(name: string, questions: Record<string, (database: Database) => Promise<unknown>>, prepare: (database: Database) => Promise<void>): void {
  if (!hasPostgis) {
    leftOutPostgis(name);
    return;
  }
  describe(name, () => {
    const opened = new Map<Database['kind'], Opened>();
    const databaseOf = (kind: Database['kind']): Database => {
      const found = opened.get(kind);
      if (found === undefined) throw new Error(`${kind}: open expected`);
      return found.database;
    };
    beforeAll(async () => {
      for (const kind of ['pglite', 'postgis'] as const) {
        opened.set(kind, await openFresh[kind]());
        await prepare(databaseOf(kind));
      }
    });
    afterAll(async () => {
      for (const { discard } of opened.values()) await discard();
    });
    it.each(Object.entries(questions))('%s', async (_question, ask) => {
      const [embedded, server] = [await ask(databaseOf('pglite')), await ask(databaseOf('postgis'))];
      expect(embedded).toEqual(server);
      expect(JSON.stringify(embedded)).toBe(JSON.stringify(server));
    });
  });
}

function runSuite(kind: Database['kind'], suite: (database: () => Database, kind: Database['kind']) => void): void {
  let opened: Opened | null = null;
  beforeAll(async () => {
    opened = await openFresh[kind]();
  });
  afterAll(async () => {
    await opened?.discard();
  });
  suite(() => {
    if (opened === null) throw new Error('the database is open inside tests only');
    return opened.database;
  }, kind);
}

function leftOutPostgis(name: string): void {
  it(`${name} · postgis: left out, no TEST_POSTGIS_URL`, () => {
    expect(process.env['CI'], 'with CI=true PostGIS must be there').not.toBe('true');
  });
}
