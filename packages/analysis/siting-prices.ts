import { listCount, type Lists } from './siting-lists';
import type { SitingProblem } from './siting-problem';

/**
 * Prices of points by Lagrangean relaxation (Galvão & ReVelle 1996): each point pays the candidates that reach it; what several chosen ones reach grows cheaper, what
 * none reaches grows dearer. The candidates that earn most at such prices are a choice that sees who else is chosen, which greed does not.
 * Costs are not looked at.
 */
export class PointPrices {
  readonly #reaches: Lists;
  readonly #weight: Float64Array;
  readonly #price: Float64Array;
  readonly #earned: Float64Array;
  readonly #count: Uint16Array;

  constructor({ reaches, weight, coveredAlready }: Pick<SitingProblem, 'reaches' | 'weight' | 'coveredAlready'>) {
    this.#reaches = reaches;
    this.#weight = weight.map((one, point) => (coveredAlready[point] === 1 ? 0 : one));
    this.#price = this.#weight.slice();
    this.#earned = new Float64Array(listCount(reaches));
    this.#count = new Uint16Array(weight.length);
  }

  /** Adjusts the prices round by round to a choice of `size`; the choice that covered most on the way. */
  search(size: number, rounds: number): number[] {
    let best: number[] = [];
    let most = 0;
    let [lowest, since, step] = [Infinity, 0, 1];
    for (let round = 0; round < rounds; round += 1) {
      const top = this.#topEarners(size);
      const { covered, bound, unevenness } = this.#look(top);
      if (covered > most) [best, most] = [top, covered];
      since = bound < lowest ? 0 : since + 1;
      lowest = Math.min(lowest, bound);
      if (since >= PATIENCE) [step, since] = [step / 2, 0];
      if (unevenness === 0 || lowest < most + 1) break;
      this.#adjust((step * (bound - most)) / unevenness);
    }
    return best;
  }

  #topEarners(size: number): number[] {
    const { start, item } = this.#reaches;
    const top: number[] = [];
    for (let candidate = 0; candidate < this.#earned.length; candidate += 1) {
      const stop = start[candidate + 1] ?? 0;
      let earned = 0;
      for (let i = start[candidate] ?? 0; i < stop; i += 1) earned += this.#price[item[i] ?? 0] ?? 0;
      this.#earned[candidate] = earned;
      if (top.length === size && earned <= (this.#earned[top[size - 1] ?? 0] ?? 0)) continue;
      let place = top.length;
      while (place > 0 && earned > (this.#earned[top[place - 1] ?? 0] ?? 0)) place -= 1;
      top.splice(place, 0, candidate);
      if (top.length > size) top.pop();
    }
    return top;
  }

  /** What the choice covers, what no choice can exceed at these prices, and how unevenly points are reached. */
  #look(top: readonly number[]): { covered: number; bound: number; unevenness: number } {
    const { start, item } = this.#reaches;
    this.#count.fill(0);
    let [covered, bound, unevenness] = [0, 0, 0];
    for (const candidate of top) {
      bound += this.#earned[candidate] ?? 0;
      const stop = start[candidate + 1] ?? 0;
      for (let i = start[candidate] ?? 0; i < stop; i += 1) {
        const point = item[i] ?? 0;
        this.#count[point] = (this.#count[point] ?? 0) + 1;
      }
    }
    for (let point = 0; point < this.#weight.length; point += 1) {
      const weight = this.#weight[point] ?? 0;
      const price = this.#price[point] ?? 0;
      const count = this.#count[point] ?? 0;
      bound += weight - price;
      if (count > 0) covered += weight;
      const difference = count - (price < weight ? 1 : 0);
      if (weight > 0) unevenness += difference * difference;
    }
    return { covered, bound, unevenness };
  }

  #adjust(step: number): void {
    for (let point = 0; point < this.#weight.length; point += 1) {
      const weight = this.#weight[point] ?? 0;
      const price = this.#price[point] ?? 0;
      this.#price[point] = Math.min(weight, Math.max(0, price - step * ((this.#count[point] ?? 0) - (price < weight ? 1 : 0))));
    }
  }
}

/** Rounds without a better bound after which steps are halved. */
const PATIENCE = 6;
