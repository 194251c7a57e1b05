import { createHash } from 'node:crypto';
import { constants, cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DatabaseProblem } from '../database-problem';
import { acquireLock, releaseLock } from './lock-file';

const cacheDirectory = fileURLToPath(new URL('../../.cache/', import.meta.url));
const migrationsDirectory = fileURLToPath(new URL('../migrations/', import.meta.url));

/** Where copies are made: one process at a time, so that two that start together do not both spend the ten seconds. */
const workshop = join(cacheDirectory, 'making');

/**
 * Puts an empty, migrated database into `directory`, which must not exist; its data directory is locked by the caller. Creating one takes some ten seconds, copying
 * one less than a second: it is made once by `make`, kept in `.cache/`, and copied from there. Any number of processes may
 * ask at the same time; a copy that was cut short is never seen.
 */
export async function copyPreparedDatabase(directory: string, make: (directory: string) => Promise<void>): Promise<void> {
  const prepared = join(cacheDirectory, `database-${await preparedKey()}`);
  await ensurePrepared(prepared, make);
  const partial = `${directory}.partial`;
  await mkdir(dirname(directory), { recursive: true });
  await rm(partial, { recursive: true, force: true });
  await cp(prepared, partial, { recursive: true, mode: constants.COPYFILE_FICLONE });
  await rename(partial, directory);
}

async function ensurePrepared(prepared: string, make: (directory: string) => Promise<void>): Promise<void> {
  while (!(await exists(prepared))) {
    if (!(await enter(workshop))) await wait(200);
    else {
      try {
        if (!(await exists(prepared))) await makeInWorkshop(prepared, make);
      } finally {
        await releaseLock(workshop);
      }
    }
  }
}

async function makeInWorkshop(prepared: string, make: (directory: string) => Promise<void>): Promise<void> {
  const draft = join(workshop, 'database');
  // What is there was left behind by a process that was ended.
  await rm(draft, { recursive: true, force: true });
  await make(draft);
  await removeEarlier();
  await rename(draft, prepared);
}

/** False while another process is at work there. */
async function enter(directory: string): Promise<boolean> {
  try {
    await acquireLock(directory);
    return true;
  } catch (cause) {
    if (cause instanceof DatabaseProblem && cause.code === 'dataDirLocked') return false;
    throw cause;
  }
}

/** Copies of earlier migrations are of no use any more. */
async function removeEarlier(): Promise<void> {
  for (const name of await readdir(cacheDirectory)) {
    if (/^database-[0-9a-f]{16}$/.test(name)) await rm(join(cacheDirectory, name), { recursive: true, force: true });
  }
}

/** Changes with the migrations and with the embedded database itself. */
async function preparedKey(): Promise<string> {
  const hash = createHash('sha256');
  const migrations = (await readdir(migrationsDirectory)).filter((name) => /^\d.*\.ts$/.test(name));
  for (const name of migrations.sort()) hash.update(name).update(await readFile(join(migrationsDirectory, name)));
  for (const entry of ['@electric-sql/pglite', '@electric-sql/pglite-postgis']) hash.update(await versionOf(entry));
  return hash.digest('hex').slice(0, 16);
}

/** The package hides its package.json from import: it lies above the file that is imported. */
async function versionOf(entry: string): Promise<string> {
  const path = join(dirname(createRequire(import.meta.url).resolve(entry)), '..', 'package.json');
  return (JSON.parse(await readFile(path, 'utf8')) as { version: string }).version;
}

const exists = (path: string): Promise<boolean> => stat(path).then(() => true, () => false);
