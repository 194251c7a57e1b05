import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pick } from '../bench/seeded-random';
import { checkLedger } from './check-ledger';
import { copyOf, keepAsking, type Ledger, loadAreas } from './deeds';
import { addressOf, type Doomed, kill, pause, startBackup, startRestore, startServer } from './doomed';
import type { Ground } from './ground';

export type RoundKind = 'writes' | 'restore' | 'migration';

/** One seventh of the rounds each for restores and migrations; the others write. */
export const kindOfRound = (round: number): RoundKind => (['writes', 'writes', 'restore', 'writes', 'writes', 'migration', 'writes'] as const)[round % 7] ?? 'writes';

/** Longest time between the first acknowledged write of a round and the end by force, ms. */
const WRITES_MS = 2000;

interface KeptBackup {
  readonly path: string;
  readonly folder: string;
  /** What was acknowledged when it was made. */
  readonly ledger: Ledger;
}

/** A database that is killed again and again, and what it must hold. */
export class Rounds {
  readonly #ground: Ground;
  readonly #random: () => number;
  /** How long a restore and a start take where nobody ends them, ms: they are killed within. */
  #restoreMs: number | null = null;
  #startMs = 0;
  #ledger: Ledger = { deeds: [], dataVersion: 0 };
  #backup: KeptBackup | null = null;
  /** The server that stands, checked. */
  #server: Doomed | null = null;
  #url = '';

  constructor(ground: Ground, random: () => number) {
    this.#ground = ground;
    this.#random = random;
  }

  /** Does it, kills it, starts again and checks. Answers what was done, in words. Throws with what is not as it must be. */
  run(kind: RoundKind): Promise<string> {
    return kind === 'writes' ? this.#writes() : kind === 'restore' ? this.#restore() : this.#migration();
  }

  async end(): Promise<void> {
    if (this.#server !== null) await kill(this.#server);
    if (this.#backup !== null) await rm(this.#backup.folder, { recursive: true, force: true });
  }

  async #writes(): Promise<string> {
    const server = await this.#standing();
    const before = this.#ledger.deeds.length;
    let gone = false;
    let disturbed = '';
    const asking = keepAsking(this.#url, this.#ledger, this.#random, () => gone, () => disturbed !== '');
    asking.catch(() => undefined);
    await Promise.race([asking, this.#acknowledgedOne(before, () => gone)]).catch((error: unknown) => {
      gone = true;
      throw error;
    });
    const delay = pick(this.#random, WRITES_MS);
    if (this.#ground.disturb !== null && pick(this.#random, 3) === 0) {
      await pause(delay / 2);
      disturbed = 'disturbed';
      disturbed = await this.#ground.disturb(this.#random);
      await pause(delay / 2);
    } else await pause(delay);
    gone = true;
    await kill(server);
    await asking;
    const open = this.#ledger.deeds.filter(({ asked }) => asked !== null).length;
    await this.#startAndCheck();
    return `killed after ${delay} ms of writing: ${this.#ledger.deeds.length - before} asked, ${open} unanswered${disturbed === '' ? '' : `, ${disturbed}`}`;
  }

  /** Back to what a backup held, or not: never between the two. */
  async #restore(): Promise<string> {
    const { path, ledger } = await this.#backedUp();
    await kill(await this.#standing());
    const restoring = startRestore(path, this.#ground.env);
    const startedAt = Date.now();
    const delay = this.#restoreMs === null ? Infinity : pick(this.#random, this.#restoreMs);
    await (delay === Infinity ? restoring.ended : Promise.race([restoring.ended, pause(delay)]));
    this.#restoreMs ??= (Date.now() - startedAt) * 1.1;
    const done = restoring.process.exitCode;
    await kill(restoring);
    if (done !== null && done !== 0) throw new Error(`restore: ${restoring.output()}`);
    const [kept, restored] = [this.#ledger, copyOf(ledger)];
    this.#ledger = restored;
    const isRestored = await this.#startAndCheck().then(() => true, async (error: unknown) => {
      // What was acknowledged as restored must be.
      if (done === 0) throw error;
      this.#ledger = kept;
      await checkLedger(this.#url, kept);
      return false;
    });
    await this.#ground.clearAside();
    return `restore ${done === 0 ? 'ended' : `killed after ${delay} ms`}: ${isRestored ? 'all of the backup' : 'nothing of it'}`;
  }

  async #migration(): Promise<string> {
    const older = await this.#ground.older();
    const starting = startServer(older.env);
    const delay = pick(this.#random, this.#startMs);
    await Promise.race([starting.ended, pause(delay)]);
    if (starting.process.exitCode !== null) throw new Error(`start on an earlier version: ${starting.output()}`);
    await kill(starting);
    const again = startServer(older.env);
    const url = await addressOf(again);
    const { dataVersion } = (await (await fetch(`${url}/api/health`)).json()) as { dataVersion: number };
    const missions = await fetch(`${url}/api/missions`);
    await kill(again);
    await older.discard();
    if (dataVersion !== 5 || !missions.ok) throw new Error(`version 5 and its lists expected; found ${dataVersion}, ${missions.status}`);
    return `start on an earlier version killed after ${delay} ms`;
  }

  async #standing(): Promise<Doomed> {
    if (this.#server === null) {
      await this.#startAndCheck();
      await loadAreas(this.#url, this.#ledger);
    }
    if (this.#server === null) throw new Error('a server expected');
    return this.#server;
  }

  async #acknowledgedOne(from: number, gone: () => boolean): Promise<void> {
    while (!gone() && !this.#ledger.deeds.slice(from).some(({ acknowledged }) => acknowledged !== 'absent')) await pause(10);
  }

  async #startAndCheck(): Promise<void> {
    const startedAt = Date.now();
    this.#server = startServer(this.#ground.env);
    this.#url = await addressOf(this.#server);
    this.#startMs = Date.now() - startedAt;
    const stray = await this.#ground.strayFiles();
    if (stray.length > 0) throw new Error(`left behind: ${stray.join(', ')}`);
    await checkLedger(this.#url, this.#ledger);
  }

  async #backedUp(): Promise<KeptBackup> {
    if (this.#backup !== null) return this.#backup;
    await this.#standing();
    const folder = await mkdtemp(join(tmpdir(), 'jonction-crash-backup-'));
    const path = join(folder, 'whole.backup');
    const backup = startBackup(path, this.#ground.env);
    if ((await backup.ended) !== 0) throw new Error(`backup: ${backup.output()}`);
    this.#backup = { path, folder, ledger: copyOf(this.#ledger) };
    return this.#backup;
  }
}
