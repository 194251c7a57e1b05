import { locate } from '#analysis/polygon-index';
import { markAreas, sameAreaKm } from '#analysis/reach';
import { indexDemand, reachingSites } from '#analysis/reaching-sites';
import { countSitesInArea } from '#analysis/redundancy';
import type { Dataset } from '../dataset';
import type { Judged } from '../judged';
import { judgedSites, nearestStructures } from '../judged-sites';
import { numbersWhere, READINESS } from '../structures';
import type { Distances } from './distances';
import type { Reach } from './reach';
import { sameAreaBehindBorders } from './behind-borders-in-area';
import { triedInSameArea } from './tried';
import { unplaced } from './unplaced';

/** The same area is the one that people are placed in, whatever the level of the answer: a structure somewhere in the province is not care next door. */
export function reachInSameArea(dataset: Dataset): Reach {
  const { base, levels, structures } = dataset;
  const { demand } = levels;
  const own = structures.areaOf[base];
  const { areaCount, areaOfPoint } = levels.level(base);

  function distances(judged: Judged): Distances {
    const kmTo = (level: number): Float64Array => sameAreaKm(areaOfPoint, markAreas(areaCount, numbersWhere(judged.level, level).map((number) => own[number] ?? -1)));
    return { toReady: kmTo(READINESS.ready), toUnknown: kmTo(READINESS.unknown), unknownHere: unplaced(dataset, judged, (number) => (own[number] ?? -1) === -1) };
  }

  return {
    key: 'sameArea',
    limit: 0,
    needsPosition: false,
    footing: null,
    ahead: null,
    minutesFrom: () => null,
    distances,
    distancesTried: (_, tried) => triedInSameArea(dataset, tried),
    distancesOverDays: (days) => days.map(distances),
    whenClosed: (closed) => sameAreaBehindBorders(dataset, closed, reachInSameArea(dataset)),
    nearest: (type, judged, group) => nearestStructures(levels.centres(type), judgedSites(dataset, judged)[group]),
    reachedBy(structure) {
      const area = own[structure] ?? -1;
      if (area < 0) return null;
      const first = demand.firstPoint[area] ?? 0;
      return Int32Array.from({ length: (demand.firstPoint[area + 1] ?? 0) - first }, (_, i) => first + i);
    },
    structuresReaching: (type) => reachingSites(NO_POINTS, levels.level(type), { lng: structures.lng, lat: structures.lat, areaOfSite: structures.areaOf[type] }, null),
    countReaching: (numbers) => countSitesInArea(areaOfPoint, areaCount, numbers.map((number) => own[number] ?? -1)),
    isWithin([lng, lat], structure) {
      const at = own[structure] ?? -1;
      return at === -1 ? null : locate(dataset.sets[base].index, lng, lat) === at;
    },
    ofArea(type, area) {
      const touched = new Set(levels.touched({ type, number: area }, base));
      return {
        isReached(structure) {
          const at = own[structure] ?? -1;
          return at === -1 ? null : touched.has(at);
        },
        travelMin: () => null,
      };
    },
    missionPoints: () => null,
  };
}

/** Where somebody lives within an area does not matter here. */
const NO_POINTS = indexDemand({ lng: new Float64Array(0), lat: new Float64Array(0) });
