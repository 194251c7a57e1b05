import { withinKm } from '#analysis/nearest';
import { indexDemand } from '#analysis/reaching-sites';
import { type ChosenSites, chooseSites } from '#analysis/siting';
import { packLists } from '#analysis/siting-lists';
import { weightOf } from '#analysis/siting-model';
import type { SitingProblem } from '#analysis/siting-problem';
import { solveExactly } from '#api/services/siting/solve-exactly';
import { compare } from './compare';
import { makeMask, makePositions } from './make-country';
import { anyReach, baitEveryStep, crumbsBesideMeals, hiddenPartition, plain, plantedPartition, postsBetweenTowns, steinerTriples } from './misleading-sites';
import { noteResult } from './results';
import { greedyOnly } from './rivals-in-siting';
import { pick, seededRandom } from './seeded-random';

/** Where next: how near to the proved best, on instances that mislead greed; how long at country scale. */
export async function benchmarkSiting(): Promise<void> {
  console.log('\nHow near to the best that an exact solver proves (60 s): list ÷ best, and of greed alone');
  for (const [name, problem] of misleading) await compareWithBest(name, problem);
  for (const km of [5, 20, 60]) await benchmarkCountry(km);
}

/** How each is built stands with its maker. */
const misleading: readonly (readonly [string, SitingProblem])[] = [
  ...[4, 6, 10].map((k) => [`bait at every step, k = ${k}`, baitEveryStep(k)] as const),
  ...[5, 10].map((pairs) => [`posts between towns, k = ${2 * pairs}`, postsBetweenTowns(pairs)] as const),
  ['Steiner triples of order 9, k = 4', steinerTriples(2, 4)],
  ['Steiner triples of order 27, k = 18', steinerTriples(3, 18)],
  ...[1, 2, 3, 4, 5, 6].map((seed) => [`any reach, 100 of 20 points, k = 8, seed ${seed}`, anyReach(100, 300, 20, 8, seed)] as const),
  ...[1, 2, 3].map((seed) => [`partition hidden among 60, k = 5, seed ${seed}`, hiddenPartition(5, 60, seed)] as const),
  ...[1, 2, 3].map((seed) => [`partition hidden among 100, k = 8, seed ${seed}`, hiddenPartition(8, 100, seed)] as const),
  ...[1, 2, 3].map((seed) => [`partition hidden among 200, k = 10, seed ${seed}`, hiddenPartition(10, 200, seed)] as const),
  ...[44, 64, 80].map((size) => [`partition of 40 among 200 decoys of ${size}, k = 10`, plantedPartition(10, 40, 200, size, size)] as const),
  ['two partitions among 200 decoys, k = 10', plantedPartition(10, 40, 200, 48, 1, { partitions: 2 })],
  ['partition among 150 decoys, points unequal', plantedPartition(10, 40, 150, 48, 1, { unequal: true })],
  ['partition among 150 decoys, three in ten locked', plantedPartition(10, 40, 150, 48, 1, { locked: 0.3 })],
  ...[1, 2].map((seed) => [`partition that uses up the budget, seed ${seed}`, plantedPartition(8, 30, 100, 33, seed, { priced: true })] as const),
  ...[6, 8].map((k) => [`crumbs beside ${k} meals, budget`, crumbsBesideMeals(k, 60, k)] as const),
  ...[6, 8].map((seed) => [`villages on a plain, k = 12, seed ${seed}`, plain(30, 200, 4, 12, seed)] as const),
];

async function compareWithBest(name: string, problem: SitingProblem): Promise<void> {
  const start = performance.now();
  const { site, total } = chooseSites(problem);
  const ms = performance.now() - start;
  if (weightOf(problem, site) !== total) throw new Error(`${name}: the list reaches ${weightOf(problem, site)}, not ${total}`);
  const begun = performance.now();
  const { status, objective, bound } = await solveExactly(problem, 60);
  const exactMs = performance.now() - begun;
  if (weightOf(problem, site) > bound) throw new Error(`${name}: the list reaches more than the bound ${bound}`);
  const share = bound === 0 ? 1 : total / bound;
  const greedy = bound === 0 ? 1 : greedyOnly(problem).total / bound;
  console.log(`  ${name.padEnd(46)} ${share.toFixed(4)}${total === objective && status === 'optimal' ? ' equal' : share >= 0.99 ? '      ' : ' BELOW'}  greed ${greedy.toFixed(4)}   ${ms.toFixed(1)} ms, exact ${exactMs.toFixed(0)} ms, ${status}`);
  noteResult({ task: `Where next, share of the best: ${name}`, list: total, best: objective, bound, status, share: Number(share.toFixed(4)), greedy: Number(greedy.toFixed(4)), ms: Number(ms.toFixed(1)), exactMs: Math.round(exactMs), goal: { share: 0.99, met: share >= 0.99 } });
}

/** 50,000 points, 2,000 candidates, 10 to choose; the lists are made before, and timed beside. */
async function benchmarkCountry(km: number): Promise<void> {
  const points = makePositions(50_000, 21);
  const sites = makePositions(2000, 22);
  const random = seededRandom(23);
  const weight = Float64Array.from({ length: 50_000 }, () => pick(random, 2000));
  const index = indexDemand(points);
  const lists = (): SitingProblem['reaches'] => packLists(Array.from(sites.lng, (lng, site) => withinKm(index, lng, sites.lat[site] ?? NaN, km).map((one) => one.site)));
  const problem: SitingProblem = { reaches: lists(), weight, coveredAlready: makeMask(50_000, 0.2, 24), k: 10, spending: null };
  const size = `50,000 points, 2,000 candidates, ${km} km, ${problem.reaches.item.length} pairs, k = 10`;
  compare({ task: `Lists of points within reach (${size})`, rounds: 5, ours: { name: 'withinKm', run: lists } });
  compare<ChosenSites>({
    task: `Where next (${size})`, goalMs: 200, rounds: 11,
    ours: { name: 'chooseSites', run: () => chooseSites(problem) },
    rival: { name: 'greed alone, no lists turned round', run: () => greedyOnly(problem) },
  });
  await compareWithBest(`country, ${km} km`, problem);
}
