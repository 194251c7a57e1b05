import { buildDemand } from '#analysis/demand';
import { buildSites, nearestSites } from '#analysis/nearest';
import { indexDemand } from '#analysis/reaching-sites';
import { distancesAfter } from '#analysis/what-if-distances';
import { compare } from './compare';
import { makePositions, makeZones } from './make-country';
import { measureWhatIfInBrowser } from './measure-what-if';

/** One structure more and one less against all distances from nothing; then, where the real data lie beside the project, clicks in the browser. */
export async function benchmarkWhatIf(): Promise<void> {
  const demand = buildDemand(makeZones(519, 6, 1).map((geometry) => ({ geometry })), [], { pointsPerArea: 256 });
  const index = indexDemand(demand);
  const { lng, lat } = makePositions(6000, 13);
  const countsBefore = Uint8Array.from(lng, (_, site) => (site % 2 === 0 ? 1 : 0));
  const sitesWhere = (counts: Uint8Array) => {
    const numbers = [...counts.keys()].filter((site) => counts[site] === 1);
    return buildSites(Float64Array.from(numbers, (site) => lng[site] ?? NaN), Float64Array.from(numbers, (site) => lat[site] ?? NaN));
  };
  const before = nearestSites(demand, sitesWhere(countsBefore)).distanceKm;
  for (const [what, site, counts] of [['more', 1, 1], ['less', 0, 0]] as const) {
    const after = countsBefore.slice();
    after[site] = counts;
    compare<Float64Array>({
      task: `One ready structure ${what} (${demand.lng.length} points, 3,000 of 6,000 structures, 20 km)`,
      goalMs: 5,
      ours: { name: 'the points concerned', run: () => distancesAfter({ points: demand, index }, before, { lng, lat, before: countsBefore, after }, 20, null) },
      rival: { name: 'all distances from nothing', run: () => nearestSites(demand, sitesWhere(after)).distanceKm },
      check: (ours, whole) => whole.forEach((km, point) => {
        if (km <= 20 ? ours[point] !== km : !((ours[point] ?? 0) > 20)) throw new Error(`point ${point}: ${ours[point]} km against ${km}`);
      }),
    });
  }
  await measureWhatIfInBrowser();
}
