import { listCount, type Lists, turnRound } from './siting-lists';
import type { SitingProblem } from './siting-problem';

/**
 * A choice of candidates that can grow and shrink, with what each candidate would add to it kept at hand: adding or taking away one touches only the points
 * that change hands, and the candidates that reach those.
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
  /** How many of the choice reach each point. */
  readonly #count: Uint16Array;

  constructor({ reaches, weight, coveredAlready }: Pick<SitingProblem, 'reaches' | 'weight' | 'coveredAlready'>) {
    this.#reaches = reaches;
    this.#reachedBy = turnRound(reaches, weight.length);
    this.#weight = weight.map((one, point) => (coveredAlready[point] === 1 ? 0 : one));
    this.#count = new Uint16Array(weight.length);
    this.gain = new Float64Array(listCount(reaches));
    this.chosen = new Uint8Array(listCount(reaches));
    for (let candidate = 0; candidate < this.gain.length; candidate += 1) this.gain[candidate] = this.#weightOf(candidate);
    this.alone = this.gain.slice();
  }

  add(candidate: number): void {
    this.value += this.gain[candidate] ?? 0;
    this.chosen[candidate] = 1;
    this.size += 1;
    const { start, item } = this.#reaches;
    const stop = start[candidate + 1] ?? 0;
    for (let i = start[candidate] ?? 0; i < stop; i += 1) {
      const point = item[i] ?? 0;
      const before = this.#count[point] ?? 0;
      this.#count[point] = before + 1;
      if (before === 0) this.#offer(point, -(this.#weight[point] ?? 0));
    }
  }

  remove(candidate: number): void {
    this.chosen[candidate] = 0;
    this.size -= 1;
    const { start, item } = this.#reaches;
    const stop = start[candidate + 1] ?? 0;
    for (let i = start[candidate] ?? 0; i < stop; i += 1) {
      const point = item[i] ?? 0;
      const left = (this.#count[point] ?? 0) - 1;
      this.#count[point] = left;
      if (left === 0) this.#offer(point, this.#weight[point] ?? 0);
    }
    this.value -= this.gain[candidate] ?? 0;
  }

  /** Weight that only this one of the choice covers. */
  lossOf(candidate: number): number {
    const { start, item } = this.#reaches;
    const stop = start[candidate + 1] ?? 0;
    let loss = 0;
    for (let i = start[candidate] ?? 0; i < stop; i += 1) {
      const point = item[i] ?? 0;
      if (this.#count[point] === 1) loss += this.#weight[point] ?? 0;
    }
    return loss;
  }

  clear(): void {
    this.gain.set(this.alone);
    this.chosen.fill(0);
    this.#count.fill(0);
    this.value = 0;
    this.size = 0;
  }

  /** Makes these the choice. */
  restore(sites: readonly number[]): void {
    this.clear();
    for (const site of sites) this.add(site);
  }

  /** The chosen candidates, ascending. */
  list(): number[] {
    const list: number[] = [];
    for (let candidate = this.chosen.indexOf(1); candidate !== -1; candidate = this.chosen.indexOf(1, candidate + 1)) list.push(candidate);
    return list;
  }

  /** A point is to be had again, or no longer: whoever reaches it would add so much more. */
  #offer(point: number, weight: number): void {
    if (weight === 0) return;
    const { start, item } = this.#reachedBy;
    const stop = start[point + 1] ?? 0;
    for (let i = start[point] ?? 0; i < stop; i += 1) {
      const candidate = item[i] ?? 0;
      this.gain[candidate] = (this.gain[candidate] ?? 0) + weight;
    }
  }

  #weightOf(candidate: number): number {
    const { start, item } = this.#reaches;
    const stop = start[candidate + 1] ?? 0;
    let sum = 0;
    for (let i = start[candidate] ?? 0; i < stop; i += 1) sum += this.#weight[item[i] ?? 0] ?? 0;
    return sum;
  }
}
