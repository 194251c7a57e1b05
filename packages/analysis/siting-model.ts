import { listCount, turnRound } from './siting-lists';
import type { SitingProblem } from './siting-problem';

/** A linear model with whole variables: maximise `value · x` under `lower ≤ A x ≤ upper`, `A` row by row, every `x` in [0, 1]. */
export interface SitingModel {
  readonly value: Float64Array;
  /** 1: the variable is 0 or 1, nothing between. The first ones are the candidates, in their order. */
  readonly whole: Uint8Array;
  readonly rowStart: Int32Array;
  readonly column: Int32Array;
  readonly factor: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * The problem as a model for an exact solver (Church & ReVelle 1974): a candidate is chosen or not; a point counts as far as chosen ones reach it, at most
 * once; at most `k` are chosen, within the budget. A point that one candidate alone reaches is worth of that candidate and needs no variable. Points and
 * candidates are taken as they are: reduce first.
 */
export function writeSitingModel({ reaches, weight, coveredAlready, k, spending }: SitingProblem): SitingModel {
  const candidates = listCount(reaches);
  const reachedBy = turnRound(reaches, weight.length);
  const value = Array.from({ length: candidates }, () => 0);
  const rowStart = [0];
  const column: number[] = [];
  const factor: number[] = [];
  const lower: number[] = [];
  const upper: number[] = [];
  const addRow = (columns: Iterable<number>, factorOf: (column: number) => number, from: number, to: number): void => {
    for (const one of columns) {
      column.push(one);
      factor.push(factorOf(one));
    }
    rowStart.push(column.length);
    lower.push(from);
    upper.push(to);
  };
  const everyCandidate = value.map((_, candidate) => candidate);
  addRow(everyCandidate, () => 1, 0, k);
  if (spending !== null) addRow(everyCandidate, (candidate) => spending.cost[candidate] ?? NaN, 0, spending.budget);
  for (let point = 0; point < weight.length; point += 1) {
    const by = reachedBy.item.subarray(reachedBy.start[point], reachedBy.start[point + 1]);
    const heads = coveredAlready[point] === 1 ? 0 : (weight[point] ?? 0);
    const [only] = by;
    if (only === undefined || heads === 0) continue;
    if (by.length === 1) {
      value[only] = (value[only] ?? 0) + heads;
      continue;
    }
    const counted = value.length;
    value.push(heads);
    addRow([...by, counted], (one) => (one === counted ? -1 : 1), 0, Infinity);
  }
  return {
    value: Float64Array.from(value),
    whole: Uint8Array.from(value, (_, variable) => (variable < candidates ? 1 : 0)),
    rowStart: Int32Array.from(rowStart),
    column: Int32Array.from(column),
    factor: Float64Array.from(factor),
    lower: Float64Array.from(lower),
    upper: Float64Array.from(upper),
  };
}

/** The values of all variables of a model once these candidates are chosen: what a solver may begin with. */
export function valuesOfChoice({ value, rowStart, column, lower, upper }: SitingModel, chosen: Iterable<number>): Float64Array {
  const values = new Float64Array(value.length);
  for (const candidate of chosen) values[candidate] = 1;
  for (let row = 0; row < lower.length; row += 1) {
    if (upper[row] !== Infinity) continue;
    const stop = rowStart[row + 1] ?? 0;
    const reached = column.subarray(rowStart[row], stop - 1).some((candidate) => values[candidate] === 1);
    values[column[stop - 1] ?? 0] = reached ? 1 : 0;
  }
  return values;
}

/** Weight that these candidates reach together. */
export function weightOf({ reaches: { start, item }, weight, coveredAlready }: SitingProblem, chosen: Iterable<number>): number {
  const seen = coveredAlready.slice();
  let sum = 0;
  for (const candidate of chosen) for (const point of item.subarray(start[candidate], start[candidate + 1])) {
    if (seen[point] === 1) continue;
    seen[point] = 1;
    sum += weight[point] ?? 0;
  }
  return sum;
}
