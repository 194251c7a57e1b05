import { notYet } from '../stores/not-yet';

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

/** The lock of a live process, or null: none, or left behind by a dead one. */
export async function readLock(dataDir: string): Promise<Lock | null> {
  return notYet(dataDir);
}
/** Takes the directory for this process; takes over a stale lock. Throws `DatabaseProblem` `dataDirLocked` or `dataDirUnwritable`. */
export async function acquireLock(dataDir: string): Promise<Lock> {
  return notYet(dataDir);
}
/** Changes this process's own lock; throws if it does not hold the directory. */
export async function updateLock(dataDir: string, change: { readonly port: number | null }): Promise<Lock> {
  return notYet(dataDir, change);
}
/** Gives the directory back; does nothing if this process does not hold it. */
export async function releaseLock(dataDir: string): Promise<void> {
  return notYet(dataDir);
}
