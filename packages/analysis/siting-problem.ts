import type { Lists } from './siting-lists';

/** A maximal covering location problem (Church & ReVelle 1974) with the existing sites locked in. */
export interface SitingProblem {
  /** For each candidate, the points that it reaches, each once. */
  readonly reaches: Lists;
  /** What each point counts for. Whole numbers whose sum stays below 2⁵³, so that sums have no rounding and no order. */
  readonly weight: Float64Array;
  /** 1: an existing site reaches the point, or it does not count: nobody can gain it. */
  readonly coveredAlready: Uint8Array;
  /** Candidates chosen at most. */
  readonly k: number;
  /** What each candidate costs, and what may be spent. NaN: not known, so it cannot be chosen: unknown is not free. Null: cost does not matter. */
  readonly spending: { readonly cost: Float64Array; readonly budget: number } | null;
}

/** Throws where the parts do not fit each other, or a weight is no whole number. */
export function checkProblem({ reaches: { start, item }, weight, coveredAlready, k, spending }: SitingProblem): void {
  if (!Number.isInteger(k) || k < 0) throw new Error(`k is ${k}; a whole number of candidates expected`);
  if (coveredAlready.length !== weight.length) throw new Error(`coveredAlready holds ${coveredAlready.length} points; ${weight.length} expected`);
  if ((start.at(-1) ?? 0) !== item.length) throw new Error(`lists end at ${start.at(-1) ?? 0}; ${item.length} items expected`);
  if (spending !== null && spending.cost.length !== start.length - 1) throw new Error(`cost holds ${spending.cost.length} candidates; ${start.length - 1} expected`);
  const fraction = weight.find((one) => !Number.isInteger(one) || one < 0);
  if (fraction !== undefined) throw new Error(`a point weighs ${fraction}; whole numbers from 0 expected`);
}
