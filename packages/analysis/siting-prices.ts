import { listCount, type Lists } from './siting-lists';
import type { SitingProblem } from './siting-problem';

/**
 * Prices of points, and of what is spent, by Lagrangean relaxation (Galvão & ReVelle 1996): each point pays the candidates that reach it; what several chosen
 * ones reach grows cheaper, what none reaches grows dearer, and so does money while too much is spent. Prices follow the mean of the rounds, not the last one (volume
 * algorithm, Barahona & Anbil 2000), so that the mean also says how often each candidate was among those that earn most: near to what a linear program would choose. Such
 * candidates are a choice that sees who else is chosen, which greed does not; and whatever the prices, nothing exceeds what they add up to.
 */
export class PointPrices {
  readonly #reaches: Lists;
  readonly #weight: Float64Array;
  readonly #price: Float64Array;
  readonly #earned: Float64Array;
  /** Mean of the rounds: how often each candidate was chosen. */
  readonly #often: Float64Array;
  /** Mean of the rounds: how much more often each point was reached than it counts. */
  readonly #surplus: Float64Array;
  readonly #count: Uint16Array;
  readonly #cost: Float64Array | null;
  readonly #budget: number;
  readonly #meanCost: number;
  #priceOfCost = 0;
  #overspent = 0;
  /** Prices and means of another size are where to begin. */
  #begun = false;

  constructor({ reaches, weight, coveredAlready, spending }: SitingProblem) {
    this.#reaches = reaches;
    this.#weight = weight.map((one, point) => (coveredAlready[point] === 1 ? 0 : one));
    this.#price = this.#weight.slice();
    this.#earned = new Float64Array(listCount(reaches));
    this.#often = new Float64Array(listCount(reaches));
    this.#surplus = new Float64Array(weight.length);
    this.#count = new Uint16Array(weight.length);
    this.#cost = spending?.cost ?? null;
    this.#budget = spending?.budget ?? 0;
    this.#meanCost = (spending?.cost.reduce((sum, cost) => sum + cost, 0) ?? 0) / Math.max(1, listCount(reaches)) || 1;
  }

  /** What a candidate must earn for each unit that it costs. */
  get priceOfCost(): number {
    return this.#priceOfCost;
  }

  /**
   * Adjusts the prices round by round to choices of `size`. Now and then `propose` is given candidates, the most wanted first, and answers with the weight
   * that a choice along them reached; `known`: weight of a choice that is known. Ends where nothing better can be. Answers with what no choice of this size,
   * within the budget, can exceed: not whole, and rounded as sums of fractions are.
   */
  search(size: number, rounds: number, known: number, propose: (wanted: readonly number[]) => number): number {
    let most = known;
    let [lowest, since, step] = [this.#weight.reduce((sum, one) => sum + one, 0), 0, this.#begun ? LATER_STEP : 1];
    if (!this.#begun && this.#cost !== null) this.#priceOfCost = known / this.#budget / 2;
    for (let round = 0; round < rounds; round += 1) {
      const top = this.#topEarners(size);
      const bound = this.#look(top, this.#begun ? MEMORY : 1);
      this.#begun = true;
      since = bound < lowest ? 0 : since + 1;
      lowest = Math.min(lowest, bound);
      if (round % PROPOSE_EVERY === PROPOSE_EVERY - 1 || round === rounds - 1) most = Math.max(most, propose(top), propose(this.#mostOften(size)));
      // Weights are whole: no choice lies between.
      if (lowest < most + 1) break;
      if (since >= PATIENCE) [step, since] = [step / 2, 0];
      if (!this.#adjust(step * (bound - most))) break;
    }
    return lowest;
  }

  #topEarners(size: number): number[] {
    const { start, item } = this.#reaches;
    for (let candidate = 0; candidate < this.#earned.length; candidate += 1) {
      const stop = start[candidate + 1] ?? 0;
      let earned = this.#cost === null ? 0 : -this.#priceOfCost * (this.#cost[candidate] ?? 0);
      for (let i = start[candidate] ?? 0; i < stop; i += 1) earned += this.#price[item[i] ?? 0] ?? 0;
      this.#earned[candidate] = earned;
    }
    return highest(this.#earned, size);
  }

  /** Where a budget binds, more than can be afforded are named: some will not fit. */
  #mostOften(size: number): number[] {
    return highest(this.#often, this.#cost === null ? size : 3 * size);
  }

  /** Takes the choice into the means; what no choice can exceed at these prices. */
  #look(top: readonly number[], memory: number): number {
    const { start, item } = this.#reaches;
    this.#count.fill(0);
    let bound = this.#priceOfCost * this.#budget;
    let spent = 0;
    for (let candidate = 0; candidate < this.#often.length; candidate += 1) this.#often[candidate] = (this.#often[candidate] ?? 0) * (1 - memory);
    for (const candidate of top) {
      bound += this.#earned[candidate] ?? 0;
      spent += this.#cost?.[candidate] ?? 0;
      this.#often[candidate] = (this.#often[candidate] ?? 0) + memory;
      const stop = start[candidate + 1] ?? 0;
      for (let i = start[candidate] ?? 0; i < stop; i += 1) {
        const point = item[i] ?? 0;
        this.#count[point] = (this.#count[point] ?? 0) + 1;
      }
    }
    for (let point = 0; point < this.#weight.length; point += 1) {
      const left = (this.#weight[point] ?? 0) - (this.#price[point] ?? 0);
      bound += left;
      this.#surplus[point] = (1 - memory) * (this.#surplus[point] ?? 0) + memory * ((this.#count[point] ?? 0) - (left > 0 ? 1 : 0));
    }
    this.#overspent = (1 - memory) * this.#overspent + (memory * (spent - this.#budget)) / this.#meanCost;
    return bound;
  }

  /** False: the means ask for no change. */
  #adjust(distance: number): boolean {
    let unevenness = this.#cost === null ? 0 : this.#overspent * this.#overspent;
    for (const one of this.#surplus) unevenness += one * one;
    if (unevenness === 0) return false;
    const step = distance / unevenness;
    for (let point = 0; point < this.#price.length; point += 1) {
      this.#price[point] = Math.min(this.#weight[point] ?? 0, Math.max(0, (this.#price[point] ?? 0) - step * (this.#surplus[point] ?? 0)));
    }
    if (this.#cost !== null) this.#priceOfCost = Math.max(0, this.#priceOfCost + (step * this.#overspent) / this.#meanCost);
    return true;
  }
}

/** Rounds without a better bound after which steps are halved. */
const PATIENCE = 10;
/** Share of the last round in the means. */
const MEMORY = 0.15;
const PROPOSE_EVERY = 10;
/** Length of steps to begin with where prices stand from another size. */
const LATER_STEP = 0.4;

/** Places of the highest values above zero, at most `size`, the highest first; equal ones in their order. */
function highest(values: Float64Array, size: number): number[] {
  const top: number[] = [];
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place] ?? 0;
    if (value <= 0 || (top.length === size && value <= (values[top[size - 1] ?? 0] ?? 0))) continue;
    let at = top.length;
    while (at > 0 && value > (values[top[at - 1] ?? 0] ?? 0)) at -= 1;
    top.splice(at, 0, place);
    if (top.length > size) top.pop();
  }
  return top;
}
