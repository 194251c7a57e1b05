import { createHash, randomBytes } from 'node:crypto';
import { constants, cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cacheDirectory = fileURLToPath(new URL('../../.cache/', import.meta.url));
const migrationsDirectory = fileURLToPath(new URL('../migrations/', import.meta.url));

/**
 * Puts an empty, migrated database into `directory`, which must not exist. Creating one takes some ten seconds, copying
 * one less than a second: it is made once by `make`, kept in `.cache/`, and copied from there. Several processes may ask
 * at the same time: each makes its own, and the first to finish is kept. A copy that was cut short is never seen.
 */
export async function copyPreparedDatabase(directory: string, make: (directory: string) => Promise<void>): Promise<void> {
  const prepared = join(cacheDirectory, `database-${await preparedKey()}`);
  if (!(await exists(prepared))) await keep(prepared, make);
  const partial = beside(directory);
  await mkdir(dirname(directory), { recursive: true });
  await cp(prepared, partial, { recursive: true, mode: constants.COPYFILE_FICLONE });
  await rename(partial, directory);
}

async function keep(prepared: string, make: (directory: string) => Promise<void>): Promise<void> {
  await mkdir(cacheDirectory, { recursive: true });
  const partial = beside(prepared);
  try {
    await make(partial);
    await rename(partial, prepared);
  } catch (cause) {
    await rm(partial, { recursive: true, force: true });
    // Another process was faster: its copy is as good.
    if (!(await exists(prepared))) throw cause;
  }
  await removeOthers(prepared);
}

/** Copies of earlier migrations are of no use any more. Those that are being made are left alone. */
async function removeOthers(prepared: string): Promise<void> {
  for (const name of await readdir(cacheDirectory)) {
    const path = join(cacheDirectory, name);
    if (/^database-[0-9a-f]{16}$/.test(name) && path !== prepared) await rm(path, { recursive: true, force: true });
  }
}

/** Changes with the migrations and with the database itself. */
async function preparedKey(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(migrationsDirectory)).sort()) hash.update(name).update(await readFile(join(migrationsDirectory, name)));
  for (const entry of ['@electric-sql/pglite', '@electric-sql/pglite-postgis']) hash.update(await versionOf(entry));
  return hash.digest('hex').slice(0, 16);
}

/** The package hides its package.json from import: it lies above the file that is imported. */
async function versionOf(entry: string): Promise<string> {
  const path = join(dirname(createRequire(import.meta.url).resolve(entry)), '..', 'package.json');
  return (JSON.parse(await readFile(path, 'utf8')) as { version: string }).version;
}

const beside = (path: string): string => `${path}.partial-${process.pid}-${randomBytes(4).toString('hex')}`;

const exists = (path: string): Promise<boolean> => stat(path).then(() => true, () => false);
