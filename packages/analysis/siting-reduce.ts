import { listCount, type Lists, packLists, turnRound } from './siting-lists';
import type { SitingProblem } from './siting-problem';

/** A smaller problem with the same best weight. `candidate`: the number that each of its candidates had. */
export interface ReducedProblem {
  readonly problem: SitingProblem;
  readonly candidate: Int32Array;
}

/**
 * Leaves out what cannot matter: points that nobody can gain, candidates that gain nobody or cannot be afforded, candidates all of whose points another one
 * reaches too for no more cost (equal ones: the lowest number stays); and makes one point of those that the same candidates reach. Whatever the reduced problem
 * allows, the whole one allows with the same weight, and a best choice of the whole one is among them.
 */
export function reduceProblem(problem: SitingProblem): ReducedProblem {
  const usable = usableCandidates(problem);
  let merged = mergePoints(pickCandidates(problem, usable));
  let numbers = usable;
  // Points that only told a candidate from one that outdoes it are alike once it is gone, and so on: twice is nearly always all.
  for (let round = 0; round < 2; round += 1) {
    const stay = notOutdone(merged);
    if (stay.length === numbers.length) break;
    numbers = stay.map((place) => numbers[place] ?? 0);
    merged = mergePoints(pickCandidates(merged, stay));
  }
  return { problem: merged, candidate: Int32Array.from(numbers) };
}

function usableCandidates({ reaches: { start, item }, weight, coveredAlready, spending }: SitingProblem): number[] {
  return Array.from({ length: start.length - 1 }, (_, candidate) => candidate).filter((candidate) => {
    if (spending !== null && !((spending.cost[candidate] ?? NaN) <= spending.budget)) return false;
    return item.subarray(start[candidate], start[candidate + 1]).some((point) => coveredAlready[point] !== 1 && (weight[point] ?? 0) > 0);
  });
}

function pickCandidates({ reaches, spending, ...rest }: SitingProblem, numbers: readonly number[]): SitingProblem {
  return {
    ...rest,
    reaches: packLists(numbers.map((number) => reaches.item.subarray(reaches.start[number], reaches.start[number + 1]))),
    spending: spending === null ? null : { ...spending, cost: Float64Array.from(numbers, (number) => spending.cost[number] ?? NaN) },
  };
}

/** One point for all that the same candidates reach, in the order of the first of them. */
function mergePoints(problem: SitingProblem): SitingProblem {
  const { reaches, weight, coveredAlready } = problem;
  const reachedBy = turnRound(reaches, weight.length);
  const placeOf = new Int32Array(weight.length).fill(-1);
  const firsts: number[] = [];
  const sums: number[] = [];
  const byHash = new Map<number, number[]>();
  for (let point = 0; point < weight.length; point += 1) {
    const heads = coveredAlready[point] === 1 ? 0 : (weight[point] ?? 0);
    const hash = heads === 0 ? null : hashOf(reachedBy, point);
    if (hash === null) continue;
    const alike = byHash.get(hash) ?? [];
    let place = alike.find((one) => sameList(reachedBy, firsts[one] ?? 0, point)) ?? -1;
    if (place === -1) {
      place = firsts.length;
      firsts.push(point);
      sums.push(0);
      byHash.set(hash, [...alike, place]);
    }
    placeOf[point] = place;
    sums[place] = (sums[place] ?? 0) + heads;
  }
  return { ...problem, reaches: turnRound(packLists(firsts.map((point) => reachedBy.item.subarray(reachedBy.start[point], reachedBy.start[point + 1]))), listCount(reaches)), weight: Float64Array.from(sums), coveredAlready: new Uint8Array(sums.length) };
}

/** Null: an empty list. */
function hashOf({ start, item }: Lists, list: number): number | null {
  const [first, stop] = [start[list] ?? 0, start[list + 1] ?? 0];
  if (first === stop) return null;
  let hash = stop - first;
  for (let i = first; i < stop; i += 1) hash = (Math.imul(hash, 0x01000193) ^ (item[i] ?? 0)) >>> 0;
  return hash;
}

function sameList({ start, item }: Lists, a: number, b: number): boolean {
  const [firstA, firstB] = [start[a] ?? 0, start[b] ?? 0];
  const length = (start[a + 1] ?? 0) - firstA;
  if ((start[b + 1] ?? 0) - firstB !== length) return false;
  for (let i = 0; i < length; i += 1) if (item[firstA + i] !== item[firstB + i]) return false;
  return true;
}

/** Candidates that no other one outdoes, ascending. */
function notOutdone({ reaches, weight, spending }: SitingProblem): number[] {
  const reachedBy = turnRound(reaches, weight.length);
  const { start, item } = reaches;
  const sizeOf = (candidate: number): number => (start[candidate + 1] ?? 0) - (start[candidate] ?? 0);
  const costOf = (candidate: number): number => spending?.cost[candidate] ?? 0;
  const mark = new Int32Array(weight.length).fill(-1);
  const outdoes = (other: number, candidate: number): boolean => {
    if (other === candidate || costOf(other) > costOf(candidate) || sizeOf(other) < sizeOf(candidate)) return false;
    if (sizeOf(other) === sizeOf(candidate) && costOf(other) === costOf(candidate) && other > candidate) return false;
    let shared = 0;
    for (const point of item.subarray(start[other], start[other + 1])) if (mark[point] === candidate) shared += 1;
    return shared === sizeOf(candidate);
  };
  return Array.from({ length: listCount(reaches) }, (_, candidate) => candidate).filter((candidate) => {
    const points = item.subarray(start[candidate], start[candidate + 1]);
    if (points.length === 0) return false;
    for (const point of points) mark[point] = candidate;
    // Whoever outdoes it reaches every point of it, also the one that fewest reach.
    const rarest = points.reduce((best, point) => (degree(reachedBy, point) < degree(reachedBy, best) ? point : best));
    return !reachedBy.item.subarray(reachedBy.start[rarest], reachedBy.start[rarest + 1]).some((other) => outdoes(other, candidate));
  });
}

const degree = ({ start }: Lists, list: number): number => (start[list + 1] ?? 0) - (start[list] ?? 0);
