import { buildDemand } from '#analysis/demand';
import { buildSites, nearestSites } from '#analysis/nearest';
import { buildPolygonIndex, locateAll } from '#analysis/polygon-index';
import { indexDemand, reachingSites } from '#analysis/reaching-sites';
import { buildPoints } from '#analysis/sphere';
import { compare, expectEqual } from './compare';
import { makePositions, makeZones } from './make-country';
import { locateByBoxAndRay, nearestByBruteForce, nearestBySortedLatitude } from './rivals-in-space';

/** Points into areas, demand points, nearest sites, who reaches what. */
export function benchmarkSpace(): void {
  const zones = makeZones(519, 6, 1);
  const index = buildPolygonIndex(zones);
  const demand = buildDemand(zones.map((geometry) => ({ geometry })), [], { pointsPerArea: 256, index });
  console.log(`\n519 zones of ${index.edges.ends.length / 4} edges, ${demand.lng.length} demand points`);
  compare({ task: 'Index of 519 zones', ours: { name: 'label grid + slabs, built', run: () => buildPolygonIndex(zones) } });
  compare({ task: 'Demand points of 519 zones, 256 each', ours: { name: 'even rows', run: () => buildDemand(zones.map((geometry) => ({ geometry })), [], { pointsPerArea: 256, index }) } });

  for (const [count, goalMs] of [[50_000, undefined], [130_000, 250], [500_000, undefined]] as const) {
    const { lng, lat } = makePositions(count, 2);
    compare({
      task: `${count} points into 519 zones`, ...(goalMs === undefined ? {} : { goalMs }), rounds: count > 130_000 ? 3 : 7,
      ours: { name: 'label grid + slabs', run: () => locateAll(index, lng, lat) },
      rival: { name: 'boxes + ray casting', run: () => locateByBoxAndRay(zones, lng, lat) },
      check: (ours, rival) => expectEqual('areas', ours, rival),
    });
  }

  const sites = makePositions(6000, 3);
  const built = buildSites(sites.lng, sites.lat);
  const nearest = { name: 'grid on the sphere', run: () => nearestSites(demand, built).site };
  const check = (ours: Int32Array, rival: Int32Array): void => expectEqual('sites', ours, rival);
  compare({ task: `${demand.lng.length} demand points, nearest of 6,000 sites`, goalMs: 40, rounds: 9, ours: nearest, rival: { name: 'sorted by latitude, from the middle out', run: () => nearestBySortedLatitude(demand, sites.lng, sites.lat) }, check });
  compare({ task: 'the same', rounds: 2, ours: nearest, rival: { name: 'brute force', run: () => nearestByBruteForce(demand, sites.lng, sites.lat) }, check });
  compare({ task: 'Index of 6,000 sites', ours: { name: 'built', run: () => buildSites(sites.lng, sites.lat) } });

  const many = makePositions(20_000, 5);
  const scattered = makePositions(50_000, 4);
  const scatteredPoints = buildPoints(scattered.lng, scattered.lat);
  const builtMany = buildSites(many.lng, many.lat);
  compare({ task: '50,000 points in no order, nearest of 20,000 sites', rounds: 7, ours: { name: 'grid on the sphere', run: () => nearestSites(scatteredPoints, builtMany).site }, rival: { name: 'sorted by latitude, from the middle out', run: () => nearestBySortedLatitude(scatteredPoints, many.lng, many.lat) }, check });
  const tenTimes = makePositions(500_000, 6);
  const tenTimesPoints = buildPoints(tenTimes.lng, tenTimes.lat);
  const tenTimesSites = makePositions(200_000, 7);
  compare({ task: '500,000 points, nearest of 200,000 sites, index and all', rounds: 3, ours: { name: 'grid on the sphere', run: () => nearestSites(tenTimesPoints, buildSites(tenTimesSites.lng, tenTimesSites.lat)).site } });

  const level = { areaCount: 519, areaOfPoint: demand.areaIndex };
  const indexed = indexDemand(demand);
  const structures = { ...many, areaOfSite: locateAll(index, many.lng, many.lat) };
  for (const km of [5, 50, 200]) compare({ task: `20,000 structures: which zones each reaches within ${km} km`, rounds: 5, ours: { name: 'grid of demand points', run: () => reachingSites(indexed, level, structures, km) } });
}
