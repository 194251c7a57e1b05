import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openDatabase } from '#db/database';
import { readLock } from '#db/drivers/lock-file';
import { type BackupProgress, type MadeBackup, makeBackup } from '#api/services/backup/make-backup';
import { backupName } from '#api/services/backup/rotation';
import { BACKUP_USAGE, parseBackupArguments } from './backup-arguments';
import { backupThroughServer } from './backup-through-server';
import type { DataEnvironment } from './data-environment';
import { describeDatabaseFailure } from './describe-failure';
import { megabytes } from './megabytes';

/** `npm run backup`: one file with everything, while a server runs or without one. Answers the exit code: 0, or 1 where there is no backup. */
export async function backup(words: readonly string[], environment: DataEnvironment): Promise<number> {
  const parsed = parseBackupArguments(words);
  if ('wrong' in parsed) {
    console.error(`${parsed.wrong}\n\n${BACKUP_USAGE}`);
    return 1;
  }
  if (parsed.help) {
    console.log(BACKUP_USAGE);
    return 0;
  }
  const status = (text: string): void => {
    if (process.stderr.isTTY && !parsed.json) process.stderr.write(`\r\u001b[2K${text}`);
  };
  const path = placeOf(parsed.path, environment, new Date());
  if (existsSync(path)) {
    console.error(`${path} : ce fichier existe déjà. / ${path}: this file exists already.`);
    return 1;
  }
  try {
    const made = await makeOne(environment, path, (progress) => status(describeStep(progress)), (text) => status(text));
    status('');
    console.log(parsed.json ? JSON.stringify(made) : describeMade(made));
    return 0;
  } catch (error) {
    status('');
    console.error(describeDatabaseFailure(error, ['Échec ; il n’y a pas de sauvegarde.', 'Failed; there is no backup.']));
    return 1;
  }
}

/** A folder takes a file named after the time. */
function placeOf(given: string | null, { workingDir, backupDir }: DataEnvironment, now: Date): string {
  if (given === null) return join(backupDir, backupName(now));
  const path = resolve(workingDir, given);
  return given.endsWith('/') || (existsSync(path) && statSync(path).isDirectory()) ? join(path, backupName(now)) : path;
}

async function makeOne({ dataDir, databaseUrl, rastersDir, secretFiles }: DataEnvironment, path: string, onProgress: (progress: BackupProgress) => void, status: (text: string) => void): Promise<MadeBackup> {
  if (databaseUrl === null) {
    const lock = await readLock(dataDir);
    if (lock !== null && lock.port !== null) return backupThroughServer({ port: lock.port, token: lock.token }, path, onProgress);
  }
  // As it is: whoever updates the program makes the backup before the database follows.
  const options = databaseUrl === null ? ({ kind: 'pglite', dataDir } as const) : ({ kind: 'postgis', databaseUrl, rastersDir } as const);
  const database = await openDatabase({ ...options, asItIs: true }, ({ fr, en }) => status(`${fr} / ${en}`));
  try {
    return await makeBackup({ database, secretFiles }, path, onProgress);
  } finally {
    await database.close();
  }
}

function describeStep({ step, done, total }: BackupProgress): string {
  if (step === 'save') return 'Copie de la base / Copying the database';
  if (step === 'pack') return 'Compression / Packing';
  return `Écriture / Writing ${megabytes(done)} / ${megabytes(total ?? 0)}`;
}

const describeMade = ({ path, bytes, dataVersion, rasters }: MadeBackup): string =>
  `Sauvegarde faite : / Backup made: ${path}\n  ${megabytes(bytes)} · version des données / data version ${dataVersion} · grilles / rasters ${rasters}\n  Gardez-la ailleurs que sur cette machine : elle contient tout, secrets compris. / Keep it elsewhere than on this machine: it holds everything, secrets included.`;
