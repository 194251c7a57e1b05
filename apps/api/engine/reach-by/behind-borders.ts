import { groupSitesByArea, reachingSites } from '#analysis/reaching-sites';
import { countSitesWithin } from '#analysis/redundancy';
import { buildPoints, chordSquaredBetween, chordToKm } from '#analysis/sphere';
import type { LngLat } from '#domain/units';
import type { Dataset } from '../dataset';
import { indexedDemand } from '../demand-index';
import { type Judged } from '../judged';
import { nearestOnSameSide } from '../judged-sites';
import type { AreaRef } from '../levels';
import { pointNumbersOf } from '../points-of-areas';
import { numbersWhere, READINESS } from '../structures';
import { closedKey, isOnSameSide, missionPointsBehind, nearestBehind, sidesOf } from './closed';
import type { Distances } from './distances';
import type { Reach } from './reach';
import { unplaced } from './unplaced';

/** As the crow flies with areas closed: nobody crosses their borders, and on each side everything is as it was (decision 0034). `open`: the same metric without them. */
export function straightLineBehindBorders(dataset: Dataset, limit: number, closed: readonly AreaRef[], open: Reach): Reach {
  const { levels, structures: { lng, lat, areaOf, rows } } = dataset;
  const { demand } = levels;
  const { count, ofPoint, ofStructure } = sidesOf(dataset, closed, demand);
  const everySide = Array.from({ length: count }, (_, side) => side);
  const on = (side: number, structure: number): boolean => ofStructure[structure] === side;
  const lngOn = (side: number): Float64Array => lng.map((degrees, structure) => (on(side, structure) ? degrees : NaN));

  function distances(judged: Judged): Distances {
    const to = (level: number): Float64Array => nearestOnSameSide(dataset, demand, numbersWhere(judged.level, level), { count, ofPoint, ofStructure }).distanceKm;
    return { toReady: to(READINESS.ready), toUnknown: to(READINESS.unknown), unknownHere: unplaced(dataset, judged) };
  }

  return {
    ...open,
    key: `${open.key} closed ${closedKey(closed)}`,
    distances,
    distancesOverDays: (days) => days.map(distances),
    nearest: nearestBehind(dataset, closed),
    reachedBy: (structure) => open.reachedBy(structure)?.filter((point) => on(ofPoint[point] ?? -1, structure)) ?? null,
    structuresReaching(type) {
      const level = levels.level(type);
      const reached = rows.map((): number[] => []);
      for (const side of everySide) {
        const here = { areaCount: level.areaCount, areaOfPoint: level.areaOfPoint.map((area, point) => (ofPoint[point] === side ? area : -1)) };
        const { start, site } = reachingSites(indexedDemand(dataset), here, { lng: lngOn(side), lat, areaOfSite: new Int32Array(rows.length).fill(-1) }, limit);
        for (let area = 0; area < level.areaCount; area += 1) for (const one of site.subarray(start[area], start[area + 1])) reached[one]?.push(area);
      }
      return groupSitesByArea(level.areaCount, areaOf[type], reached);
    },
    countReaching(numbers) {
      const counts = everySide.map((side) => countSitesWithin(indexedDemand(dataset), { lng: Float64Array.from(numbers, (number) => (on(side, number) ? (lng[number] ?? NaN) : NaN)), lat: Float64Array.from(numbers, (number) => lat[number] ?? NaN) }, limit));
      return Uint8Array.from(ofPoint, (side, point) => counts[side]?.[point] ?? 0);
    },
    isWithin: (lngLat, structure, km, minutes) => isOnSameSide(dataset, closed, lngLat, structure) && open.isWithin(lngLat, structure, km, minutes),
    ofArea(type, area) {
      const points = pointNumbersOf(dataset, type, area);
      return {
        isReached(structure) {
          const at: LngLat = [lng[structure] ?? NaN, lat[structure] ?? NaN];
          if (!Number.isFinite(at[0])) return null;
          const site = buildPoints(Float64Array.of(at[0]), Float64Array.of(at[1]));
          return points.some((point) => on(ofPoint[point] ?? -1, structure) && chordToKm(chordSquaredBetween(demand, point, site, 0)) <= limit);
        },
        travelMin: () => null,
      };
    },
    missionPoints: missionPointsBehind(dataset, closed, open),
  };
}
