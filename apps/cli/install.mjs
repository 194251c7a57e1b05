import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { giveUp, sayProgress } from './say.mjs';

const readLockedPackages = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

/**
 * Is everything that the lockfile names installed, in that version? npm writes what it installed to
 * `node_modules/.package-lock.json` as its last step, so an install that was cut off counts as missing.
 * With `dev`, the packages of tests and development count too. Optional ones may be for another platform.
 */
export function isInstalled(root, { dev }) {
  let wanted;
  let present;
  try {
    wanted = readLockedPackages(join(root, 'package-lock.json'));
    present = readLockedPackages(join(root, 'node_modules/.package-lock.json'));
  } catch {
    return false;
  }
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.optional || entry.devOptional) return true;
    if (entry.dev && !dev) return true;
    const found = present[path];
    return found !== undefined && found.version === entry.version && found.integrity === entry.integrity;
  });
}

/** Folders directly under node_modules that these package paths need: what can be counted while npm unpacks. */
const countFolders = (paths) => new Set(paths.flatMap((path) => path.split('/')[1] ?? [])).size;

const presentFolders = (root) => {
  try {
    return readdirSync(join(root, 'node_modules')).length;
  } catch {
    return 0;
  }
};

/** Installs what the lockfile says unless it is there already. Ends with a clear sentence if that fails. */
export async function ensureInstalled(root, { dev }) {
  if (isInstalled(root, { dev })) return;
  const progress = sayProgress('Installe les composants, une seule fois', 'Installing the components, once only');
  const wanted = countFolders(Object.entries(readLockedPackages(join(root, 'package-lock.json'))).flatMap(([path, entry]) => (dev || !entry.dev ? [path] : [])));
  const timer = setInterval(() => progress.update(`${Math.min(presentFolders(root), wanted)} / ${wanted}`), 1000);
  const { code, output } = await runNpm(root, ['ci', ...(dev ? ['--include=dev'] : ['--omit=dev']), '--no-audit', '--no-fund', '--loglevel=error', '--progress=false']);
  clearInterval(timer);
  if (code !== 0) {
    giveUp(
      `L’installation des composants a échoué (npm ci, code ${code}). La connexion au registre npm est nécessaire la première fois.\n${output.slice(-2000)}`,
      `Installing the components failed (npm ci, code ${code}). A connection to the npm registry is needed the first time.`,
    );
  }
  progress.end();
}

function runNpm(root, args) {
  // Under `npm start` npm says where it is; run it with this same Node.
  const [command, prefix] = process.env.npm_execpath ? [process.execPath, [process.env.npm_execpath]] : ['npm', []];
  return new Promise((resolve) => {
    const child = spawn(command, [...prefix, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
