import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureWebBuilt } from './build-web.mjs';
import { readEnvironment } from './environment.mjs';
import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { giveUp } from './say.mjs';

requireNode();
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const environment = readEnvironment(root);
// Worker threads find tsx from here.
process.chdir(root);

await requireFreePort(environment);
await ensureInstalled(root, { dev: false });
await ensureWebBuilt(root);
const { register } = await import('tsx/esm/api');
register();
const { serve } = await import('./serve.ts');
await serve(root, { ...process.env, DATA_DIR: environment.dataDir, JONCTION_RASTERS: environment.rastersDir, BACKUP_DIR: environment.backupDir });

/** A taken port is said before the slow work, not after it. */
async function requireFreePort({ host, port }) {
  if (port === 0) return;
  const fault = await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(error.code));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
  if (fault === 'EADDRINUSE') {
    giveUp(
      `Le port ${port} est déjà pris. Choisissez-en un autre, par exemple : PORT=${port + 1} npm start`,
      `Port ${port} is already taken. Choose another one, for example: PORT=${port + 1} npm start`,
    );
  }
  if (fault !== null) giveUp(`On ne peut pas écouter sur ${host}:${port} (${fault}).`, `Cannot listen on ${host}:${port} (${fault}).`);
}
