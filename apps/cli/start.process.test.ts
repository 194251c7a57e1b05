import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLock } from '#db/drivers/lock-file';
import { createDatabase, hasPostgis } from '../../tests/databases';
import { makeDataDir, runCommand, startServer, type RunningServer } from '../../tests/e2e/harness-server';

const ROOT = new URL('../../', import.meta.url).pathname;
const START = 'apps/cli/start.mjs';
const LOAD = 'apps/cli/load.mjs';
const fixture = (name: string): string => new URL(`../../tests/fixtures/${name}`, import.meta.url).pathname;

interface Health {
  readonly status: string;
  readonly database: string;
  readonly dataVersion: number;
  readonly exercise: boolean;
}
const health = async (server: RunningServer): Promise<Health> => (await (await fetch(`${server.url}/api/health`)).json()) as Health;

/** A command that must fail: its exit code and its words. */
async function fails(env: Record<string, string>): Promise<{ code: number | null; words: string }> {
  const command = runCommand(START, [], env);
  const code = await command.ended;
  return { code, words: command.output() };
}

describe('npm start: one clear sentence where it cannot', () => {
  it('port-taken: said before anything else, with another port to try', async () => {
    const holder = createServer();
    await new Promise<void>((listening) => holder.listen(0, '127.0.0.1', listening));
    const { port } = holder.address() as AddressInfo;
    const dataDir = join(await makeDataDir(), 'never-made');
    const { code, words } = await fails({ PORT: String(port), DATA_DIR: dataDir });
    holder.close();
    expect([code, existsSync(dataDir)]).toEqual([1, false]);
    expect(words).toContain(`Le port ${port} est déjà pris. Choisissez-en un autre, par exemple : PORT=${port + 1} npm start`);
    expect(words).toContain(`Port ${port} is already taken.`);
  });

  it('node-too-old: said before anything else', async () => {
    const disguised = `Object.defineProperty(process.versions, 'node', { value: '18.20.4' }); import(${JSON.stringify(join(ROOT, START))})`;
    const node = spawn(process.execPath, ['-e', disguised], { stdio: ['ignore', 'ignore', 'pipe'] });
    let words = '';
    node.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
    expect(await new Promise((ended) => node.once('close', ended))).toBe(1);
    expect(words).toContain('Node 20.19 or newer is needed; this is 18.20.4.');
  });

  it.each([
    [{ PORT: 'eighty' }, 'PORT=eighty is not a port'],
    [{ PORT: '0', DATA_DIR: '/dev/null/below-a-file' }, 'The data directory cannot be written.'],
    [{ PORT: '0', DATA_DIR: '/proc/jonction' }, 'The data directory cannot be written.'],
    [{ PORT: '0', DATABASE_URL: 'postgres://somebody:s3cret@127.0.0.1:1/none' }, 'The database does not answer.'],
  ])('%j', async (env, sentence) => {
    const { code, words } = await fails(env);
    expect(code).toBe(1);
    expect(words).toContain(sentence);
    expect(words).not.toContain('s3cret');
    expect(words).not.toMatch(/^\s+at /m);
  });
});

describe('npm start, and npm run load beside it', () => {
  let server: RunningServer;
  let dataDir: string;
  // lock-left-behind: whoever held the directory died.
  beforeAll(async () => {
    dataDir = await makeDataDir();
    await writeFile(join(dataDir, 'jonction.lock'), JSON.stringify({ pid: 999_999_999, startedAt: '2025-01-01T00:00:00.000Z', port: 1, token: 'x', process: null }));
    server = await startServer({ DATA_DIR: dataDir, EXERCISE: '0' });
  });
  // Where a test failed before the last one ended it.
  afterAll(async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('lock-left-behind: a directory whose holder died is taken over', async () => {
    expect((await health(server)).status).toBe('ok');
    const lock = await readLock(dataDir);
    expect([lock?.pid, lock?.port]).toEqual([server.process.pid, Number(new URL(server.url).port)]);
  });

  it('data-dir-held: a second start says so and leaves the first alone', async () => {
    const { code, words } = await fails({ PORT: '0', DATA_DIR: server.dataDir });
    expect(code).toBe(1);
    expect(words).toContain('Le dossier de données est tenu par un autre processus.');
    expect(words).toContain('The data directory is held by another process.');
    expect(await health(server)).toMatchObject({ status: 'ok', database: 'pglite', dataVersion: 0, exercise: false });
  });

  it('loads through the server that holds the directory, which goes on answering', async () => {
    const command = runCommand(LOAD, [fixture('areas-good.geojson'), fixture('3w-good.xlsx')], { DATA_DIR: server.dataDir });
    const statuses: number[] = [];
    const asking = setInterval(() => void fetch(`${server.url}/api/health`).then(({ status }) => statuses.push(status)), 100);
    expect(await command.ended).toBe(0);
    clearInterval(asking);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(command.output()).toContain('lignes / rows 4 = acceptées / accepted 4 + inchangées / unchanged 0 + refusées / refused 0');
    // The command ends when the answers are those of what it loaded.
    expect((await health(server)).dataVersion).toBe(2);
    const areas = (await (await fetch(`${server.url}/api/areas?type=healthZone`)).json()) as { total: number };
    expect(areas.total).toBe(3);
  });

  it('refused: exit code 2, the refused rows beside the user, and how to go on', async () => {
    const workingDir = await makeDataDir();
    const command = runCommand(LOAD, [fixture('zone-unknown.xlsx')], { DATA_DIR: server.dataDir, INIT_CWD: workingDir });
    expect(await command.ended).toBe(2);
    expect(command.output()).toContain('add --accept-partial to load the other 1');
    expect(existsSync(join(workingDir, 'zone-unknown.xlsx.refused.csv'))).toBe(true);
    expect((await health(server)).dataVersion).toBe(2);
    await rm(workingDir, { recursive: true });
  });

  it('file-missing: exit code 1', async () => {
    const command = runCommand(LOAD, ['no-such-file.csv'], { DATA_DIR: server.dataDir });
    expect(await command.ended).toBe(1);
    expect(command.output()).toContain('no-such-file.csv: file cannot be read. (ENOENT)');
  });

  it('the way in for loading is shut without the token of the lock file', async () => {
    const ask = (headers: Record<string, string>): Promise<Response> =>
      fetch(`${server.url}/api/local/imports?fileName=a.csv`, { method: 'POST', headers: { 'content-type': 'application/octet-stream', ...headers }, body: 'a,b' });
    expect((await ask({})).status).toBe(404);
    expect((await fetch(`${server.url}/api/local/settled`)).status).toBe(404);
    const token = (await readLock(server.dataDir))?.token ?? '';
    expect((await ask({ 'x-jonction-token': `${token.slice(0, -1)}-` })).status).toBe(404);
    expect((await ask({ 'x-jonction-token': token })).status).toBe(200);
  });

  it('Ctrl-C gives the directory back', async () => {
    expect([await server.stop('SIGINT'), existsSync(join(dataDir, 'jonction.lock'))]).toEqual([0, false]);
  });
});

describe.runIf(hasPostgis)('DATABASE_URL: PostGIS instead of the embedded database', () => {
  it('loads straight into it, and a server answers from it', async () => {
    const DATABASE_URL = await createDatabase();
    const command = runCommand(LOAD, ['--json', fixture('areas-good.geojson')], { DATABASE_URL });
    expect([await command.ended, (JSON.parse(command.output()) as { outcome: string }).outcome]).toEqual([0, 'applied']);
    // Something was loaded before: the exercise data stay out.
    const server = await startServer({ DATABASE_URL });
    expect(await health(server)).toMatchObject({ status: 'ok', database: 'postgis', dataVersion: 1, exercise: false });
    expect(await server.stop()).toBe(0);
  });
});

describe('npm start: the end', () => {
  it('SIGTERM ends it cleanly and gives the directory back; the next start finds the data', async () => {
    const dataDir = await makeDataDir();
    const first = await startServer({ DATA_DIR: dataDir });
    expect(await health(first)).toMatchObject({ status: 'ok', dataVersion: 1, exercise: true });
    expect(existsSync(join(dataDir, 'jonction.lock'))).toBe(true);
    expect([await first.stop('SIGTERM'), existsSync(join(dataDir, 'jonction.lock'))]).toEqual([0, false]);
    // The exercise data are loaded once.
    const second = await startServer({ DATA_DIR: dataDir });
    expect(second.output()).not.toContain('exercise data');
    expect(await health(second)).toMatchObject({ dataVersion: 1, exercise: true });
    expect(await second.stop()).toBe(0);
    await rm(dataDir, { recursive: true });
  });

  it('under npm: ending npm ends the server too, cleanly', async () => {
    const dataDir = await makeDataDir();
    const npm = spawn('npm', ['start'], { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production', PORT: '0', EXERCISE: '0', DATA_DIR: dataDir }, stdio: ['ignore', 'pipe', 'ignore'] });
    let words = '';
    npm.stdout.on('data', (chunk: Buffer) => (words += chunk.toString()));
    await expect.poll(() => words, { timeout: 240_000, interval: 100 }).toContain('http://127.0.0.1:');
    npm.kill('SIGTERM');
    await expect.poll(() => existsSync(join(dataDir, 'jonction.lock')), { timeout: 60_000, interval: 100 }).toBe(false);
    await rm(dataDir, { recursive: true });
  });
});
