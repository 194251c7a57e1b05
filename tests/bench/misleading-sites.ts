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
