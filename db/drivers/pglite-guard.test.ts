import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../database';
import type { Schema } from '../schema';
import { openPglitePool } from './pglite-pool';
import { pgliteGuard } from './pglite-guard';
import { openPglite } from './pglite-session';
import { wireDialect } from './wire';

/** Deeper than a small stack holds; a large one lets PostgreSQL notice in time. */
const tooDeep = `select '${'['.repeat(100_000)}'::jsonb`;

let dataDir = '';
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'jonction-guard-'));
  const database = await openDatabase({ kind: 'pglite', dataDir });
  await sql`create table kept (id integer primary key)`.execute(database.kysely);
  await database.close();
});
afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

/** A copy of the directory for one test: opening a database costs seconds, copying it does not. */
function copyOf(name: string): string {
  const directory = join(dataDir, name);
  cpSync(join(dataDir, 'database'), directory, { recursive: true });
  return directory;
}

describe('the guard of the embedded database', () => {
  it('says which build it cannot guard', async () => {
    const { emscriptenOpts } = (await pgliteGuard().extension.setup({} as never, { instantiateWasm: () => ({}) })) as { emscriptenOpts: { instantiateWasm: (imports: unknown, done: unknown) => unknown } };
    expect(() => emscriptenOpts.instantiateWasm({ env: {} }, () => undefined)).toThrow('0.5.8 expected');
  });

  it('stack-full: breaks off, answers nothing more, and what was committed is found again', async () => {
    const directory = copyOf('broken-off');
    const session = await openPglite(directory);
    await session.query('insert into kept values (1)', []);
    await session.query('begin', []);
    await session.query('insert into kept values (2)', []);
    await expect(session.query(tooDeep, [])).rejects.toMatchObject({ name: 'QueryError', sqlState: '54001' });
    expect(session.broken).toBe(true);
    await expect(session.query('commit', [])).rejects.toThrow('broke off');
    await session.close();
    const again = await openPglite(directory);
    expect((await again.query('select id from kept', [])).rows).toEqual([['1']]);
    await again.close();
  });

  it('stack-full in a transaction: it fails with that error, and the next query finds the database opened anew', async () => {
    const db = new Kysely<Schema>({ dialect: wireDialect(await openPglitePool(copyOf('broken-off-in-a-transaction'), 4)) });
    await sql`insert into kept values (1)`.execute(db);
    const attempt = db.transaction().execute(async (transaction) => {
      await sql`insert into kept values (2)`.execute(transaction);
      await sql.raw(tooDeep).execute(transaction);
    });
    const waiting = sql`select id from kept`.execute(db);
    await expect(attempt).rejects.toMatchObject({ sqlState: '54001' });
    expect((await waiting).rows).toEqual([{ id: 1 }]);
    await sql`insert into kept values (3)`.execute(db);
    expect((await sql`select id from kept order by id`.execute(db)).rows).toEqual([{ id: 1 }, { id: 3 }]);
    await db.destroy();
  });
});
