// A throw-away PostgreSQL with PostGIS for the tests: its own directory, its own free port, gone when stopped.
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const DEBIAN_ROOT = '/usr/lib/postgresql';

/**
 * Keeps the server for as long as the tests hold its standard input open: where they are ended without warning, it closes
 * by itself, and the server and its directory go too.
 */
const KEEPER = '"$@" < /dev/null & server=$!; cat > /dev/null; kill -INT "$server"; wait "$server"; rm -rf "$0"';

/**
 * Directory of the PostgreSQL server programs, newest version first; null if none is installed.
 * @returns {string | null}
 */
function findPostgres() {
  const versions = existsSync(DEBIAN_ROOT) ? readdirSync(DEBIAN_ROOT).sort((a, b) => Number(b) - Number(a)) : [];
  const candidates = [...versions.map((version) => join(DEBIAN_ROOT, version, 'bin')), ...(process.env.PATH ?? '').split(':')];
  return candidates.find((directory) => ['initdb', 'postgres'].every((name) => existsSync(join(directory, name)))) ?? null;
}

/**
 * Starts a cluster on 127.0.0.1. Speed before safety: nothing in it outlives the tests.
 * @returns {Promise<{ url: string, createDatabase: (name: string) => Promise<string>, stop: () => Promise<void> }>}
 */
export async function startCluster() {
  const programs = findPostgres();
  if (programs === null) throw new Error('PostgreSQL is not installed: apt-get install -y --no-install-recommends postgresql-15 postgresql-15-postgis-3');
  const directory = mkdtempSync(join(tmpdir(), 'jonction-postgres-'));
  // PostgreSQL refuses to run as root: it runs as the user that Debian made for it, or as nobody.
  const user = process.getuid?.() === 0 ? serverUser() : null;
  if (user !== null) chownSync(directory, user.uid, user.gid);
  const identity = user === null ? {} : { uid: user.uid, gid: user.gid };
  const environment = { PATH: process.env.PATH ?? '', HOME: directory, LC_ALL: 'C.UTF-8' };
  const data = join(directory, 'data');
  const port = await freePort();
  /** @type {import('node:child_process').ChildProcess | null} */
  let keeper = null;

  const stop = async () => {
    if (keeper !== null && keeper.exitCode === null) {
      const ended = new Promise((resolve) => keeper?.once('exit', resolve));
      keeper.stdin?.end();
      await ended;
    }
    rmSync(directory, { recursive: true, force: true });
  };

  try {
    execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], { ...identity, cwd: directory, env: environment, stdio: 'pipe' });
    const settings = {
      listen_addresses: '127.0.0.1', port, unix_socket_directories: directory, fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off',
      shared_buffers: '64MB', max_connections: 60, autovacuum: 'off', jit: 'off', log_min_messages: 'fatal',
    };
    const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    keeper = spawn('/bin/sh', ['-c', KEEPER, directory, join(programs, 'postgres'), '-D', data, ...args], { ...identity, cwd: directory, env: environment, stdio: ['pipe', 'ignore', 'ignore'] });
    const address = (/** @type {string} */ name) => `postgres://postgres@127.0.0.1:${port}/${name}`;
    await answers(address('postgres'), keeper);
    return {
      url: address('postgres'),
      createDatabase: async (name) => {
        await run(address('postgres'), `create database "${name.replaceAll('"', '""')}"`);
        return address(name);
      },
      stop,
    };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

/** @returns {{ uid: number, gid: number }} */
function serverUser() {
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })));
      if (uid !== undefined && gid !== undefined) return { uid, gid };
    } catch {
      // No such user: try the next.
    }
  }
  throw new Error('PostgreSQL refuses to run as root, and neither the user postgres nor nobody exists');
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}

/** @param {string} url @param {string} sql */
async function run(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** @param {string} url @param {import('node:child_process').ChildProcess} keeper */
async function answers(url, keeper) {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (keeper.exitCode !== null) throw new Error(`PostgreSQL ended at once with exit code ${keeper.exitCode}`);
    const up = await run(url, 'select 1').then(() => true, () => false);
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('PostgreSQL does not answer after a minute');
}
