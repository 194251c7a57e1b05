import type { Covering } from './siting-covering';

/** Whom a walk may take, and what for: a candidate that may not be taken has no worth. */
export interface Purse {
  /** What each candidate costs; null: nothing matters but how many. */
  readonly cost: Float64Array | null;
  readonly budget: number;
}

/** By what candidates are compared: what they add, or what they add for their cost. */
export type Greed = 'gain' | 'gainPerCost';

/** Steps for which what went stays away, at least; a few more by turns, so that no walk goes round in circles. */
const AWAY_FOR = 7;
const AWAY_TURNS = 5;

/**
 * A walk from choice to choice: the one that would be missed least goes and the best other one comes, also where that loses, and what went stays away for a
 * while (tabu search, Glover 1989). So a choice that no exchange improves is left behind.
 *
 * With a `charge`, each candidate is charged that share of all it reaches, whether others reach it too. Large ones that overlap are worth less so, small ones
 * that fit each other more: such a walk finds choices that share people out among them, which whoever only counts what is added passes by.
 */
export class ChargedWalk {
  readonly #covering: Covering;
  readonly #purse: Purse;
  readonly #charged: Float64Array;
  readonly #greed: Greed;
  /** Step until which each candidate stays away, and at which it came. */
  readonly #awayUntil: Int32Array;
  readonly #cameAt: Int32Array;
  #at: readonly number[] = [];
  #step = 0;
  #spent = 0;

  constructor(covering: Covering, purse: Purse, charge: number, greed: Greed) {
    this.#covering = covering;
    this.#purse = purse;
    this.#charged = covering.alone.map((weight) => charge * weight);
    this.#greed = greed;
    this.#awayUntil = new Int32Array(covering.gain.length).fill(-1);
    this.#cameAt = new Int32Array(covering.gain.length).fill(-1);
  }

  /** Goes on from where the last walk ended, with up to `size` candidates; the choice on the way that covers most. Leaves `covering` in any state. */
  walk(size: number, steps: number): readonly number[] {
    return this.#walkFrom(this.#at, size, steps);
  }

  /** The same from a given choice. */
  walkFrom(sites: readonly number[], size: number, steps: number): readonly number[] {
    this.#awayUntil.fill(-1);
    this.#cameAt.fill(-1);
    return this.#walkFrom(sites, size, steps);
  }

  #walkFrom(sites: readonly number[], size: number, steps: number): readonly number[] {
    const covering = this.#covering;
    covering.restore(sites);
    this.#spent = sites.reduce((sum, site) => sum + this.#costOf(site), 0);
    this.#fill(size);
    let [most, best] = [covering.value, covering.list()];
    for (const last = this.#step + steps; this.#step < last && covering.size > 1; this.#step += 1) {
      const out = this.#leastMissed();
      covering.remove(out);
      this.#spent -= this.#costOf(out);
      this.#awayUntil[out] = this.#step + AWAY_FOR + (this.#step % AWAY_TURNS);
      this.#fill(size);
      if (covering.value > most) [most, best] = [covering.value, covering.list()];
    }
    this.#at = covering.list();
    return best;
  }

  /** Of those that have been there for a while. */
  #leastMissed(): number {
    const sites = this.#covering.list();
    const newest = Math.max(1, Math.min(AWAY_FOR, Math.floor(sites.length / 3)));
    let [least, worth] = [-1, Infinity];
    for (const site of sites) {
      if ((this.#cameAt[site] ?? 0) > this.#step - newest && (this.#cameAt[site] ?? 0) > 0) continue;
      const missed = this.#worthOf(this.#covering.lossOf(site), site);
      if (missed < worth) [least, worth] = [site, missed];
    }
    return least === -1 ? (sites[0] ?? -1) : least;
  }

  #fill(size: number): void {
    const covering = this.#covering;
    while (covering.size < size) {
      const next = this.#best();
      if (next === -1) return;
      covering.add(next);
      this.#spent += this.#costOf(next);
      this.#cameAt[next] = this.#step;
    }
  }

  #best(): number {
    const { gain } = this.#covering;
    const left = this.#purse.budget - this.#spent + TOLERANCE;
    let [best, most] = [-1, -Infinity];
    for (let candidate = 0; candidate < gain.length; candidate += 1) {
      const adds = gain[candidate] ?? 0;
      // What is chosen adds nothing more.
      if (adds === 0 || (this.#awayUntil[candidate] ?? 0) > this.#step || !(this.#costOf(candidate) <= left)) continue;
      const worth = this.#worthOf(adds, candidate);
      if (worth > most) [best, most] = [candidate, worth];
    }
    return best;
  }

  #worthOf(adds: number, candidate: number): number {
    const worth = adds - (this.#charged[candidate] ?? 0);
    return this.#greed === 'gain' ? worth : worth / this.#costOf(candidate);
  }

  #costOf(candidate: number): number {
    return this.#purse.cost === null ? 0 : (this.#purse.cost[candidate] ?? NaN);
  }
}

/** Sums of costs carry rounding: what is this close to the budget is within it. */
export const TOLERANCE = 1e-9;
