import type { AreaLevel } from '#analysis/area-level';
import { groupSitesByArea, type ReachingSites } from '#analysis/reaching-sites';
import { type SitesOfArea, sitesReached } from '#analysis/travel-areas';
import type { AreaType } from '#domain/records';
import type { Dataset } from '../dataset';
import type { Surface, SurfaceDay } from '../surface';
import type { InPieces } from './in-pieces';
import { placesOn } from './travel-ground';
import { reachableCells, TABLE_MIN, travelRunsOn } from './travel-table';

const LEVELS_KEPT = 8;

/** Areas in one piece of the work. */
const BATCH = 4;

/** For each area of a level, the structures that lie in it or reach a point of it within the limit, and at most `TABLE_MIN` away. */
export function* structuresReachingInPieces(dataset: Dataset, surface: Surface, day: SurfaceDay, type: AreaType, limit: number): InPieces<ReachingSites> {
  const around = yield* structuresAround(dataset, surface, day, type);
  const { areaOf, rows } = dataset.structures;
  const areasReached = rows.map((): number[] => []);
  around.forEach(({ site, minutes }, area) => {
    site.forEach((structure, i) => {
      if ((minutes[i] ?? Infinity) <= limit) areasReached[structure]?.push(area);
    });
  });
  return groupSitesByArea(around.length, areaOf[type], areasReached);
}

/** The structures up to `TABLE_MIN` away from each area, with their minutes: every threshold reads the same. Each area is left once, however many structures there are. */
function* structuresAround(dataset: Dataset, surface: Surface, day: SurfaceDay, type: AreaType): InPieces<readonly SitesOfArea[]> {
  const level = dataset.levels.level(type);
  const known = dataset.memory.recall('structuresAround', LEVELS_KEPT, `${type} ${day.key}`, (): SitesOfArea[] => []);
  if (known.length === level.areaCount) return known;
  const starts = cellsOfAreas(level, placesOn(dataset, surface).points);
  const sites = reachableCells(dataset, surface);
  const runs = travelRunsOn(dataset, day);
  for (let area = known.length; area < level.areaCount; area = known.length) {
    for (const start of starts.slice(area, area + BATCH)) known.push(sitesReached(runs, start, sites, TABLE_MIN));
    yield;
  }
  return known;
}

/** Cells in which the people of each area live, each once. */
function cellsOfAreas({ areaCount, areaOfPoint }: Pick<AreaLevel, 'areaCount' | 'areaOfPoint'>, cellOfPoint: Int32Array): Int32Array[] {
  const cells = Array.from({ length: areaCount }, () => new Set<number>());
  areaOfPoint.forEach((area, point) => cells[area]?.add(cellOfPoint[point] ?? -1));
  return cells.map((one) => Int32Array.from(one));
}
