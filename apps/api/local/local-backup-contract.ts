import { z } from 'zod';
import type { BackupProgress, MadeBackup } from '#api/services/backup/make-backup';

/** POST: writes a backup to a file of this machine. */
export const LOCAL_BACKUP_PATH = '/api/local/backup';
export const localBackupQuery = z.object({ path: z.string().min(1) }).strict();

/** One line of the answer (NDJSON): progress as it goes, then what was made, or the reason why there is nothing. `code`: of the registry; null: not foreseen. */
export type LocalBackupLine = { kind: 'progress'; progress: BackupProgress } | { kind: 'made'; made: MadeBackup } | { kind: 'failed'; code: string | null; message: string };
