import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { giveUp, sayProgress } from './say.mjs';

/** What the built page depends on. */
const SOURCES = ['apps/web', 'packages/domain', 'apps/api/contract', 'package-lock.json', 'package.json'];

function* filesUnder(root, path) {
  const full = join(root, path);
  let entries;
  try {
    entries = readdirSync(full, { withFileTypes: true });
  } catch {
    if (existsSync(full)) yield path;
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const child = `${path}/${entry.name}`;
    if (child === 'apps/web/dist' || child.includes('.test.')) continue;
    if (entry.isDirectory()) yield* filesUnder(root, child);
    else yield child;
  }
}

/** One hash over names and contents of the sources, so that a touched but unchanged file builds nothing. */
function hashSources(root) {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const path of filesUnder(root, source)) hash.update(path).update('\0').update(readFileSync(join(root, path))).update('\0');
  }
  return hash.digest('hex');
}

/** Builds the page into `apps/web/dist` if its sources changed since the last build. */
export async function ensureWebBuilt(root) {
  const stampPath = join(root, '.cache/web-build.txt');
  const hash = hashSources(root);
  const built = existsSync(join(root, 'apps/web/dist/index.html'));
  if (built && existsSync(stampPath) && readFileSync(stampPath, 'utf8') === hash) return;

  const progress = sayProgress('Construit la page', 'Building the page');
  const { code, output } = await runVite(root);
  if (code !== 0) giveUp(`La page n’a pas pu être construite.\n${output.slice(-3000)}`, 'The page could not be built.');
  mkdirSync(dirname(stampPath), { recursive: true });
  writeFileSync(stampPath, hash);
  progress.end();
}

function runVite(root) {
  return new Promise((resolve) => {
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: join(root, 'apps/web'), stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'production' } });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
