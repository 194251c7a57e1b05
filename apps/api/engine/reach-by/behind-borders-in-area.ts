import { markAreas, sameAreaKm } from '#analysis/reach';
import { countSitesInArea } from '#analysis/redundancy';
import type { Dataset } from '../dataset';
import type { Judged } from '../judged';
import type { AreaRef } from '../levels';
import { pointNumbersOf } from '../points-of-areas';
import { numbersWhere, READINESS } from '../structures';
import { closedKey, isOnSameSide, nearestBehind, sidesOf } from './closed';
import type { Distances } from './distances';
import type { Reach } from './reach';
import { unplaced } from './unplaced';

/** The same area with areas closed: a border that crosses an area parts it, and the same area then means the same side of the border too (decision 0034). */
export function sameAreaBehindBorders(dataset: Dataset, closed: readonly AreaRef[], open: Reach): Reach {
  const { base, levels, structures } = dataset;
  const { areaCount, areaOfPoint } = levels.level(base);
  const own = structures.areaOf[base];
  const { count, ofPoint, ofStructure } = sidesOf(dataset, closed, levels.demand);
  const partOf = (area: number, side: number): number => (area < 0 ? -1 : area * count + side);
  const partOfPoint = areaOfPoint.map((area, point) => partOf(area, ofPoint[point] ?? 0));
  const partOfStructure = own.map((area, structure) => partOf(area, ofStructure[structure] ?? 0));

  function distances(judged: Judged): Distances {
    const to = (level: number): Float64Array => sameAreaKm(partOfPoint, markAreas(areaCount * count, numbersWhere(judged.level, level).map((number) => partOfStructure[number] ?? -1)));
    return { toReady: to(READINESS.ready), toUnknown: to(READINESS.unknown), unknownHere: unplaced(dataset, judged, (number) => (own[number] ?? -1) === -1) };
  }

  return {
    ...open,
    key: `${open.key} closed ${closedKey(closed)}`,
    distances,
    distancesOverDays: (days) => days.map(distances),
    nearest: nearestBehind(dataset, closed),
    reachedBy: (structure) => open.reachedBy(structure)?.filter((point) => partOfPoint[point] === partOfStructure[structure]) ?? null,
    countReaching: (numbers) => countSitesInArea(partOfPoint, areaCount * count, numbers.map((number) => partOfStructure[number] ?? -1)),
    isWithin(lngLat, structure, km, minutes) {
      const within = open.isWithin(lngLat, structure, km, minutes);
      return within === true ? isOnSameSide(dataset, closed, lngLat, structure) : within;
    },
    ofArea(type, area) {
      const whole = open.ofArea(type, area);
      const parts = new Set(pointNumbersOf(dataset, type, area).map((point) => partOfPoint[point]));
      return { ...whole, isReached: (structure) => (whole.isReached(structure) === true && parts.size > 0 ? parts.has(partOfStructure[structure]) : whole.isReached(structure)) };
    },
  };
}
