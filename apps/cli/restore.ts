import { dirname, resolve } from 'node:path';
import { openBackup } from '#api/services/backup/open-backup';
import type { Manifest } from '#api/services/backup/manifest';
import { restoreBackup } from '#api/services/backup/restore-backup';
import { parseRestoreArguments, RESTORE_USAGE } from './backup-arguments';
import type { DataEnvironment } from './data-environment';
import { describeDatabaseFailure } from './describe-failure';
import { megabytes } from './megabytes';

/** `npm run restore`: puts a backup in place, whole or not at all. Answers the exit code: 0, or 1 where nothing was restored. */
export async function restore(words: readonly string[], { workingDir, dataDir, databaseUrl, rastersDir }: DataEnvironment): Promise<number> {
  const parsed = parseRestoreArguments(words);
  if ('wrong' in parsed) {
    console.error(`${parsed.wrong}\n\n${RESTORE_USAGE}`);
    return 1;
  }
  if (parsed.help) {
    console.log(RESTORE_USAGE);
    return 0;
  }
  const status = (text: string): void => {
    if (process.stderr.isTTY && !parsed.json) process.stderr.write(`\r\u001b[2K${text}`);
  };
  const path = resolve(workingDir, parsed.path);
  const verifying = (done: number, total: number | null): void => status(`Vérification / Checking ${megabytes(done)} / ${megabytes(total ?? 0)}`);
  try {
    if (parsed.verify) {
      const backup = await openBackup(path, verifying);
      await backup.close();
      status('');
      console.log(parsed.json ? JSON.stringify({ verified: true, manifest: backup.manifest }) : `Sauvegarde intacte. / The backup is intact.\n${describeManifest(backup.manifest)}`);
      return 0;
    }
    const target = databaseUrl === null ? ({ kind: 'pglite', dataDir } as const) : ({ kind: 'postgis', databaseUrl, rastersDir, secretsDir: dirname(rastersDir) } as const);
    const { manifest, aside } = await restoreBackup(path, target, { replace: parsed.replace, onStep: (step, done, total) => (step === 'verify' ? verifying(done, total) : status('Restauration / Restoring')) });
    status('');
    console.log(parsed.json ? JSON.stringify({ restored: true, aside, manifest }) : `Restauré. / Restored.\n${describeManifest(manifest)}${aside === null ? '' : `\n  Ce qui était là est gardé sous : / What was there is kept as: ${aside}`}`);
    return 0;
  } catch (error) {
    status('');
    console.error(describeDatabaseFailure(error, ['Échec ; rien n’a été changé.', 'Failed; nothing was changed.']));
    return 1;
  }
}

const describeManifest = ({ madeAt, database, parts }: Manifest): string =>
  `  du / of ${madeAt} · version des données / data version ${database.dataVersion} · grilles / rasters ${parts.filter(({ name }) => name.startsWith('rasters/')).length}`;
