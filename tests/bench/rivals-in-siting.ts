import type { ChosenSites } from '#analysis/siting';
import type { SitingProblem } from '#analysis/siting-problem';

/** Greed alone, in the usual way: at each step every candidate is summed up anew, and the best one taken for good. */
export function greedyOnly({ reaches: { start, item }, weight, coveredAlready, k }: SitingProblem): ChosenSites {
  const covered = coveredAlready.slice();
  const gainOf = (candidate: number): number => {
    let gain = 0;
    for (let i = start[candidate]!; i < start[candidate + 1]!; i += 1) if (covered[item[i]!] !== 1) gain += weight[item[i]!]!;
    return gain;
  };
  const candidates = Array.from({ length: start.length - 1 }, (_, candidate) => candidate);
  const alone = Float64Array.from(candidates, gainOf);
  const site: number[] = [];
  const gained: number[] = [];
  while (site.length < k) {
    const gains = candidates.map(gainOf);
    const most = gains.reduce((best, gain) => Math.max(best, gain), 0);
    if (most === 0) break;
    const best = gains.indexOf(most);
    for (const point of item.subarray(start[best], start[best + 1])) covered[point] = 1;
    site.push(best);
    gained.push(most);
  }
  const total = gained.reduce((sum, gain) => sum + gain, 0);
  return { site: Int32Array.from(site), gained: Float64Array.from(gained), total, curve: new Float64Array(0), alone, atMost: Infinity };
}
