import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseProblem } from '#db/database';
import type { IssueCode } from '#domain/issue-codes';
import { type BackupProgress, type BackupSources, type MadeBackup, makeBackup } from './make-backup';
import { backupName, outdatedBackups, timeOfBackup } from './rotation';

/** What the server knows of its backups. */
export interface BackupState {
  /** Does it make one a day by itself? */
  readonly daily: boolean;
  /** ISO time of the last one, made by the server or through it; null: there is none. */
  readonly lastAt: string | null;
  /** Why the last attempt failed; null: it did not. */
  readonly fault: IssueCode | null;
}

export interface Backups {
  state(): BackupState;
  /** Writes one now, in its turn. */
  make(path: string, onProgress?: (progress: BackupProgress) => void): Promise<MadeBackup>;
  /** Makes one where the last is a day old; answers whether it did. */
  catchUp(now: Date): Promise<boolean>;
  /** Waits for the one that is being made. */
  stop(): Promise<void>;
}

export interface BackupOptions extends BackupSources {
  /** Make one a day. */
  readonly daily: boolean;
  readonly directory: string;
  /** What the data are at now: of an empty register there is no backup. */
  readonly dataVersion: () => number;
  readonly onError?: (error: unknown) => void;
}

const DAY_MS = 24 * 3600 * 1000;
const codeOf = (error: unknown): IssueCode => (error instanceof DatabaseProblem ? error.code : 'internal');
/** After a start people wait for answers: the backup comes later. */
const FIRST_LOOK_MS = 60_000;
const LOOK_EVERY_MS = 600_000;

/** Backups of one server: on demand, and one a day, with those that are no longer needed taken away. A day on which it did not run is caught up. */
export function keepBackups({ daily, directory, dataVersion, onError, ...sources }: BackupOptions): Backups {
  let lastAt: number | null = null;
  let fault: IssueCode | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <Answer>(task: () => Promise<Answer>): Promise<Answer> => {
    const next = turn.then(task);
    turn = next.catch(() => undefined);
    return next;
  };

  async function lookBack(): Promise<void> {
    const times = (await readdir(directory).catch(() => [])).map(timeOfBackup).filter((time) => time !== null);
    lastAt = Math.max(lastAt ?? 0, ...times) || null;
  }

  async function make(path: string, onProgress?: (progress: BackupProgress) => void): Promise<MadeBackup> {
    try {
      const made = await makeBackup(sources, path, onProgress);
      lastAt = Date.parse(made.madeAt);
      fault = null;
      return made;
    } catch (error) {
      fault = codeOf(error);
      throw error;
    }
  }

  async function catchUp(now: Date): Promise<boolean> {
    await lookBack();
    if (dataVersion() === 0 || (lastAt !== null && now.getTime() - lastAt < DAY_MS)) return false;
    await make(join(directory, backupName(now, true)));
    for (const name of outdatedBackups(await readdir(directory))) await rm(join(directory, name), { force: true });
    return true;
  }

  const look = (): void => {
    const before = fault;
    // What goes on for days, as a full disk, is said once; the state keeps saying it.
    void inTurn(() => catchUp(new Date())).catch((error: unknown) => (codeOf(error) === before ? undefined : onError?.(error)));
  };
  const timers = daily ? [setTimeout(look, FIRST_LOOK_MS), setInterval(look, LOOK_EVERY_MS)] : [];
  for (const timer of timers) timer.unref();
  void inTurn(lookBack);

  return {
    state: () => ({ daily, lastAt: lastAt === null ? null : new Date(lastAt).toISOString(), fault }),
    make: (path, onProgress) => inTurn(() => make(path, onProgress)),
    catchUp: (now) => inTurn(() => catchUp(now)),
    async stop() {
      for (const timer of timers) clearTimeout(timer);
      await turn;
    },
  };
}
