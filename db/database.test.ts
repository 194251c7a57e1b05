import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, hasPostgis } from '../tests/databases';
import { isTooOld, openDatabase } from './database';
import { readLock } from './drivers/lock-file';
import { migrations } from './migrations/all';
import { listStandards } from './stores/care-standards';
import { readDataVersion } from './stores/data-version';

let directory = '';
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'jonction-open-'));
});
afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

describe('the embedded database', () => {
  it('opens a new directory, is held while open, and gives it back', async () => {
    const dataDir = join(directory, 'new');
    const steps: string[] = [];
    const database = await openDatabase({ kind: 'pglite', dataDir, port: 4173 }, ({ fr, en }) => steps.push(`${fr} / ${en}`));
    expect(database).toMatchObject({ kind: 'pglite', postgisVersion: expect.stringMatching(/^3\.\d+/) as unknown });
    expect(steps).toEqual(['Préparation de la base embarquée / Preparing the embedded database', 'Ouverture de la base embarquée / Opening the embedded database']);
    expect(await readLock(dataDir)).toMatchObject({ pid: process.pid, port: 4173 });
    expect(await readDataVersion(database.kysely)).toBe(0);
    expect((await listStandards(database.kysely, 'public')).map(({ code }) => code)).toContain('cmr-minimum');
    await expect(openDatabase({ kind: 'pglite', dataDir })).rejects.toMatchObject({ code: 'dataDirLocked' });
    await database.close();
    expect(await readLock(dataDir)).toBeNull();
    expect(readdirSync(dataDir)).toEqual(['database']);
    await expect(sql`select 1`.execute(database.kysely)).rejects.toThrow();
  });

  it('killed-while-writing: every acknowledged row is there, and the lock is taken over', async () => {
    const dataDir = join(directory, 'killed');
    const acknowledged = await writeUntilKilled(dataDir);
    expect(acknowledged).toBeGreaterThan(0);
    const database = await openDatabase({ kind: 'pglite', dataDir });
    const { rows } = await sql<{ count: number }>`select count(*) from written`.execute(database.kysely);
    expect(rows[0]?.count).toBeGreaterThanOrEqual(acknowledged);
    await database.close();
  });

  it('first-start-cut-short: what it left is cleared away', async () => {
    const dataDir = join(directory, 'cut');
    for (const left of ['database', 'database.partial']) {
      mkdirSync(join(dataDir, left), { recursive: true });
      writeFileSync(join(dataDir, left, 'half'), '');
    }
    const database = await openDatabase({ kind: 'pglite', dataDir });
    await database.close();
    expect(readdirSync(dataDir)).toEqual(['database']);
    expect(existsSync(join(dataDir, 'database', 'half'))).toBe(false);
  });

  it('an older database is brought up to date, with what it holds', async () => {
    const dataDir = join(directory, 'older');
    const before = await openDatabase({ kind: 'pglite', dataDir });
    const last = '2026-11-24-13-confirmations';
    await sql`alter table initiative drop column confirmed_on`.execute(before.kysely);
    await sql`delete from applied_migration where name = ${last}`.execute(before.kysely);
    await sql`update data_version set version = 7`.execute(before.kysely);
    await before.close();
    const after = await openDatabase({ kind: 'pglite', dataDir });
    expect(await readDataVersion(after.kysely)).toBe(7);
    expect((await sql`select confirmed_on from initiative`.execute(after.kysely)).rows).toEqual([]);
    await after.close();
  });

  it('unwritable: one clear problem, and nothing left behind', async () => {
    const file = join(directory, 'file');
    writeFileSync(file, '');
    await expect(openDatabase({ kind: 'pglite', dataDir: join(file, 'data') })).rejects.toMatchObject({ name: 'DatabaseProblem', code: 'dataDirUnwritable' });
  });
});

describe('a PostgreSQL server', () => {
  it('unreachable: says where, and keeps the password to itself', async () => {
    const attempt = openDatabase({ kind: 'postgis', databaseUrl: 'postgres://someone:secret@127.0.0.1:1/jonction' });
    await expect(attempt).rejects.toMatchObject({ name: 'DatabaseProblem', code: 'databaseUnreachable', detail: expect.stringContaining('127.0.0.1:1/jonction') as unknown });
    await expect(attempt).rejects.not.toMatchObject({ message: expect.stringContaining('secret') as unknown });
  });

  it.each([
    [{ number: 150_000, postgis: '3.3.0' }, false],
    [{ number: 180_003, postgis: '3.6.2' }, false],
    [{ number: 150_000, postgis: '4.0' }, false],
    [{ number: 140_019, postgis: '3.3.2' }, true],
    [{ number: 150_018, postgis: '3.2.9' }, true],
    [{ number: 150_018, postgis: '2.5.5' }, true],
    [{ number: 150_018, postgis: null }, true],
  ])('%j too old: %s', (found, tooOld) => {
    expect(isTooOld(found)).toBe(tooOld);
  });

  it.runIf(hasPostgis)('no-such-database: unreachable, by its name', async () => {
    const address = new URL(await createDatabase());
    address.pathname = '/never_made';
    await expect(openDatabase({ kind: 'postgis', databaseUrl: address.href })).rejects.toMatchObject({ code: 'databaseUnreachable', detail: expect.stringContaining('never_made') as unknown });
  });

  it.runIf(hasPostgis)('four servers start at once on an empty one: it is migrated once', async () => {
    const databaseUrl = await createDatabase();
    const databases = await Promise.all([1, 2, 3, 4].map(() => openDatabase({ kind: 'postgis', databaseUrl })));
    for (const database of databases) {
      const { rows } = await sql<{ name: string }>`select name from applied_migration order by name`.execute(database.kysely);
      expect(rows.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name).sort());
      await database.close();
    }
  });
});

/** Starts another process that writes row after row and says so, ends it without warning, and answers how many rows it had been promised. */
function writeUntilKilled(dataDir: string): Promise<number> {
  const script = new URL('./write-until-killed.ts', import.meta.url).pathname;
  const loader = new URL('./drivers/register-typescript.mjs', import.meta.url).href;
  const child = spawn(process.execPath, ['--import', loader, script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  let acknowledged = 0;
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      acknowledged = Number(chunk.toString().trim().split('\n').at(-1) ?? acknowledged);
      if (acknowledged >= 200) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('exit', () => resolve(acknowledged));
  });
}
