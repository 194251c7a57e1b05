import { nearestSites, withinKm } from '#analysis/nearest';
import { reachingSites } from '#analysis/reaching-sites';
import { countSitesWithin } from '#analysis/redundancy';
import { kmOverDays } from '#analysis/sites-over-days';
import { buildPoints, chordSquaredBetween, chordToKm } from '#analysis/sphere';
import type { LngLat } from '#domain/units';
import type { Dataset } from '../dataset';
import { indexedDemand } from '../demand-index';
import type { Judged } from '../judged';
import { judgedSites, nearestStructures } from '../judged-sites';
import { pointsOfArea } from '../points-of-areas';
import { READINESS } from '../structures';
import type { Distances } from './distances';
import type { Reach } from './reach';
import { straightLineBehindBorders } from './behind-borders';
import { triedByStraightLine } from './tried';
import { unplaced } from './unplaced';

/** As the crow flies, up to `limit` km; the walking estimate too, which is nothing but minutes over the same line. */
export function reachByStraightLine(dataset: Dataset, limit: number): Reach {
  const { levels, structures } = dataset;
  const { lng, lat } = structures;

  function distances(judged: Judged): Distances {
    const { ready, unknown } = judgedSites(dataset, judged);
    return { toReady: nearestSites(levels.demand, ready.sites).distanceKm, toUnknown: nearestSites(levels.demand, unknown.sites).distanceKm, unknownHere: unplaced(dataset, judged) };
  }

  function distancesOverDays(days: readonly Judged[]): Distances[] {
    const kmTo = (level: number): Float64Array[] => [...kmOverDays(indexedDemand(dataset), { lng, lat, counts: days.map((one) => one.level.map((is) => (is === level ? 1 : 0))) }, limit)];
    const [toReady, toUnknown] = [kmTo(READINESS.ready), kmTo(READINESS.unknown)];
    return days.map((judged, day) => ({ toReady: toReady[day] ?? NOWHERE, toUnknown: toUnknown[day] ?? NOWHERE, unknownHere: unplaced(dataset, judged) }));
  }

  const positionOf = (structure: number): [number, number] | null => {
    const at: [number, number] = [lng[structure] ?? NaN, lat[structure] ?? NaN];
    return Number.isFinite(at[0]) ? at : null;
  };

  return {
    key: 'straightLine',
    limit,
    needsPosition: true,
    footing: null,
    ahead: null,
    minutesFrom: () => null,
    distances,
    distancesTried: (known, tried) => triedByStraightLine(dataset, limit, known, tried),
    distancesOverDays,
    whenClosed: (closed) => straightLineBehindBorders(dataset, limit, closed, reachByStraightLine(dataset, limit)),
    nearest: (type, judged, group) => nearestStructures(levels.centres(type), judgedSites(dataset, judged)[group]),
    reachedBy(structure) {
      const at = positionOf(structure);
      return at === null ? null : Int32Array.from(pointsWithinKm(dataset, at, limit));
    },
    structuresReaching: (type) => reachingSites(indexedDemand(dataset), levels.level(type), { lng, lat, areaOfSite: structures.areaOf[type] }, limit),
    countReaching(numbers) {
      const of = (values: Float64Array): Float64Array => Float64Array.from(numbers, (number) => values[number] ?? NaN);
      return countSitesWithin(indexedDemand(dataset), { lng: of(lng), lat: of(lat) }, limit);
    },
    isWithin: (_lngLat, _structure, km) => km <= limit,
    ofArea(type, area) {
      const points = pointsOfArea(dataset, type, area);
      return {
        isReached(structure) {
          const at = positionOf(structure);
          if (at === null) return null;
          const site = buildPoints(Float64Array.of(at[0]), Float64Array.of(at[1]));
          return points.lng.some((_, point) => chordToKm(chordSquaredBetween(points, point, site, 0)) <= limit);
        },
        travelMin: () => null,
      };
    },
    missionPoints: ({ lngLat, record }) => (lngLat === null ? null : pointsWithinKm(dataset, lngLat, record.radiusKm)),
  };
}

/** Numbers of the demand points within a straight line of a position, nearest first. */
export const pointsWithinKm = (dataset: Dataset, [lng, lat]: LngLat, km: number): number[] => withinKm(indexedDemand(dataset), lng, lat, km).map(({ site }) => site);

const NOWHERE = new Float64Array(0);
