import { NeglectWalk } from './siting-neglect';
import type { SitingProblem } from './siting-problem';

/** Where the list may be this share below the best, it is far. */
const FAR = 0.005;
/** Longest lists, in items, of problems that are searched further: above, the steps that time allows would be too few to gain anything. */
const MOST_ITEMS = 50_000;
/** What is left out comes to count for more only where at least this share of everybody might be reached: elsewhere every choice leaves most of them out. */
const NEARLY_ALL = 0.9;
/** How many times its weight a point counts for at first: the fewer, the sooner those that are left out count for more. */
const PATIENCE = [10, 3, 1];
/** Steps of each walk that reaches for what is left out, at most; fewer where so many steps would go through more items. */
const NEGLECT_STEPS = { most: 3000, items: 30_000_000 };
/** The same of charged walks. */
const CHARGED_STEPS = { most: 200, items: 5_000_000 };

/** Shares of what they reach that candidates are charged on the walks that go further: finer than on the first ones. */
export const FINE_CHARGES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6];

type Choice = readonly number[];

/** What the search knows of choices. */
interface Judge {
  readonly valueOf: (sites: Choice) => number;
  /** Of several choices of up to `size` the one that covers most once each is improved. */
  readonly bestOf: (choices: readonly Choice[], size: number) => Choice;
}

/** Goes on where the first search may have missed something worth the time: walks that are longer, and others. Counted in steps, never in time: alike at each run. */
export class FurtherSearch {
  readonly #problem: SitingProblem;
  readonly #judge: Judge;
  readonly #items: number;
  readonly #everybody: number;
  #neglect: NeglectWalk | null = null;

  constructor(problem: SitingProblem, judge: Judge) {
    this.#problem = problem;
    this.#judge = judge;
    this.#items = Math.max(1, problem.reaches.item.length);
    this.#everybody = problem.weight.reduce((sum, one) => sum + one, 0);
  }

  /** `best`, or a choice that covers more: `bound` is what none can exceed, `charged` the walks by charges, `times` how many times the usual steps. */
  orBetter(best: Choice, size: number, bound: number, charged: readonly ((steps: number) => Choice)[], times = 1): Choice {
    if (this.#items > MOST_ITEMS || !this.#isFar(best, bound)) return best;
    let found = bound < NEARLY_ALL * this.#everybody ? best : this.#reachingTheLeftOut(best, size, bound, this.#stepsOf(NEGLECT_STEPS) * times);
    for (const walk of charged) if (this.#isFar(found, bound)) found = this.#judge.bestOf([found, walk(this.#stepsOf(CHARGED_STEPS) * times)], size);
    return found;
  }

  #reachingTheLeftOut(best: Choice, size: number, bound: number, steps: number): Choice {
    const walk = (this.#neglect ??= new NeglectWalk(this.#problem));
    return this.#judge.bestOf([best, ...PATIENCE.map((patience) => walk.walkFrom(best, size, steps, bound, patience))], size);
  }

  #isFar(sites: Choice, bound: number): boolean {
    return this.#judge.valueOf(sites) < (1 - FAR) * bound;
  }

  #stepsOf({ most, items }: { most: number; items: number }): number {
    return Math.round(Math.min(most, items / this.#items));
  }
}
