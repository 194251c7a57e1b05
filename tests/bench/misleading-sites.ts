import { packLists } from '#analysis/siting-lists';
import type { SitingProblem } from '#analysis/siting-problem';
import { pick, seededRandom } from './seeded-random';

const problemOf = (lists: readonly number[][], weight: readonly number[], k: number): SitingProblem =>
  ({ reaches: packLists(lists), weight: Float64Array.from(weight), coveredAlready: new Uint8Array(weight.length), k, spending: null });

/**
 * The family on which greed is worst (Feige 1998; the bound 1 − (1 − 1/k)ᵏ): `k` good candidates share the people out among them, `kᵏ` each. Bait `i` takes the
 * k-th part of what is left of every good one, and one person more, so that greed takes bait after bait. The good ones together reach everybody but those `k`
 * extra people, and no choice with a bait in it reaches as many: best is k · kᵏ.
 */
export function baitEveryStep(k: number): SitingProblem {
  const weight: number[] = [];
  const good: number[][] = Array.from({ length: k }, () => []);
  const bait: number[][] = [];
  for (let step = 0; step < k; step += 1) {
    const points: number[] = [];
    for (const one of good) {
      one.push(weight.length);
      points.push(weight.length);
      // kᵏ × (1 − 1/k)^step ÷ k
      weight.push((k - 1) ** step * k ** (k - 1 - step));
    }
    points.push(weight.length);
    weight.push(1);
    bait.push(points);
  }
  for (const one of good) {
    one.push(weight.length);
    weight.push((k - 1) ** k);
  }
  return problemOf([...bait, ...good], weight, k);
}

/** Pairs of towns with a post between: the post reaches 60 % of both and looks best, but with two for each pair the towns' own are. Best: everybody. */
export function postsBetweenTowns(pairs: number): SitingProblem {
  const weight: number[] = [];
  const lists: number[][] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const size = 1000 + pair;
    const first = weight.length;
    weight.push(4 * size, 6 * size, 6 * size, 4 * size);
    lists.push([first + 1, first + 2], [first, first + 1], [first + 2, first + 3]);
  }
  return problemOf(lists, weight, 2 * pairs);
}

/** `k` candidates that share out 40 · k people without overlap, hidden among others that each reach a fifth more, anywhere. Best: everybody. */
export function hiddenPartition(k: number, decoys: number, seed: number): SitingProblem {
  const random = seededRandom(seed);
  const points = 40 * k;
  const shuffled = shuffle(Array.from({ length: points }, (_, point) => point), random);
  const good = Array.from({ length: k }, (_, one) => shuffled.slice(40 * one, 40 * one + 40));
  const others = Array.from({ length: decoys }, () => shuffle(Array.from({ length: points }, (_, point) => point), random).slice(0, 48));
  return problemOf(shuffle([...good, ...others], random), Array.from({ length: points }, () => 1), k);
}

/** What makes a planted partition harder to see, or other than all alike. */
interface Disguise {
  /** Partitions, each of which reaches everybody; 1 if left out. */
  readonly partitions?: number;
  /** Points weigh 2 to 244 instead of 1: a few count for most. */
  readonly unequal?: boolean;
  /** Share of the points that existing structures reach already. */
  readonly locked?: number;
  /** Instead of `k`, a budget that the partition uses up to the last unit at 10 each; a decoy costs 9. */
  readonly priced?: boolean;
}

/** `k` candidates that share `k · share` points out among them, hidden among decoys of `size` points anywhere. Best: everybody who can be gained. */
export function plantedPartition(k: number, share: number, decoys: number, size: number, seed: number, { partitions = 1, unequal = false, locked = 0, priced = false }: Disguise = {}): SitingProblem {
  const random = seededRandom(seed);
  const points = Array.from({ length: k * share }, (_, point) => point);
  const some = (): number[] => shuffle([...points], random);
  const good = Array.from({ length: partitions }, some).flatMap((order) => Array.from({ length: k }, (_, one) => order.slice(share * one, share * (one + 1))));
  const candidates = shuffle([...good.map((list) => ({ list, cost: 10 })), ...Array.from({ length: decoys }, () => ({ list: some().slice(0, size), cost: 9 }))], random);
  const weight = points.map(() => (unequal ? Math.floor(3 ** (5 * random())) + 1 : 1));
  return {
    ...problemOf(candidates.map(({ list }) => list), weight, priced ? candidates.length : k),
    coveredAlready: Uint8Array.from(points, () => (random() < locked ? 1 : 0)),
    spending: priced ? { cost: Float64Array.from(candidates, ({ cost }) => cost), budget: 10 * k } : null,
  };
}

/** Everybody who can be gained: what a planted partition reaches. */
export const everybody = ({ weight, coveredAlready }: SitingProblem): number => weight.reduce((sum, one, point) => sum + (coveredAlready[point] === 1 ? 0 : one), 0);

/**
 * The rule of most for its cost is fooled: crumbs of 2 to 7 points at four fifths of the price of a point, and larger ones that cost a little too much, beside `k`
 * candidates of 30 points at 100 each that use up the budget and share everybody out among them.
 */
export function crumbsBesideMeals(k: number, crumbs: number, seed: number): SitingProblem {
  const random = seededRandom(seed);
  const points = Array.from({ length: 30 * k }, (_, point) => point);
  const some = (size: number): number[] => shuffle([...points], random).slice(0, size);
  const whole = some(points.length);
  const meals = Array.from({ length: k }, (_, one) => ({ list: whole.slice(30 * one, 30 * one + 30), cost: 100 }));
  const small = Array.from({ length: crumbs }, () => some(2 + pick(random, 6))).map((list) => ({ list, cost: Math.ceil((80 / 30) * list.length) }));
  const large = Array.from({ length: crumbs / 2 }, () => ({ list: some(36), cost: 105 }));
  const candidates = shuffle([...meals, ...small, ...large], random);
  return { ...problemOf(candidates.map(({ list }) => list), points.map(() => 10), candidates.length), spending: { cost: Float64Array.from(candidates, ({ cost }) => cost), budget: 100 * k } };
}

/** Villages on a plain and candidates anywhere, who reach whoever is nearer than `reach`: many choices that are nearly as good, far from each other. */
export function plain(side: number, candidates: number, reach: number, k: number, seed: number): SitingProblem {
  const random = seededRandom(seed);
  const somewhere = (): readonly [number, number] => [side * random(), side * random()];
  const villages = Array.from({ length: side * side }, somewhere);
  const lists = Array.from({ length: candidates }, somewhere).map(([x, y]) => [...villages.keys()].filter((one) => Math.hypot((villages[one]?.[0] ?? NaN) - x, (villages[one]?.[1] ?? NaN) - y) <= reach));
  return problemOf(lists, villages.map(() => 1 + pick(random, 1000)), k);
}

/** Points and lines of the affine space of order 3 (for three dimensions the instance stein27): a line is reached by its three points. */
export function steinerTriples(dimensions: number, k: number): SitingProblem {
  const count = 3 ** dimensions;
  const digits = (n: number): number[] => Array.from({ length: dimensions }, (_, place) => Math.floor(n / 3 ** place) % 3);
  const lists: number[][] = Array.from({ length: count }, () => []);
  let lines = 0;
  for (let a = 0; a < count; a += 1) for (let b = a + 1; b < count; b += 1) {
    // The third point of the line: the three sum to zero in every place.
    const c = digits(a).reduce((sum, digit, place) => sum + ((6 - digit - (digits(b)[place] ?? 0)) % 3) * 3 ** place, 0);
    if (c <= b) continue;
    for (const point of [a, b, c]) lists[point]?.push(lines);
    lines += 1;
  }
  return problemOf(lists, Array.from({ length: lines }, () => 1), k);
}

/** Candidates that each reach some of the points, people in towns and hamlets: nothing planned. */
export function anyReach(candidates: number, points: number, perCandidate: number, k: number, seed: number): SitingProblem {
  const random = seededRandom(seed);
  const lists = Array.from({ length: candidates }, () => [...new Set(Array.from({ length: perCandidate }, () => pick(random, points)))]);
  return problemOf(lists, Array.from({ length: points }, () => Math.floor(3 ** (random() * 8))), k);
}

function shuffle<T>(values: T[], random: () => number): T[] {
  for (let i = values.length - 1; i > 0; i -= 1) {
    const j = pick(random, i + 1);
    [values[i], values[j]] = [values[j] as T, values[i] as T];
  }
  return values;
}
