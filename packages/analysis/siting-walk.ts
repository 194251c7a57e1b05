import type { Covering } from './siting-covering';

/** Whom a walk may take, and what for: a candidate that may not be taken has no worth. */
export interface Purse {
  /** What each candidate costs; null: nothing matters but how many. */
  readonly cost: Float64Array | null;
  readonly budget: number;
}

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
  readonly #worth: Float64Array;
  /** Step until which each candidate stays away, and at which it came. */
  readonly #awayUntil: Int32Array;
  readonly #cameAt: Int32Array;
  readonly #meanCost: number;
  #at: readonly number[] = [];
  #step = 0;
  #spent = 0;

  constructor(covering: Covering, purse: Purse, charge: number, priceOfCost = 0) {
    this.#covering = covering;
    this.#purse = purse;
    this.#charged = covering.alone.map((weight, candidate) => charge * weight + (1 - charge) * priceOfCost * this.#costOf(candidate));
    this.#meanCost = (purse.cost?.reduce((sum, cost) => sum + cost, 0) ?? 0) / Math.max(1, covering.gain.length);
    this.#worth = new Float64Array(covering.gain.length);
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
      while (this.#spent > this.#limit() && covering.size > 1) this.#leave(this.#leastMissed());
      this.#exchange();
      if (this.#purse.cost !== null) this.#fill(size);
      if (covering.value > most && this.#spent <= this.#purse.budget + TOLERANCE) [most, best] = [covering.value, covering.list()];
    }
    this.#at = covering.list();
    return best;
  }

  /** The exchange of one for another that is worth most, or costs least, of those that bring nothing back at once. */
  #exchange(): void {
    const covering = this.#covering;
    const worth = this.#worthNow();
    let [most, out, next] = [-Infinity, -1, -1];
    for (const site of this.#settled()) {
      const candidate = covering.mostWorthInstead(site, worth, this.#purse.cost, this.#limit() - this.#spent + this.#costOf(site));
      const more = (worth[candidate] ?? -Infinity) + covering.sharedOf(site, candidate) - this.#worthOf(covering.lossOf(site), site);
      if (more > most) [most, out, next] = [more, site, candidate];
    }
    if (out === -1) return;
    this.#leave(out);
    covering.add(next);
    this.#spent += this.#costOf(next);
    this.#cameAt[next] = this.#step;
  }

  /** What each candidate would be worth beside the whole choice; nothing, where it is chosen or has to stay away. */
  #worthNow(): Float64Array {
    const { gain, chosen } = this.#covering;
    for (let candidate = 0; candidate < gain.length; candidate += 1) {
      const open = chosen[candidate] === 0 && (this.#awayUntil[candidate] ?? 0) <= this.#step;
      this.#worth[candidate] = open ? this.#worthOf(gain[candidate] ?? 0, candidate) : -Infinity;
    }
    return this.#worth;
  }

  /** Under a budget the walk takes turns at keeping to it and going beyond it by one candidate, which then has to make room: so it passes from many cheap ones to few dear ones. */
  #limit(): number {
    const beyond = this.#purse.cost !== null && this.#step % 8 >= 4 ? this.#meanCost : 0;
    return this.#purse.budget + beyond + TOLERANCE;
  }

  #leave(out: number): void {
    this.#covering.remove(out);
    this.#spent -= this.#costOf(out);
    this.#awayUntil[out] = this.#step + AWAY_FOR + (this.#step % AWAY_TURNS);
  }

  /** Those of the choice that have been there for a while; all, where none has. */
  #settled(): readonly number[] {
    const sites = this.#covering.list();
    const newest = Math.max(1, Math.min(AWAY_FOR, Math.floor(sites.length / 3)));
    const settled = sites.filter((site) => (this.#cameAt[site] ?? -1) < 0 || (this.#cameAt[site] ?? 0) <= this.#step - newest);
    return settled.length === 0 ? sites : settled;
  }

  #leastMissed(): number {
    const missed = (site: number): number => this.#worthOf(this.#covering.lossOf(site), site);
    return this.#settled().reduce((least, site) => (missed(site) < missed(least) ? site : least));
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
    const left = this.#limit() - this.#spent;
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
    return adds - (this.#charged[candidate] ?? 0);
  }

  #costOf(candidate: number): number {
    return this.#purse.cost === null ? 0 : (this.#purse.cost[candidate] ?? NaN);
  }
}

/** Sums of costs carry rounding: what is this close to the budget is within it. */
export const TOLERANCE = 1e-9;
