import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baitEveryStep, crumbsBesideMeals, everybody, hiddenPartition, plantedPartition, postsBetweenTowns, steinerTriples } from '../../tests/bench/misleading-sites';
import { chooseSites } from './siting';
import { packLists } from './siting-lists';
import { valuesOfChoice, weightOf, writeSitingModel } from './siting-model';
import type { SitingProblem } from './siting-problem';
import { reduceProblem } from './siting-reduce';

const problemOf = (lists: readonly (readonly number[])[], weight: readonly number[], k: number, more: Partial<SitingProblem> = {}): SitingProblem =>
  ({ reaches: packLists(lists), weight: Float64Array.from(weight), coveredAlready: new Uint8Array(weight.length), k, spending: null, ...more });

/** Every choice that is allowed, one by one. */
function bestOfAll(problem: SitingProblem): number {
  const { reaches: { start }, k, spending } = problem;
  const count = start.length - 1;
  let best = 0;
  for (let mask = 0; mask < 2 ** count; mask += 1) {
    const chosen = Array.from({ length: count }, (_, candidate) => candidate).filter((candidate) => (mask >> candidate) & 1);
    if (chosen.length > k) continue;
    if (spending !== null && !(chosen.reduce((sum, candidate) => sum + (spending.cost[candidate] ?? NaN), 0) <= spending.budget)) continue;
    best = Math.max(best, weightOf(problem, chosen));
  }
  return best;
}

const small = fc.record({
  points: fc.integer({ min: 1, max: 9 }),
  candidates: fc.integer({ min: 1, max: 8 }),
  k: fc.integer({ min: 0, max: 5 }),
  seed: fc.array(fc.nat({ max: 99 }), { minLength: 100, maxLength: 100 }),
}).map(({ points, candidates, k, seed }): SitingProblem => {
  const at = (i: number): number => seed[i % seed.length] ?? 0;
  const lists = Array.from({ length: candidates }, (_, c) => Array.from({ length: points }, (__, p) => p).filter((p) => at(7 * c + p) % 3 === 0));
  return problemOf(lists, Array.from({ length: points }, (_, p) => at(p + 31)), k, { coveredAlready: Uint8Array.from({ length: points }, (_, p) => (at(p + 57) % 5 === 0 ? 1 : 0)) });
});
const withCosts = small.chain((problem) => fc.record({ cost: fc.array(fc.constantFrom(0, 1, 2, 3, 5, NaN), { minLength: 8, maxLength: 8 }), budget: fc.integer({ min: 1, max: 9 }) })
  .map(({ cost, budget }): SitingProblem => ({ ...problem, spending: { cost: Float64Array.from(cost).slice(0, problem.reaches.start.length - 1), budget } })));

describe('where next, worked out by hand', () => {
  // Four villages of 50, 40, 30 and 20; a ready structure reaches the last one already.
  const villages = [50, 40, 30, 20];
  const lists = [[0, 1], [1, 2], [2, 3], [3]];
  const lockedIn = { coveredAlready: Uint8Array.of(0, 0, 0, 1) };

  it('chooses by what is added, in order, and says what each gains alone', () => {
    const chosen = chooseSites(problemOf(lists, villages, 2, lockedIn));
    // Alone: 50 + 40, 40 + 30, 30, nobody. The first, then 30: by the second and the third alike, the lower number.
    expect([...chosen.alone]).toEqual([90, 70, 30, 0]);
    expect([[...chosen.site], [...chosen.gained], chosen.total]).toEqual([[0, 1], [90, 30], 120]);
    expect([...chosen.curve]).toEqual([0, 90, 120]);
  });

  it('never chooses one that reaches only those who have care already, however many may be chosen', () => {
    const chosen = chooseSites(problemOf(lists, villages, 4, lockedIn));
    expect([[...chosen.site], [...chosen.curve]]).toEqual([[0, 1], [0, 90, 120]]);
  });

  it('within a budget takes two cheap ones for one dear one, and none whose cost nobody knows', () => {
    const cost = (...values: number[]) => ({ spending: { cost: Float64Array.from(values), budget: 10 } });
    // The first alone costs 10 and gains 60 + 40 = 100, the second and third cost 5 each and gain 40 + 30 + 20 = 90; with 70 in the third village, 130.
    expect([...chooseSites(problemOf(lists, [60, 40, 30, 20], 3, cost(10, 5, 5, 5))).site]).toEqual([0]);
    expect([...chooseSites(problemOf(lists, [60, 40, 70, 20], 3, cost(10, 5, 5, 5))).site]).toEqual([1, 2]);
    expect([...chooseSites(problemOf(lists, villages, 3, cost(NaN, 5, 5, 5))).site]).toEqual([1, 2]);
  });

  it('refuses weights that are not whole, and parts that do not fit', () => {
    expect(() => chooseSites(problemOf(lists, [0.5, 1, 1, 1], 1))).toThrow('a point weighs 0.5');
    expect(() => chooseSites(problemOf(lists, villages, 1, { coveredAlready: new Uint8Array(3) }))).toThrow('3 points; 4 expected');
    expect(() => chooseSites(problemOf(lists, villages, -1))).toThrow('k is -1');
  });
});

describe('instances with a known best', () => {
  it('greed reaches 1 − (1 − 1/k)ᵏ of k · kᵏ and a little; the search reaches all of it (Feige, J. ACM 45, 1998)', () => {
    // k = 4: 4 × 256 = 1,024. Greed takes the four baits: 256 + 192 + 144 + 108 = 700, and 4.
    expect(weightOf(baitEveryStep(4), [0, 1, 2, 3])).toBe(704);
    for (const k of [2, 3, 4, 6, 10]) expect(chooseSites(baitEveryStep(k)).total).toBe(k * k ** k);
  });

  it('towns, not the posts between them: everybody, 20 × (1,000 + … + 1,009)', () => {
    expect(chooseSites(postsBetweenTowns(10)).total).toBe(20 * (10 * 1000 + 45));
  });

  it('a partition hidden among larger candidates is found: everybody', () => {
    expect(chooseSites(hiddenPartition(5, 60, 1)).total).toBe(200);
    expect(chooseSites(hiddenPartition(8, 100, 1)).total).toBe(320);
    for (const seed of [1, 2, 3]) expect(chooseSites(hiddenPartition(10, 200, seed)).total).toBe(400);
  });

  it.each([
    ['decoys of twice the size', plantedPartition(10, 40, 200, 80, 80)],
    ['decoys hardly larger', plantedPartition(10, 40, 200, 44, 44)],
    ['small shares', plantedPartition(8, 10, 100, 12, 1)],
    ['several partitions', plantedPartition(10, 40, 200, 48, 1, { partitions: 2 })],
    ['a few points count for most', plantedPartition(10, 40, 150, 48, 1, { unequal: true })],
    ['existing structures reach three in ten', plantedPartition(10, 40, 150, 48, 1, { locked: 0.3 })],
    ['a budget that the partition uses up', plantedPartition(8, 30, 100, 33, 1, { priced: true })],
    ['a budget, and a few points count for most', plantedPartition(8, 25, 120, 33, 1, { priced: true, unequal: true })],
    ['three shares among 432 decoys, a fifth larger', plantedPartition(3, 41, 432, 50, 13)],
    ['thirteen shares of twelve among 411 decoys of thirteen', plantedPartition(13, 12, 411, 13, 70)],
    ['nine shares, decoys that hold most of the points that count', plantedPartition(9, 47, 266, 60, 49, { unequal: true })],
    ['crumbs that bring most for their cost', crumbsBesideMeals(8, 60, 1)],
  ])('a planted partition is found: %s; and nothing can exceed it', (_, problem) => {
    const { total, atMost } = chooseSites(problem);
    expect(total).toBeGreaterThanOrEqual(0.99 * everybody(problem));
    expect(atMost).toBeGreaterThanOrEqual(everybody(problem));
  });

  it('fire stations of six cities: 4 reach all within 10 minutes, 2 within 15 and within 20, 1 within 25, and one fewer never does (Winston, Operations Research, set covering, p. 486, as in H. Kjellerstrand’s models)', () => {
    const minutes = [[0, 10, 20, 30, 30, 20], [10, 0, 25, 35, 20, 10], [20, 25, 0, 15, 30, 20], [30, 35, 15, 0, 15, 25], [30, 20, 30, 15, 0, 14], [20, 10, 20, 25, 14, 0]];
    const within = (limit: number, k: number): SitingProblem => problemOf(minutes.map((row) => [...row.keys()].filter((city) => (row[city] ?? NaN) <= limit)), [1, 1, 1, 1, 1, 1], k);
    for (const [limit, stations] of [[10, 4], [15, 2], [20, 2], [25, 1]] as const) {
      expect(chooseSites(within(limit, stations)).total).toBe(6);
      expect(chooseSites(within(limit, stations - 1)).total).toBeLessThan(6);
    }
    // Within 15 minutes: cities 2 and 4, each the centre of three.
    expect([...chooseSites(within(15, 2)).site]).toEqual([1, 3]);
  });

  it('Steiner triples: 5 points meet all 12 lines of order 3 in the plane, 18 all 117 in space, and one point less never does (Fulkerson, Nemhauser & Trotter, Math. Prog. Study 2, 1974; MIPLIB stein9, stein27)', () => {
    expect([chooseSites(steinerTriples(2, 5)).total, chooseSites(steinerTriples(3, 18)).total]).toEqual([12, 117]);
    expect([chooseSites(steinerTriples(2, 4)).total, bestOfAll(steinerTriples(2, 4)), bestOfAll(steinerTriples(2, 5))]).toEqual([11, 11, 12]);
    expect(chooseSites(steinerTriples(3, 17)).total).toBeLessThan(117);
  });
});

describe('whatever the problem is like', () => {
  it('small ones: as good as trying every choice, and what it says is what it reaches', () => {
    fc.assert(fc.property(small, (problem) => {
      const chosen = chooseSites(problem);
      expect(chosen.total).toBe(bestOfAll(problem));
      expect(chosen.atMost).toBeGreaterThanOrEqual(chosen.total);
      expect(weightOf(problem, chosen.site)).toBe(chosen.total);
      expect(chosen.curve.at(-1)).toBe(chosen.total);
    }), { numRuns: 150 });
  });

  it('under a budget: never over it, never better than every choice tried, nearly always as good', () => {
    let [asGood, runs] = [0, 0];
    fc.assert(fc.property(withCosts, (problem) => {
      const { site, total, atMost } = chooseSites(problem);
      expect(site.reduce((sum, candidate) => sum + (problem.spending?.cost[candidate] ?? NaN), 0)).toBeLessThanOrEqual(problem.spending?.budget ?? 0);
      const best = bestOfAll(problem);
      expect(total).toBeLessThanOrEqual(best);
      expect(atMost).toBeGreaterThanOrEqual(best);
      runs += 1;
      asGood += total === best ? 1 : 0;
    }), { numRuns: 150, seed: 4 });
    expect(asGood / runs).toBeGreaterThanOrEqual(0.95);
  });

  it('one more may be chosen: never fewer people; each step adds no more than the one before it', () => {
    fc.assert(fc.property(small, (problem) => {
      const { total, curve, gained } = chooseSites(problem);
      expect(chooseSites({ ...problem, k: problem.k + 1 }).total).toBeGreaterThanOrEqual(total);
      curve.forEach((value, size) => expect(value).toBeGreaterThanOrEqual(curve[size - 1] ?? 0));
      gained.forEach((value, step) => expect(value).toBeLessThanOrEqual(gained[step - 1] ?? Infinity));
    }), { numRuns: 60 });
  });

  it('a structure more that is ready never leaves more people to be gained, and none is lost', () => {
    fc.assert(fc.property(small, fc.nat(), (problem, choice) => {
      const made = choice % (problem.reaches.start.length - 1);
      const { start, item } = problem.reaches;
      const coveredAlready = problem.coveredAlready.slice();
      for (const point of item.subarray(start[made], start[made + 1])) coveredAlready[point] = 1;
      const [before, after] = [chooseSites(problem), chooseSites({ ...problem, coveredAlready })];
      expect(after.alone[made]).toBe(0);
      expect([...after.site]).not.toContain(made);
      after.alone.forEach((value, candidate) => expect(value).toBeLessThanOrEqual(before.alone[candidate] ?? 0));
      // Those who have care by it, and the best k after it: at least the best k before it.
      expect((before.alone[made] ?? 0) + after.total).toBeGreaterThanOrEqual(before.total);
    }), { numRuns: 60 });
  });

  it('the order of points and of candidates never matters', () => {
    fc.assert(fc.property(small, fc.infiniteStream(fc.nat()), (problem, stream) => {
      const { start, item } = problem.reaches;
      const renumber = (count: number): number[] => Array.from({ length: count }, (_, i) => ({ i, key: stream.next().value as number })).sort((a, b) => a.key - b.key || a.i - b.i).map(({ i }) => i);
      const points = renumber(problem.weight.length);
      const candidates = renumber(start.length - 1);
      const newPoint = new Map(points.map((old, now) => [old, now]));
      const shuffled: SitingProblem = {
        ...problem,
        reaches: packLists(candidates.map((old) => Array.from(item.subarray(start[old], start[old + 1]), (point) => newPoint.get(point) ?? -1))),
        weight: Float64Array.from(points, (old) => problem.weight[old] ?? NaN),
        coveredAlready: Uint8Array.from(points, (old) => problem.coveredAlready[old] ?? 0),
      };
      const [first, second] = [chooseSites(problem), chooseSites(shuffled)];
      expect(second.total).toBe(first.total);
      expect(candidates.map((old) => first.alone[old])).toEqual([...second.alone]);
    }), { numRuns: 60 });
  });

  it('the reduced problem has the same best, and the model says what a choice is worth', () => {
    fc.assert(fc.property(fc.oneof(small, withCosts), (problem) => {
      const { problem: reduced, candidate } = reduceProblem(problem);
      expect(bestOfAll(reduced)).toBe(bestOfAll(problem));
      const everything = Array.from(candidate.keys());
      expect(weightOf(reduced, everything)).toBe(weightOf(problem, candidate));
      const model = writeSitingModel(reduced);
      const values = valuesOfChoice(model, everything);
      expect(values.reduce((sum, one, variable) => sum + one * (model.value[variable] ?? 0), 0)).toBe(weightOf(reduced, everything));
    }), { numRuns: 100 });
  });
});
