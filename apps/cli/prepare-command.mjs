import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readEnvironment } from './environment.mjs';
import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';

/** Makes ready what a command needs before its TypeScript can be read: the right Node, what is installed, tsx. Answers its environment. */
export async function prepareCommand() {
  requireNode();
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const environment = readEnvironment(root);
  // Worker threads find tsx from here.
  process.chdir(root);
  await ensureInstalled(root, { dev: false });
  const { register } = await import('tsx/esm/api');
  register();
  return environment;
}
