import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { sayProgress } from './say.mjs';

/** Programs that tests drive and npm does not bring: a browser and a PostgreSQL with PostGIS. */

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'];

/** Path of a Chromium, or null. CHROMIUM_PATH names one. */
export function findChromium(env = process.env) {
  if (env.CHROMIUM_PATH) return existsSync(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : null;
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    for (const name of BROWSERS) if (existsSync(join(folder, name))) return join(folder, name);
  }
  return null;
}

/** Folder of the PostgreSQL programs (version 15 or newer) that has PostGIS beside it, or null. */
export function findPostgis() {
  const versions = listFolder('/usr/lib/postgresql').map(Number).filter((version) => version >= 15).sort((a, b) => b - a);
  for (const version of versions) {
    const bin = `/usr/lib/postgresql/${version}/bin`;
    if (existsSync(`${bin}/initdb`) && existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`)) return bin;
  }
  return null;
}

const listFolder = (path) => {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
};

/** May this machine install Debian packages: Debian or Ubuntu, and root? */
export function canInstallPackages() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** Installs what is missing from Debian's packages. Answers the end of what apt-get said if it failed, else null. */
export async function installPackages({ chromium, postgis }) {
  const names = [...(chromium ? ['chromium', 'fonts-liberation'] : []), ...(postgis ? ['postgresql', 'postgresql-postgis'] : [])];
  const progress = sayProgress(`Installe ${names.join(', ')}`, `Installing ${names.join(', ')}`);
  const install = () => aptGet(['install', '-y', '--no-install-recommends', ...names]);
  let result = await install();
  if (result.code !== 0) {
    // The package list may be missing or old.
    const update = await aptGet(['update']);
    result = update.code === 0 ? await install() : update;
  }
  progress.end();
  return result.code === 0 ? null : result.output.slice(-1500);
}

function aptGet(args) {
  return new Promise((resolve) => {
    const child = spawn('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
