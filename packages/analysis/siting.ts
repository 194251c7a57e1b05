import { Covering } from './siting-covering';
import { checkProblem, type SitingProblem } from './siting-problem';
import { searchSites } from './siting-search';

export interface ChosenSites {
  /** Numbers of the candidates, each the one of the chosen that adds most to those before it; ties to the lowest number. Fewer than `k` where nothing more is gained. */
  readonly site: Int32Array;
  /** Weight that each adds to those before it, never increasing. */
  readonly gained: Float64Array;
  /** The sum of `gained`. */
  readonly total: number;
  /**
   * Most weight found with 0, 1, … k candidates: never falls, ends with `total`. Sets for other numbers need not hold one another.
   * Under a budget: the running total along the list.
   */
  readonly curve: Float64Array;
  /** Weight of each candidate chosen alone. */
  readonly alone: Float64Array;
}

/**
 * Which `k` candidates gain most together: greedy, one more at a time, and after each one every exchange of one or of two for others that gains, and a fresh
 * start without the ones chosen so far. Deterministic: ties to the lowest number. Not proved best: `siting-model.ts` states the problem to an exact solver.
 */
export function chooseSites(problem: SitingProblem): ChosenSites {
  checkProblem(problem);
  const covering = new Covering(problem);
  const alone = covering.gain.slice();
  const { sites, curve } = searchSites(covering, problem);
  const order = inOrderOfGain(covering, sites);
  const total = order.gained.reduce((sum, one) => sum + one, 0);
  return { ...order, total, curve: problem.spending === null ? curve : runningTotals(order.gained), alone };
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
