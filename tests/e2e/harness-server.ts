import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const START_LIMIT_MS = 240_000;
const STOP_LIMIT_MS = 60_000;

/** One `npm start` (or another command of ours) as a child process. */
export interface RunningCommand {
  readonly process: ChildProcess;
  /** What it has printed so far, both streams. */
  output(): string;
  /** Resolves with the exit code; null if a signal ended it. */
  readonly ended: Promise<number | null>;
}

export interface RunningServer extends RunningCommand {
  /** `http://127.0.0.1:PORT`, as printed. */
  readonly url: string;
  readonly dataDir: string;
  /** Ends it as Ctrl-C or a service manager would, and answers the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Variables of the surrounding run that would change what a command does. */
const NOT_INHERITED = ['PORT', 'HOST', 'DATA_DIR', 'DATABASE_URL', 'EXERCISE', 'VIEWER', 'INIT_CWD', 'NODE_OPTIONS', 'VITEST', 'VITEST_POOL_ID', 'VITEST_WORKER_ID', 'NODE_ENV'];

export function runCommand(script: string, words: readonly string[], env: Readonly<Record<string, string>>, cwd: string = ROOT): RunningCommand {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOT_INHERITED.includes(name)));
  const child = spawn(process.execPath, [join(ROOT, script), ...words], { cwd, env: { ...inherited, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString('utf8');
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = new Promise<number | null>((resolveEnd) => child.once('close', (code) => resolveEnd(code)));
  return { process: child, output: () => output, ended };
}

export const makeDataDir = (): Promise<string> => mkdtemp(join(tmpdir(), 'jonction-'));

/**
 * Starts the real server on a free port: the built page, the API, an embedded database in a new directory with the
 * exercise data unless `env` says otherwise. Fails with what it printed if it does not come up.
 */
export async function startServer(env: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const dataDir = env['DATA_DIR'] ?? (await makeDataDir());
  const command = runCommand('apps/cli/start.mjs', [], { PORT: '0', DATA_DIR: dataDir, ...env });
  const url = await waitForAddress(command);
  return {
    ...command,
    url,
    dataDir,
    async stop(signal = 'SIGTERM') {
      command.process.kill(signal);
      const timer = setTimeout(() => command.process.kill('SIGKILL'), STOP_LIMIT_MS);
      const code = await command.ended;
      clearTimeout(timer);
      if (env['DATA_DIR'] === undefined) await rm(dataDir, { recursive: true, force: true });
      return code;
    },
  };
}

async function waitForAddress(command: RunningCommand): Promise<string> {
  const ended = command.ended.then(() => true);
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline) {
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(command.output());
    if (found !== null) return found[0];
    if (await Promise.race([ended, new Promise<boolean>((next) => setTimeout(() => next(false), 50))])) break;
  }
  command.process.kill('SIGKILL');
  throw new Error(`The server did not come up. It printed:\n${command.output()}`);
}
