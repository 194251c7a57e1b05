import { countSitesReaching } from '#analysis/redundancy';
import { distancesBetween } from '#analysis/sphere';
import type { IsoDate } from '#domain/dates';
import type { AreaType } from '#domain/records';
import { walkingEstimateMin } from '#domain/units';
import type { Dataset } from '../dataset';
import type { Judged } from '../judged';
import { judgedSites, nearestStructures } from '../judged-sites';
import type { AreaRef } from '../levels';
import type { KnownMission } from '../missions';
import { pointNumbersOf } from '../points-of-areas';
import type { Surface } from '../surface';
import { missionPointsBehind } from './closed';
import type { Distances } from './distances';
import { wholeOf } from './in-pieces';
import type { AreaReach, NearestStructures, Reach } from './reach';
import { pointsWithinKm } from './straight-line';
import { FARTHEST_MIN, fieldInPieces, fieldOf, minutesAt, travelTimesOn } from './travel-fields';
import { footingOn, isCrossable, originsOn, placesOn } from './travel-ground';
import { minutesOverDays } from './travel-over-days';
import { structuresReachingInPieces } from './travel-reaching';
import { pointTableInPieces, TABLE_MIN } from './travel-table';
import { minutesTried } from './travel-tried';
import { unplaced } from './unplaced';

/** Structures beyond this are told of in kilometres only, unless they are the nearest of their kind. */
const TOLD_MIN = 720;

/** By the least-cost way over the surface as it is on the day asked about, and with areas that somebody tries closed. Who stands on ground that cannot be crossed reaches nobody and is reached by nobody. */
export function reachByTravelTime(dataset: Dataset, surface: Surface, at: IsoDate, limit: number, closed: readonly AreaRef[] = []): Reach {
  const { levels, structures, sets } = dataset;
  const day = surface.on(at, closed.flatMap(({ type, number }) => sets[type].areas[number]?.code ?? []));
  const places = placesOn(dataset, surface);


  const minutesTo = (judged: Judged, group: 'ready' | 'unknown'): Float64Array => minutesAt(fieldOf(dataset, surface, day, judged, group).minutes, places.points);

  /** Where no way leads to one, the nearest by the straight line is named, with no minutes. */
  function nearest(type: AreaType, judged: Judged, group: 'ready' | 'almost'): NearestStructures {
    const straight = nearestStructures(levels.centres(type), judgedSites(dataset, judged)[group]);
    const { minutes, source } = fieldOf(dataset, surface, day, judged, group);
    const origins = originsOn(dataset, surface, day, type);
    const structure = straight.structure.map((fallback, area) => {
      const reached = source[origins[area] ?? -1] ?? -1;
      return reached === -1 ? fallback : reached;
    });
    return { structure, distanceKm: distancesBetween(levels.centres(type), structures, structure), travelMin: minutesAt(minutes, origins) };
  }

  function ofArea(type: AreaType, area: number): AreaReach {
    const times = travelTimesOn(dataset, day);
    const cellOf = (structure: number): number => places.structures[structure] ?? -1;
    const toAnyPoint = minutesAt(times.run(Int32Array.from(pointNumbersOf(dataset, type, area), (point) => places.points[point] ?? -1), limit).minutes, places.structures);
    const toCentre = minutesAt(times.run(originsOn(dataset, surface, day, type).slice(area, area + 1), TOLD_MIN).minutes, places.structures);
    return {
      isReached: (structure) => (Number.isFinite(structures.lng[structure]) ? cellOf(structure) >= 0 && (toAnyPoint[structure] ?? Infinity) <= limit : null),
      travelMin: (structure) => toCentre[structure] ?? null,
    };
  }

  function missionPoints({ lngLat, record: { radiusKm } }: KnownMission): readonly number[] | null {
    if (lngLat === null) return null;
    const cell = surface.cellOf(...lngLat);
    if (!isCrossable(day, cell)) return [];
    const walkMin = Math.min(FARTHEST_MIN, walkingEstimateMin(radiusKm));
    const { minutes } = travelTimesOn(dataset, day).run(Int32Array.of(cell), walkMin);
    return pointsWithinKm(dataset, lngLat, radiusKm).filter((point) => (minutes[places.points[point] ?? -1] ?? Infinity) <= walkMin);
  }

  return {
    key: `travelTime ${day.key}`,
    limit,
    needsPosition: true,
    footing: footingOn(dataset, surface, day),
    distances: (judged): Distances => ({ toReady: minutesTo(judged, 'ready'), toUnknown: minutesTo(judged, 'unknown'), unknownHere: unplaced(dataset, judged) }),
    distancesTried: (_known, tried) => minutesTried(dataset, surface, day, limit, tried),
    distancesOverDays: (days) => minutesOverDays(dataset, surface, days, limit),
    whenClosed: (areas) => ({ ...reachByTravelTime(dataset, surface, at, limit, areas), missionPoints: missionPointsBehind(dataset, areas, { missionPoints }) }),
    nearest,
    reachedBy: (structure) => wholeOf(pointTableInPieces(dataset, surface, day, limit, Int32Array.of(structure))).pointsOf(structure),
    structuresReaching: (type) => wholeOf(structuresReachingInPieces(dataset, surface, day, type, limit)),
    countReaching(numbers) {
      if (limit > TABLE_MIN) return null;
      const table = wholeOf(pointTableInPieces(dataset, surface, day, limit, numbers));
      return countSitesReaching(levels.demand.lng.length, numbers, (structure) => table.pointsOf(structure));
    },
    minutesFrom(lngLat, type) {
      const { minutes } = travelTimesOn(dataset, day).run(Int32Array.of(surface.cellOf(...lngLat)), FARTHEST_MIN);
      return { structure: minutesAt(minutes, places.structures), area: minutesAt(minutes, originsOn(dataset, surface, day, type)) };
    },
    ahead: {
      *distances(judged) {
        for (const group of ['ready', 'unknown'] as const) yield* fieldInPieces(dataset, surface, day, judged, group);
      },
      *nearest(judged) {
        for (const group of ['ready', 'almost'] as const) yield* fieldInPieces(dataset, surface, day, judged, group);
      },
      *counts(type, numbers) {
        yield* structuresReachingInPieces(dataset, surface, day, type, limit);
        if (limit <= TABLE_MIN) yield* pointTableInPieces(dataset, surface, day, limit, numbers);
      },
      *reachedBy() {
        if (limit <= TABLE_MIN) yield* pointTableInPieces(dataset, surface, day, limit);
      },
    },
    isWithin: (_lngLat, _structure, _km, minutes) => minutes !== null && minutes <= limit,
    ofArea,
    missionPoints,
  };
}
