import { spawn } from 'node:child_process';
import { DatabaseProblem } from '../database-problem';

type Program = 'pg_dump' | 'pg_restore';

/** Runs one of PostgreSQL’s own programs on a database. Throws `DatabaseProblem` `postgresToolMissing` where it is not installed, `postgresToolFailed` with its words where it fails. */
export async function runPostgresProgram(program: Program, databaseUrl: string, args: readonly string[]): Promise<void> {
  const { address, password } = withoutPassword(databaseUrl);
  // A list of processes shows arguments to everybody on the machine; not the environment.
  await run(program, [...args, `--dbname=${address}`], password === null ? {} : { PGPASSWORD: password });
}

/** Throws `DatabaseProblem` where the program is missing, or older than the server: then it refuses, or leaves things out. `server`: for example `15.18`. */
export async function requirePostgresProgram(program: Program, server: string): Promise<void> {
  const words = await run(program, ['--version'], {});
  const found = /\d+(\.\d+)?/.exec(words)?.[0] ?? '';
  if (Number.parseInt(found, 10) < Number.parseInt(server, 10)) throw new DatabaseProblem('postgresToolMissing', `${program} ${found}, PostgreSQL ${server}`);
}

function run(program: Program, args: readonly string[], secrets: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...secrets, LC_ALL: 'C.UTF-8' } });
    let words = '';
    const collect = (chunk: Buffer): void => {
      // Its last words say what was wrong.
      words = `${words}${chunk.toString('utf8')}`.slice(-2000);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (cause) => reject('code' in cause && cause.code === 'ENOENT' ? new DatabaseProblem('postgresToolMissing', program) : cause));
    child.on('close', (code, signal) => (code === 0 ? resolve(words) : reject(new DatabaseProblem('postgresToolFailed', `${program}: ${words.trim() || (signal ?? String(code))}`))));
  });
}

function withoutPassword(databaseUrl: string): { address: string; password: string | null } {
  const address = new URL(databaseUrl);
  const password = address.password === '' ? null : decodeURIComponent(address.password);
  address.password = '';
  return { address: address.href, password };
}
