import { buildAreaLevel, peopleAtPoints } from '#analysis/area-level';
import { classify, type PointCare } from '#analysis/classify';
import { buildDemand } from '#analysis/demand';
import { buildSites, nearestSites } from '#analysis/nearest';
import { markAreas, pointsInAreas } from '#analysis/reach';
import { sweepThresholds } from '#analysis/sweep-thresholds';
import { THRESHOLD_STEPS } from '#domain/gap-parameters';
import { compare, expectEqual } from './compare';
import { makeMask, makePositions, makeZones } from './make-country';
import { classifyByObjects } from './rivals-in-rules';
import { pick, seededRandom } from './seeded-random';

/** Classes of 519 zones from nothing, after a threshold has moved, and at all steps of the slider. */
export function benchmarkClasses(): void {
  for (const [zoneCount, pointsPerArea, readyCount, unknownCount] of [[519, 256, 300, 6000], [5190, 256, 3000, 60_000]] as const) {
    const zones = makeZones(zoneCount, zoneCount > 519 ? 4 : 6, 1);
    const demand = buildDemand(zones.map((geometry) => ({ geometry })), [], { pointsPerArea });
    const random = seededRandom(11);
    const level = buildAreaLevel(demand, peopleAtPoints(demand, zones.map(() => (random() < 0.02 ? null : pick(random, 300_000)))), demand.areaIndex, zoneCount);
    const ready = makePositions(readyCount, 12);
    const unknown = makePositions(unknownCount, 13);
    const readySites = buildSites(ready.lng, ready.lat);
    const unknownSites = buildSites(unknown.lng, unknown.lat);
    const zonesOf = (share: number, seed: number): Uint8Array =>
      pointsInAreas(demand.lng.length, [{ areaOfPoint: demand.areaIndex, marked: markAreas(zoneCount, [...makeMask(zoneCount, share, seed).entries()].flatMap(([area, yes]) => (yes === 1 ? [area] : []))) }]);
    const measure = (): PointCare => ({
      aware: zonesOf(0.4, 14), reported: zonesOf(0.15, 15), readyHere: zonesOf(0.02, 17), unknownHere: zonesOf(0.02, 16),
      toReady: nearestSites(demand, readySites).distanceKm, toUnknown: nearestSites(demand, unknownSites).distanceKm,
    });
    const care = measure();
    const rule = { threshold: 5, theta: 0.5 };
    const size = `${demand.lng.length} points, ${zoneCount} zones`;
    const once = zoneCount === 519;

    compare({ task: `Classes from nothing: masks, nearest of ${readyCount} ready and ${unknownCount} unknown, classes (${size})`, ...(once ? { goalMs: 40 } : {}), rounds: once ? 25 : 5, ours: { name: 'whole classification', run: () => classify(level, measure(), rule) } });
    compare<{ areaClass: ArrayLike<number>; people: ArrayLike<number> }>({
      task: `One threshold moved (${size})`, goalMs: once ? 5 : 50, rounds: once ? 25 : 5,
      ours: { name: 'typed arrays', run: () => classify(level, care, rule) },
      rival: { name: 'an object a point', run: () => classifyByObjects(level, care, rule) },
      check: (ours, rival) => {
        expectEqual('classes', ours.areaClass, rival.areaClass);
        expectEqual('people', ours.people, rival.people);
      },
    });
    const steps = THRESHOLD_STEPS.straightLine;
    compare({
      task: `All ${steps.length} steps of the slider (${size})`, rounds: once ? 15 : 3,
      ours: { name: 'one pass', run: () => sweepThresholds(level, care, steps, 0.5).people },
      rival: {
        name: 'classify at each step',
        run: () => {
          const people = new Float64Array(steps.length * zoneCount * 8);
          steps.forEach((threshold, step) => people.set(classify(level, care, { threshold, theta: 0.5 }).people, step * zoneCount * 8));
          return people;
        },
      },
      check: (ours, rival) => expectEqual('people', ours, rival),
    });
    compare({ task: `The same points as another level (${size})`, rounds: 5, ours: { name: 'buildAreaLevel', run: () => buildAreaLevel(demand, peopleAtPoints(demand, zones.map(() => 1000)), demand.areaIndex, zoneCount) } });
  }
}
