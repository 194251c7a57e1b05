import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Kysely } from 'kysely';
import { DatabaseProblem } from '../database-problem';
import { acquireLock, releaseLock } from '../drivers/lock-file';
import { openPglitePool } from '../drivers/pglite-pool';
import { wireDialect } from '../drivers/wire';
import { migrate } from '../migrate';
import type { Schema } from '../schema';
import { type DatabaseFacts, differenceOf, readDatabaseFacts } from './database-facts';
import { clearUndecided, finishRestore, RESTORING, takeThePlace } from './take-the-place';

/** What makes up the data, in the data directory: a restore without one of them moves it aside all the same. */
const DATA = ['database', 'rasters'];

export interface RestoreEmbedded {
  readonly dataDir: string;
  /** Move aside what is there; else a directory that holds a database is refused. */
  readonly replace: boolean;
  readonly expected: DatabaseFacts;
  /** Writes the folder `database`, and what else belongs to the data directory, into this folder. */
  readonly unpack: (folder: string) => Promise<void>;
  /** Name of the folder in the data directory that takes what is there. */
  readonly aside: string;
}

/**
 * Restores an embedded database, whole or not at all: unpacks it beside the one that is there, opens it, counts it, brings it up to date, and only then
 * lets it take the place. Answers where what was there lies now; null: nothing was. Throws `DatabaseProblem` `dataDirLocked` while a server runs on the
 * directory, `dataPresent` without `replace`, `backupDamaged` where what opens is not what was saved.
 */
export async function restoreEmbedded({ dataDir, replace, expected, unpack, aside }: RestoreEmbedded): Promise<string | null> {
  const directory = resolve(dataDir);
  await acquireLock(directory);
  try {
    await finishRestore(directory);
    const held = DATA.filter((name) => existsSync(join(directory, name)));
    if (held.length > 0 && !replace) throw new DatabaseProblem('dataPresent', directory);
    const folder = join(directory, RESTORING);
    await mkdir(folder, { mode: 0o700 });
    await unpack(folder);
    await prove(join(folder, 'database'), expected);
    const placed = await readdir(folder);
    const replaced = [...new Set([...DATA, ...placed])].filter((name) => existsSync(join(directory, name)));
    const kept = freeName(directory, aside);
    await takeThePlace(directory, { aside: kept, replaced, placed });
    return replaced.length === 0 ? null : join(directory, kept);
  } finally {
    await clearUndecided(directory);
    await releaseLock(directory);
  }
}

/** Nothing that was moved aside before is written over. */
function freeName(directory: string, wanted: string): string {
  let name = wanted;
  for (let more = 2; existsSync(join(directory, name)); more += 1) name = `${wanted}-${more}`;
  return name;
}

async function prove(directory: string, expected: DatabaseFacts): Promise<void> {
  const kysely = new Kysely<Schema>({ dialect: wireDialect(await openPglitePool(directory)) });
  try {
    const difference = differenceOf(await readDatabaseFacts(kysely, 'pglite'), expected);
    if (difference !== null) throw new DatabaseProblem('backupDamaged', difference);
    await migrate(kysely);
  } finally {
    await kysely.destroy();
  }
}
