import { Covering } from './siting-covering';
import { checkProblem, type SitingProblem } from './siting-problem';
import { reduceProblem } from './siting-reduce';
import { searchSites } from './siting-search';

export interface ChosenSites {
  /** Numbers of the candidates, each the one of the chosen that adds most to those before it; ties to the lowest number. Fewer than `k` where nothing more is gained. */
  readonly site: Int32Array;
  /** Weight that each adds to those before it, never increasing. */
  readonly gained: Float64Array;
  /** The sum of `gained`. */
  readonly total: number;
  /**
   * Most weight found with 0, 1, … candidates, up to `k` or as many as there are that matter: never falls, ends with `total`. Sets for other numbers need not hold one another.
   * Under a budget: the running total along the list.
   */
  readonly curve: Float64Array;
  /** Weight of each candidate chosen alone. */
  readonly alone: Float64Array;
  /** No choice weighs more than this; equal to `total` where the list is proved to be the best. Whole. */
  readonly atMost: number;
}

/**
 * Which `k` candidates gain most together: greedy, one more at a time, and after each one every exchange of one or of two for others that gains, a fresh start
 * without the ones chosen so far, a choice by prices of points, and walks on from there. Deterministic: ties to the lowest number. Prices say what nothing can
 * exceed; where that is more than the list, `siting-model.ts` states the problem to an exact solver.
 */
export function chooseSites(problem: SitingProblem): ChosenSites {
  checkProblem(problem);
  const { problem: reduced, candidate } = reduceProblem(problem);
  const covering = new Covering(reduced);
  const { sites, curve, bound } = searchSites(covering, reduced);
  const { site, gained } = inOrderOfGain(covering, sites);
  const total = gained.reduce((sum, one) => sum + one, 0);
  return { site: site.map((place) => candidate[place] ?? -1), gained, total, curve: problem.spending === null ? curve : runningTotals(gained), alone: weightsAlone(problem), atMost: Math.max(total, wholeBelow(bound)) };
}

/** Weights are whole, bounds sums of fractions: the whole number that a bound allows, with room for their rounding. */
const wholeBelow = (bound: number): number => Math.floor(bound * (1 + 1e-11) + 1e-6);

function weightsAlone({ reaches: { start, item }, weight, coveredAlready }: SitingProblem): Float64Array {
  const alone = new Float64Array(start.length - 1);
  for (let candidate = 0; candidate < alone.length; candidate += 1) {
    const stop = start[candidate + 1] ?? 0;
    let sum = 0;
    for (let i = start[candidate] ?? 0; i < stop; i += 1) if (coveredAlready[item[i] ?? 0] !== 1) sum += weight[item[i] ?? 0] ?? 0;
    alone[candidate] = sum;
  }
  return alone;
}

/** The same sites, each the one that adds most to those before it. */
function inOrderOfGain(covering: Covering, sites: readonly number[]): Pick<ChosenSites, 'site' | 'gained'> {
  covering.clear();
  const left = [...sites].sort((a, b) => a - b);
  const site = new Int32Array(sites.length);
  const gained = new Float64Array(sites.length);
  for (let step = 0; step < site.length; step += 1) {
    const next = left.reduce((best, one) => ((covering.gain[one] ?? 0) > (covering.gain[best] ?? 0) ? one : best));
    site[step] = next;
    gained[step] = covering.gain[next] ?? 0;
    covering.add(next);
    left.splice(left.indexOf(next), 1);
  }
  return { site, gained };
}

function runningTotals(gained: Float64Array): Float64Array {
  const totals = new Float64Array(gained.length + 1);
  gained.forEach((one, step) => (totals[step + 1] = (totals[step] ?? 0) + one));
  return totals;
}
