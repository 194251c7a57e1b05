import { join, resolve } from 'node:path';
import { giveUp } from './say.mjs';

/** Read when PORT is not set. */
const DEFAULT_PORT = 8090;

/**
 * What the environment says, checked: one clear sentence if a value cannot be used.
 * Relative paths count from where the user stands (npm changes into the project first, and says so in INIT_CWD).
 */
export function readEnvironment(root, env = process.env) {
  const workingDir = env.INIT_CWD || process.cwd();
  const dataDir = env.DATA_DIR ? resolve(workingDir, env.DATA_DIR) : join(root, '.data');
  return {
    workingDir,
    port: readPort(env.PORT),
    host: env.HOST || '127.0.0.1',
    dataDir,
    databaseUrl: env.DATABASE_URL || null,
    rastersDir: env.JONCTION_RASTERS ? resolve(workingDir, env.JONCTION_RASTERS) : join(root, '.data', 'rasters'),
    backupDir: env.BACKUP_DIR ? resolve(workingDir, env.BACKUP_DIR) : join(env.DATABASE_URL ? join(root, '.data') : dataDir, 'backups'),
    secretFiles: [],
    exercise: env.EXERCISE !== '0',
  };
}

function readPort(text) {
  if (!text) return DEFAULT_PORT;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 0 || port > 65_535) {
    giveUp(`PORT=${text} n’est pas un port. Attendu : un nombre entier de 0 à 65535.`, `PORT=${text} is not a port. Expected: a whole number from 0 to 65535.`);
  }
  return port;
}
