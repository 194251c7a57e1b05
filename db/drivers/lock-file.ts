import { randomBytes } from 'node:crypto';
import { access, constants, link, mkdir, open, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseProblem } from '../database-problem';

/** Who holds a data directory. `<dataDir>/jonction.lock`, readable by its owner only. */
export interface Lock {
  readonly pid: number;
  /** ISO time. */
  readonly startedAt: string;
  /** Port of the server that holds the directory; null: no server (a command), or not listening yet. */
  readonly port: number | null;
  /** Secret that a command on this machine shows to the server. */
  readonly token: string;
}

/** `process` names the process for good where the system can: a pid alone is used again after a restart. */
interface LockFile extends Lock {
  readonly process: string | null;
}

/** Locks that this process holds, by resolved directory. */
const held = new Map<string, LockFile>();

const lockPath = (dataDir: string): string => join(resolve(dataDir), 'jonction.lock');

/** The lock of a live process, or null: none, or left behind by a dead one. */
export async function readLock(dataDir: string): Promise<Lock | null> {
  const lock = await readLockFile(lockPath(dataDir));
  return lock === null || !(await isAlive(lock)) ? null : shown(lock);
}

/** Takes the directory for this process; takes over a stale lock. Throws `DatabaseProblem` `dataDirLocked` or `dataDirUnwritable`. */
export async function acquireLock(dataDir: string): Promise<Lock> {
  const path = lockPath(dataDir);
  await makeWritable(resolve(dataDir));
  const lock: LockFile = {
    pid: process.pid,
    startedAt: new Date().toISOString(),
    port: null,
    token: randomBytes(24).toString('hex'),
    process: await processIdentity(process.pid),
  };
  if (!(await create(path, lock))) {
    const other = await readLockFile(path);
    if (other !== null && (await isAlive(other))) throw lockedBy(dataDir, other);
    await takeOver(dataDir, path, lock);
  }
  held.set(resolve(dataDir), lock);
  return shown(lock);
}

/** Changes this process's own lock; throws if it does not hold the directory. */
export async function updateLock(dataDir: string, change: { readonly port: number | null }): Promise<Lock> {
  const own = held.get(resolve(dataDir));
  if (own === undefined) throw new Error(`lock of ${dataDir}: held by this process expected, before it is changed`);
  const lock: LockFile = { ...own, ...change };
  const temporary = await writeTemporary(lockPath(dataDir), lock);
  await rename(temporary, lockPath(dataDir));
  held.set(resolve(dataDir), lock);
  return shown(lock);
}

/** Gives the directory back; does nothing if this process does not hold it. */
export async function releaseLock(dataDir: string): Promise<void> {
  const own = held.get(resolve(dataDir));
  if (own === undefined) return;
  held.delete(resolve(dataDir));
  const found = await readLockFile(lockPath(dataDir));
  if (found?.token === own.token) await unlink(lockPath(dataDir));
}

/** Only one process at a time may clear a stale lock away, or the second would clear the first one's new lock. */
async function takeOver(dataDir: string, path: string, lock: LockFile): Promise<void> {
  const guard = `${path}.takeover`;
  for (let attempt = 0; !(await exclusive(guard)); attempt += 1) {
    if (attempt > 100) throw new DatabaseProblem('dataDirLocked', `${dataDir}: another process is taking it over`);
    if (await olderThan(guard, 10_000)) await unlink(guard).catch(() => undefined);
    await wait(50);
  }
  try {
    const other = await readLockFile(path);
    if (other !== null && (await isAlive(other))) throw lockedBy(dataDir, other);
    await unlink(path).catch(() => undefined);
    if (!(await create(path, lock))) throw new DatabaseProblem('dataDirLocked', `${dataDir}: another process was faster`);
  } finally {
    await unlink(guard).catch(() => undefined);
  }
}

const shown = ({ pid, startedAt, port, token }: LockFile): Lock => ({ pid, startedAt, port, token });

const lockedBy = (dataDir: string, lock: Lock): DatabaseProblem =>
  new DatabaseProblem('dataDirLocked', `${dataDir}: process ${lock.pid}, since ${lock.startedAt}${lock.port === null ? '' : `, port ${lock.port}`}`);

/** One level after the other: Node's own recursive `mkdir` never returns below `/proc`, where a directory cannot be made and its parent is there. */
async function makeDirectory(directory: string): Promise<void> {
  const parent = dirname(directory);
  if (parent !== directory && !(await stat(parent).then((found) => found.isDirectory(), () => false))) await makeDirectory(parent);
  await mkdir(directory).catch((cause: unknown) => {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause;
  });
}

async function makeWritable(directory: string): Promise<void> {
  try {
    await makeDirectory(directory);
    await access(directory, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new DatabaseProblem('dataDirUnwritable', `${directory}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

/** Writes beside the target first: whoever reads the lock sees all of it or none. */
async function writeTemporary(path: string, lock: LockFile): Promise<string> {
  const temporary = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(temporary, `${JSON.stringify(lock)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    throw new DatabaseProblem('dataDirUnwritable', `${temporary}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  return temporary;
}

/** False if there is a lock already. */
async function create(path: string, lock: LockFile): Promise<boolean> {
  const temporary = await writeTemporary(path, lock);
  try {
    await link(temporary, path);
    return true;
  } catch (cause) {
    if (isFileError(cause, 'EEXIST')) return false;
    throw cause;
  } finally {
    await unlink(temporary);
  }
}

async function exclusive(path: string): Promise<boolean> {
  try {
    await (await open(path, 'wx', 0o600)).close();
    return true;
  } catch (cause) {
    if (isFileError(cause, 'EEXIST')) return false;
    throw cause;
  }
}

async function olderThan(path: string, ms: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > ms;
}

async function readLockFile(path: string): Promise<LockFile | null> {
  try {
    const lock = JSON.parse(await readFile(path, 'utf8')) as LockFile;
    return typeof lock.pid === 'number' && typeof lock.token === 'string' ? lock : null;
  } catch {
    return null;
  }
}

async function isAlive(lock: LockFile): Promise<boolean> {
  try {
    process.kill(lock.pid, 0);
  } catch (cause) {
    if (isFileError(cause, 'ESRCH')) return false;
  }
  const identity = await processIdentity(lock.pid);
  return lock.process === null || identity === null || identity === lock.process;
}

/** Boot and start time of a process (Linux); null where the system does not tell. */
async function processIdentity(pid: number): Promise<string | null> {
  try {
    const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
    const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ').pop()?.split(' ') ?? [];
    // Field 22 of the whole line; the two before the name's closing bracket are cut off.
    return fields[19] === undefined ? null : `${boot}:${fields[19]}`;
  } catch {
    return null;
  }
}

const isFileError = (cause: unknown, code: string): boolean => cause instanceof Error && 'code' in cause && cause.code === code;
