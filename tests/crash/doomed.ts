import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const LOADER = resolve(ROOT, 'db/drivers/register-typescript.mjs');
const START_LIMIT_MS = 600_000;

/** A process of ours that will be ended without warning. */
export interface Doomed {
  readonly process: ChildProcess;
  output(): string;
  readonly ended: Promise<number | null>;
}

function start(script: string, words: readonly string[], env: Readonly<Record<string, string>>): Doomed {
  const child = spawn(process.execPath, ['--import', LOADER, resolve(ROOT, script), ...words], { cwd: ROOT, env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  return { process: child, output: () => output, ended: new Promise((done) => child.once('close', done)) };
}

/** A server that may be killed before it is up. */
export const startServer = (env: Readonly<Record<string, string>>): Doomed => start('tests/crash/serve.ts', [], { PORT: '0', EXERCISE: '0', VIEWER: 'coordination', BACKUPS: '0', ...env });
export const startRestore = (path: string, env: Readonly<Record<string, string>>): Doomed => start('apps/cli/restore.mjs', ['--replace', path], env);
export const startBackup = (path: string, env: Readonly<Record<string, string>>): Doomed => start('apps/cli/backup.mjs', [path], env);

/** Waits until it says where it listens. Throws with its words if it ends first: a start that is not clean. */
export async function addressOf(server: Doomed): Promise<string> {
  const ended = server.ended.then(() => true);
  for (const deadline = Date.now() + START_LIMIT_MS; Date.now() < deadline; ) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(server.output())?.[0];
    if (url !== undefined) return url;
    if (await Promise.race([ended, pause(20).then(() => false)])) break;
  }
  throw new Error(`The server did not come up. It printed:\n${server.output()}`);
}

export async function kill(doomed: Doomed): Promise<void> {
  doomed.process.kill('SIGKILL');
  await doomed.ended;
}

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
