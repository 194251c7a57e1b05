import { listCount, type Lists, turnRound } from './siting-lists';
import type { SitingProblem } from './siting-problem';
import { TOLERANCE } from './siting-walk';

/**
 * A walk from choice to choice on which points that are left out come to count for more from step to step (row weighting local search, Gao, Weise & Li 2015, after Beasley’s
 * set covering): one of them is reached by the candidate that brings most for its cost, also beyond the budget, and whoever is missed least for its cost makes room. So what keeps being left out is
 * reached in the end, by whatever choice that takes: where nearly everybody can be reached by a choice that few exchanges lead to, this walk finds it.
 */
export class NeglectWalk {
  readonly #reaches: Lists;
  readonly #reachedBy: Lists;
  readonly #weight: Float64Array;
  readonly #cost: Float64Array;
  readonly #budget: number;
  /** What each point counts for at this step. */
  readonly #counts: Float64Array;
  /** How many of the choice reach each point, and the sum of their numbers: the number of the one where there is but one. */
  readonly #by: Uint16Array;
  readonly #numbers: Float64Array;
  /** By what counts now: what a candidate would add to the choice; of a chosen one, what the choice would gain without it, never above 0. */
  readonly #worth: Float64Array;
  /** 1: nothing that it reaches has changed hands since it went. */
  readonly #idle: Uint8Array;
  /** Step at which each candidate last came or went. */
  readonly #moved: Int32Array;
  readonly #chosen: PlacedSet;
  readonly #leftOut: PlacedSet;
  #value = 0;
  #spent = 0;
  #size = 0;
  #step = 0;
  #draw = 1;

  /** Of a problem that was reduced: every point counts. */
  constructor({ reaches, weight, spending }: SitingProblem) {
    const candidates = listCount(reaches);
    this.#reaches = reaches;
    this.#reachedBy = turnRound(reaches, weight.length);
    this.#weight = weight;
    this.#cost = spending?.cost ?? new Float64Array(candidates).fill(1);
    this.#budget = spending === null ? Infinity : spending.budget + TOLERANCE;
    this.#counts = new Float64Array(weight.length);
    this.#by = new Uint16Array(weight.length);
    this.#numbers = new Float64Array(weight.length);
    this.#worth = new Float64Array(candidates);
    this.#idle = new Uint8Array(candidates);
    this.#moved = new Int32Array(candidates);
    this.#chosen = new PlacedSet(candidates);
    this.#leftOut = new PlacedSet(weight.length);
  }

  /**
   * Walks on from a choice with up to `size` candidates; the choice on the way that covers most. Ends early at one that covers `enough`. A point counts for `patience` times
   * its weight at first, and for its weight more at each step that leaves it out.
   */
  walkFrom(sites: readonly number[], size: number, steps: number, enough: number, patience: number): readonly number[] {
    this.#begin(sites, size, patience);
    let [most, best] = [this.#value, this.#chosen.list()];
    for (this.#step = 1; this.#step <= steps && most < enough && this.#leftOut.size > 0; this.#step += 1) {
      const came = this.#reachOneLeftOut();
      while (this.#isTooMuch()) this.#remove(this.#leastMissed(came));
      this.#fillUp();
      if (this.#value > most) [most, best] = [this.#value, this.#chosen.list()];
      this.#countMoreForLeftOut();
    }
    return best;
  }

  #begin(sites: readonly number[], size: number, patience: number): void {
    const { start, item } = this.#reaches;
    this.#counts.forEach((_, point) => (this.#counts[point] = patience * (this.#weight[point] ?? 0)));
    for (let candidate = 0; candidate < this.#worth.length; candidate += 1) {
      this.#worth[candidate] = item.subarray(start[candidate], start[candidate + 1]).reduce((sum, point) => sum + (this.#counts[point] ?? 0), 0);
    }
    for (const array of [this.#by, this.#numbers, this.#idle, this.#moved]) array.fill(0);
    this.#chosen.clear();
    this.#leftOut.clear();
    for (let point = 0; point < this.#weight.length; point += 1) this.#leftOut.add(point);
    [this.#value, this.#spent, this.#size, this.#step, this.#draw] = [0, 0, size, 0, 1];
    for (const site of sites) this.#add(site);
  }

  /** The candidate that comes; −1: none may. */
  #reachOneLeftOut(): number {
    const came = this.#bestFor(this.#drawLeftOut(), this.#budget);
    if (came !== -1) this.#add(came);
    return came;
  }

  #isTooMuch(): boolean {
    return this.#chosen.size > 0 && (this.#chosen.size > this.#size || this.#spent > this.#budget);
  }

  /** What exchanges left of the budget is spent on others that are left out, twice tried. */
  #fillUp(): void {
    for (let tried = 0; tried < 2 && this.#leftOut.size > 0 && this.#chosen.size < this.#size; tried += 1) {
      const next = this.#bestFor(this.#drawLeftOut(), this.#budget - this.#spent);
      if (next !== -1) this.#add(next);
    }
  }

  /** A point that is left out: drawn by a number that follows from the one before it (Numerical Recipes), alike at each run. */
  #drawLeftOut(): number {
    this.#draw = (Math.imul(this.#draw, 1664525) + 1013904223) >>> 0;
    return this.#leftOut.at(Math.floor((this.#draw / 2 ** 32) * this.#leftOut.size));
  }

  /** Of those that reach a point and cost no more than `left`, the one that adds most for its cost; −1: none. */
  #bestFor(point: number, left: number): number {
    const { start, item } = this.#reachedBy;
    const stop = start[point + 1] ?? 0;
    let best = -1;
    for (let i = start[point] ?? 0; i < stop; i += 1) {
      const candidate = item[i] ?? 0;
      if (this.#idle[candidate] === 1 || this.#hasJustMoved(candidate) || !((this.#cost[candidate] ?? NaN) <= left)) continue;
      if (this.#isBetter(candidate, best)) best = candidate;
    }
    return best;
  }

  #leastMissed(came: number): number {
    let least = -1;
    for (let place = 0; place < this.#chosen.size; place += 1) {
      const site = this.#chosen.at(place);
      if (site !== came && !this.#hasJustMoved(site) && this.#isBetter(site, least)) least = site;
    }
    return least === -1 ? this.#chosen.at(this.#step % this.#chosen.size) : least;
  }

  /** Worth more, or missed less, for its cost; of equal ones whoever has not moved for longest. */
  #isBetter(one: number, other: number): boolean {
    if (other === -1) return true;
    const difference = (this.#worth[one] ?? 0) * (this.#cost[other] ?? 0) - (this.#worth[other] ?? 0) * (this.#cost[one] ?? 0);
    return difference > 0 || (difference === 0 && (this.#moved[one] ?? 0) < (this.#moved[other] ?? 0));
  }

  #hasJustMoved(candidate: number): boolean {
    return this.#step > 1 && (this.#moved[candidate] ?? 0) >= this.#step - 1;
  }

  #countMoreForLeftOut(): void {
    for (let place = 0; place < this.#leftOut.size; place += 1) {
      const point = this.#leftOut.at(place);
      const more = this.#weight[point] ?? 0;
      this.#counts[point] = (this.#counts[point] ?? 0) + more;
      const { start, item } = this.#reachedBy;
      const stop = start[point + 1] ?? 0;
      for (let i = start[point] ?? 0; i < stop; i += 1) this.#worth[item[i] ?? 0] = (this.#worth[item[i] ?? 0] ?? 0) + more;
    }
  }

  #add(candidate: number): void {
    this.#worth[candidate] = -(this.#worth[candidate] ?? 0);
    this.#chosen.add(candidate);
    this.#moved[candidate] = this.#step;
    this.#spent += this.#cost[candidate] ?? 0;
    const { start, item } = this.#reaches;
    const stop = start[candidate + 1] ?? 0;
    for (let i = start[candidate] ?? 0; i < stop; i += 1) {
      const point = item[i] ?? 0;
      const before = this.#by[point] ?? 0;
      const numbers = this.#numbers[point] ?? 0;
      this.#by[point] = before + 1;
      this.#numbers[point] = numbers + candidate;
      if (before === 0) {
        this.#value += this.#weight[point] ?? 0;
        this.#leftOut.remove(point);
        this.#changeWorth(point, -(this.#counts[point] ?? 0), candidate);
      } else if (before === 1) this.#worth[numbers] = (this.#worth[numbers] ?? 0) + (this.#counts[point] ?? 0);
    }
  }

  #remove(candidate: number): void {
    this.#worth[candidate] = -(this.#worth[candidate] ?? 0);
    this.#chosen.remove(candidate);
    this.#moved[candidate] = this.#step;
    this.#spent -= this.#cost[candidate] ?? 0;
    const { start, item } = this.#reaches;
    const stop = start[candidate + 1] ?? 0;
    for (let i = start[candidate] ?? 0; i < stop; i += 1) {
      const point = item[i] ?? 0;
      const left = (this.#by[point] ?? 0) - 1;
      const numbers = (this.#numbers[point] ?? 0) - candidate;
      this.#by[point] = left;
      this.#numbers[point] = numbers;
      if (left === 0) {
        this.#value -= this.#weight[point] ?? 0;
        this.#leftOut.add(point);
        this.#changeWorth(point, this.#counts[point] ?? 0, candidate);
      } else if (left === 1) this.#worth[numbers] = (this.#worth[numbers] ?? 0) - (this.#counts[point] ?? 0);
    }
    this.#idle[candidate] = 1;
  }

  /** A point changes hands: for all that reach it but the one that moves. */
  #changeWorth(point: number, by: number, but: number): void {
    const { start, item } = this.#reachedBy;
    const stop = start[point + 1] ?? 0;
    for (let i = start[point] ?? 0; i < stop; i += 1) {
      const candidate = item[i] ?? 0;
      if (candidate === but) continue;
      this.#worth[candidate] = (this.#worth[candidate] ?? 0) + by;
      this.#idle[candidate] = 0;
    }
  }
}

/** Numbers below a limit, each once, in no order, with a place each. */
class PlacedSet {
  size = 0;
  readonly #numbers: Int32Array;
  readonly #placeOf: Int32Array;

  constructor(limit: number) {
    this.#numbers = new Int32Array(limit);
    this.#placeOf = new Int32Array(limit);
  }

  at(place: number): number {
    return this.#numbers[place] ?? 0;
  }

  add(number: number): void {
    this.#numbers[this.size] = number;
    this.#placeOf[number] = this.size;
    this.size += 1;
  }

  remove(number: number): void {
    this.size -= 1;
    const last = this.at(this.size);
    const place = this.#placeOf[number] ?? 0;
    this.#numbers[place] = last;
    this.#placeOf[last] = place;
  }

  clear(): void {
    this.size = 0;
  }

  list(): number[] {
    return [...this.#numbers.subarray(0, this.size)];
  }
}
