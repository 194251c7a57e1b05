import { listCount, type Lists, turnRound } from './siting-lists';
import type { SitingProblem } from './siting-problem';

/**
 * A choice of candidates that can grow and shrink, with what each candidate would add to it kept at hand, and what it would in the place of each chosen one:
 * adding or taking away one touches only the points that change hands, and the candidates that reach those.
 */
export class Covering {
  /** Weight that each candidate would add to the choice; 0 for what is chosen. */
  readonly gain: Float64Array;
  /** Weight of each candidate alone. */
  readonly alone: Float64Array;
  /** 1: chosen. */
  readonly chosen: Uint8Array;
  /** Weight that the choice covers. */
  value = 0;
  size = 0;
  readonly #reaches: Lists;
  readonly #reachedBy: Lists;
  readonly #weight: Float64Array;
  /** How many of the choice reach each point, and the sum of their numbers: the number of the one where there is but one. */
  readonly #count: Uint16Array;
  readonly #numbers: Float64Array;
  /** For each place in the choice, what each candidate reaches of the points that only the one in that place does. */
  #instead = new Float64Array(0);
  readonly #placeOf: Int32Array;
  readonly #freePlaces: number[] = [];

  constructor({ reaches, weight, coveredAlready }: Pick<SitingProblem, 'reaches' | 'weight' | 'coveredAlready'>) {
    this.#reaches = reaches;
    this.#reachedBy = turnRound(reaches, weight.length);
    this.#weight = weight.map((one, point) => (coveredAlready[point] === 1 ? 0 : one));
    this.#count = new Uint16Array(weight.length);
    this.#numbers = new Float64Array(weight.length);
    this.gain = new Float64Array(listCount(reaches));
    this.chosen = new Uint8Array(listCount(reaches));
    this.#placeOf = new Int32Array(listCount(reaches)).fill(-1);
    for (let candidate = 0; candidate < this.gain.length; candidate += 1) this.gain[candidate] = this.#weightOf(candidate);
    this.alone = this.gain.slice();
  }

  add(candidate: number): void {
    this.value += this.gain[candidate] ?? 0;
    this.chosen[candidate] = 1;
    this.#placeOf[candidate] = this.#freePlaces.pop() ?? this.size;
    this.size += 1;
    this.#makeRoom();
    const { start, item } = this.#reaches;
    const stop = start[candidate + 1] ?? 0;
    for (let i = start[candidate] ?? 0; i < stop; i += 1) {
      const point = item[i] ?? 0;
      const before = this.#count[point] ?? 0;
      const numbers = this.#numbers[point] ?? 0;
      this.#count[point] = before + 1;
      this.#numbers[point] = numbers + candidate;
      if (before === 0) this.#handOver(point, NOBODY, candidate, -1);
      else if (before === 1) this.#handOver(point, numbers, NOBODY, 0);
    }
  }

  remove(candidate: number): void {
    const { start, item } = this.#reaches;
    const stop = start[candidate + 1] ?? 0;
    for (let i = start[candidate] ?? 0; i < stop; i += 1) {
      const point = item[i] ?? 0;
      const left = (this.#count[point] ?? 0) - 1;
      const numbers = (this.#numbers[point] ?? 0) - candidate;
      this.#count[point] = left;
      this.#numbers[point] = numbers;
      if (left === 0) this.#handOver(point, candidate, NOBODY, 1);
      else if (left === 1) this.#handOver(point, NOBODY, numbers, 0);
    }
    this.chosen[candidate] = 0;
    this.size -= 1;
    this.#freePlaces.push(this.#placeOf[candidate] ?? 0);
    this.#placeOf[candidate] = -1;
    this.value -= this.gain[candidate] ?? 0;
  }

  /**
   * The candidate that is worth most in the place of a chosen one: by `worth`, what it is worth beside the whole choice, and what it reaches of the points that
   * only this one does. With costs, of those that cost no more than `left`. −1: none is worth anything.
   */
  mostWorthInstead(chosen: number, worth: Float64Array, cost: Float64Array | null, left: number): number {
    const row = (this.#placeOf[chosen] ?? 0) * this.gain.length;
    let [most, best] = [-Infinity, -1];
    for (let candidate = 0; candidate < worth.length; candidate += 1) {
      const one = (worth[candidate] ?? 0) + (this.#instead[row + candidate] ?? 0);
      if (one > most && (cost === null || (cost[candidate] ?? NaN) <= left)) [most, best] = [one, candidate];
    }
    return best;
  }

  /** What a candidate reaches of the points that only this chosen one does. */
  sharedOf(chosen: number, candidate: number): number {
    return this.#instead[(this.#placeOf[chosen] ?? 0) * this.gain.length + candidate] ?? 0;
  }

  /** Weight that only this one of the choice covers. */
  lossOf(chosen: number): number {
    return this.sharedOf(chosen, chosen);
  }

  clear(): void {
    this.gain.set(this.alone);
    this.chosen.fill(0);
    this.#count.fill(0);
    this.#numbers.fill(0);
    this.#instead.fill(0);
    this.#placeOf.fill(-1);
    this.#freePlaces.length = 0;
    this.value = 0;
    this.size = 0;
  }

  /** Makes these the choice. */
  restore(sites: readonly number[]): void {
    const kept = new Set(sites);
    for (const site of this.list()) if (!kept.has(site)) this.remove(site);
    for (const site of sites) if (this.chosen[site] !== 1) this.add(site);
  }

  /** The chosen candidates, ascending. */
  list(): number[] {
    const list: number[] = [];
    for (let candidate = this.chosen.indexOf(1); candidate !== -1; candidate = this.chosen.indexOf(1, candidate + 1)) list.push(candidate);
    return list;
  }

  /** A point that one of the choice alone reached, or now does: from whom, and to whom; `offered` 1: everybody may have it now, −1: no longer. */
  #handOver(point: number, from: number, to: number, offered: number): void {
    const weight = this.#weight[point] ?? 0;
    if (weight === 0) return;
    const { start, item } = this.#reachedBy;
    const stop = start[point + 1] ?? 0;
    const row = (this.#placeOf[from === NOBODY ? to : from] ?? 0) * this.gain.length;
    const moved = from === NOBODY ? weight : -weight;
    const added = offered * weight;
    for (let i = start[point] ?? 0; i < stop; i += 1) {
      const candidate = item[i] ?? 0;
      this.#instead[row + candidate] = (this.#instead[row + candidate] ?? 0) + moved;
      if (added !== 0) this.gain[candidate] = (this.gain[candidate] ?? 0) + added;
    }
  }

  #makeRoom(): void {
    const needed = this.size * this.gain.length;
    if (this.#instead.length >= needed) return;
    const larger = new Float64Array(Math.min(2 * this.size, this.gain.length) * this.gain.length);
    larger.set(this.#instead);
    this.#instead = larger;
  }

  #weightOf(candidate: number): number {
    const { start, item } = this.#reaches;
    const stop = start[candidate + 1] ?? 0;
    let sum = 0;
    for (let i = start[candidate] ?? 0; i < stop; i += 1) sum += this.#weight[item[i] ?? 0] ?? 0;
    return sum;
  }
}

const NOBODY = -1;
