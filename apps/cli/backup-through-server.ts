import { DatabaseProblem } from '#db/database';
import { LOCAL_BACKUP_PATH, type LocalBackupLine } from '#api/local/local-backup-contract';
import { LOCAL_TOKEN_HEADER } from '#api/local/local-import-contract';
import type { BackupProgress, MadeBackup } from '#api/services/backup/make-backup';
import { readLines } from './read-lines';

/** Has the server on this machine that holds the data directory write a backup, and follows it. Throws `DatabaseProblem` as the server did. */
export async function backupThroughServer(server: { readonly port: number; readonly token: string }, path: string, onProgress: (progress: BackupProgress) => void): Promise<MadeBackup> {
  const response = await fetch(`http://127.0.0.1:${server.port}${LOCAL_BACKUP_PATH}?${new URLSearchParams({ path }).toString()}`, { method: 'POST', headers: { [LOCAL_TOKEN_HEADER]: server.token } });
  if (!response.ok || response.body === null) throw new Error(`Le serveur répond / the server answers ${response.status}: ${await response.text()}`);
  for await (const line of readLines<LocalBackupLine>(response.body)) {
    if (line.kind === 'made') return line.made;
    if (line.kind === 'progress') onProgress(line.progress);
    else throw line.code === null ? new Error(line.message) : new DatabaseProblem(line.code as DatabaseProblem['code'], line.message);
  }
  throw new Error('Le serveur s’est arrêté avant la fin ; il n’y a pas de sauvegarde. / The server stopped before the end; there is no backup.');
}
