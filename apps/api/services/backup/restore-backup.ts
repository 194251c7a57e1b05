import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DatabaseProblem, type OpenOptions } from '#db/database';
import { restoreEmbedded } from '#db/backup/restore-embedded';
import { restorePostgis } from '#db/backup/restore-postgis';
import { EMBEDDED_PART, type Manifest, RASTERS, SECRETS, SERVER_PART } from './manifest';
import { openBackup, type OpenBackup } from './open-backup';
import { unpackFolder, writeNewFile } from './unpack-file';

export interface RestoreOptions {
  /** Move aside what is there. */
  readonly replace: boolean;
  readonly onStep?: (step: 'verify' | 'restore', done: number, total: number | null) => void;
}

export interface Restored {
  readonly manifest: Manifest;
  /** What was there before: a folder, or a name of a database; null: nothing. */
  readonly aside: string | null;
}

/** What a restore into a server needs beside the address of the database. */
type Target = OpenOptions & {
  /** Folder of the secrets beside a server; the embedded database has them in its own. */
  readonly secretsDir?: string;
};

/**
 * Restores a backup, whole or not at all: every byte is checked before anything is touched, and what was there is kept under another name. Throws `DatabaseProblem`:
 * `backupUnreadable`, `backupDamaged`, `backupNewer`, `backupOfOtherKind`, `dataPresent`, `dataDirLocked`, `databaseInUse`, `postgresToolMissing`, `postgresToolFailed`.
 */
export async function restoreBackup(path: string, target: Target, { replace, onStep = () => undefined }: RestoreOptions): Promise<Restored> {
  const backup = await openBackup(path, (done, total) => onStep('verify', done, total));
  try {
    const { database } = backup.manifest;
    if (database.kind !== target.kind) throw new DatabaseProblem('backupOfOtherKind', `${database.kind} → ${target.kind}`);
    onStep('restore', 0, null);
    const stamp = new Date().toISOString().slice(0, 19).replaceAll(/[-:T]/g, '');
    const aside = target.kind === 'pglite' ? await restoreIntoDirectory(backup, target.dataDir, replace, stamp) : await restoreIntoServer(backup, target, replace, stamp);
    return { manifest: backup.manifest, aside };
  } finally {
    await backup.close();
  }
}

const restoreIntoDirectory = (backup: OpenBackup, dataDir: string, replace: boolean, stamp: string): Promise<string | null> =>
  restoreEmbedded({
    dataDir, replace, expected: backup.manifest.database, aside: `replaced-${stamp}`,
    async unpack(folder) {
      for (const part of backup.manifest.parts) {
        if (part.name === EMBEDDED_PART) await unpackFolder(backup.read(part), join(folder, 'database'));
        else if (part.name.startsWith(`${SECRETS}/`)) await writeNewFile(join(folder, basename(part.name)), backup.read(part));
        else await writeNewFile(join(folder, part.name), backup.read(part));
      }
    },
  });

/** Rasters bear their digest as their name: adding one hurts nobody, so they come first, and the database that names them after. */
async function restoreIntoServer(backup: OpenBackup, { databaseUrl, rastersDir = join('.data', RASTERS), secretsDir = dirname(rastersDir) }: Extract<Target, { kind: 'postgis' }>, replace: boolean, stamp: string): Promise<string | null> {
  await mkdir(rastersDir, { recursive: true });
  const workshop = await mkdtemp(join(dirname(rastersDir), 'restoring-'));
  try {
    const secrets: string[] = [];
    for (const part of backup.manifest.parts) {
      const file = join(workshop, part.name);
      await writeNewFile(file, backup.read(part));
      if (part.name.startsWith(`${RASTERS}/`)) await rename(file, join(rastersDir, basename(part.name)));
      if (part.name.startsWith(`${SECRETS}/`)) secrets.push(file);
    }
    // The sweep of rasters knows those of one database only: the old one keeps its own beside it.
    const kept = `${rastersDir}-replaced-${stamp}`;
    await linkAll(rastersDir, kept);
    const old = await restorePostgis({ databaseUrl, replace, expected: backup.manifest.database, dump: join(workshop, SERVER_PART), aside: `_replaced_${stamp}` }).catch(async (cause: unknown) => {
      await rm(kept, { recursive: true, force: true });
      throw cause;
    });
    if (old === null) await rm(kept, { recursive: true, force: true });
    for (const file of secrets) await replaceFile(file, join(secretsDir, basename(file)), stamp);
    return old;
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

async function linkAll(folder: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true });
  for (const name of (await readdir(folder)).filter((one) => /^[0-9a-f]{64}\.tif$/.test(one))) await link(join(folder, name), join(target, name));
}

async function replaceFile(file: string, target: string, stamp: string): Promise<void> {
  if (existsSync(target)) await link(target, `${target}.replaced-${stamp}`);
  const incoming = `${target}.${randomUUID()}`;
  await rename(file, incoming);
  await rename(incoming, target);
}
