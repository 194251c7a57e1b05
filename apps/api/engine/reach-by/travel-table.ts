import type { AreaLevel } from '#analysis/area-level';
import { prepareTravelTables } from '#analysis/travel-table';
import { mayGiveCare } from '#domain/structure-rules';
import { problemAt } from '../../problem';
import type { Dataset } from '../dataset';
import type { Surface, SurfaceDay } from '../surface';
import { isCrossable, placesOn } from './travel-ground';

/** Points that each structure reaches are told up to here, minutes: farther, a table of all structures of a country is neither quick nor small. */
export const TABLE_MIN = 240;

const TABLES_KEPT = 3;

/** Structures whose cells are worked out together: what is reached is turned into points before the next, or it would not fit. */
const BATCH = 256;

/** Demand points within the limit of structures; those in the same cell share theirs. */
export interface TravelTable {
  /** Ascending. Null: nobody knows where the structure is. Empty where it stands on ground that cannot be crossed. */
  pointsOf(structure: number): Int32Array | null;
}

/**
 * `wanted`: numbers of the structures that are going to be asked about; left out: all that give care. Throws `parameterInvalid` for a limit beyond `TABLE_MIN`.
 */
export function travelTable(dataset: Dataset, surface: Surface, day: SurfaceDay, limit: number, wanted?: Int32Array): TravelTable {
  if (limit > TABLE_MIN) throw problemAt('parameterInvalid', 'threshold', String(limit), `0–${TABLE_MIN} (travelTime)`);
  const { structures } = placesOn(dataset, surface);
  const pointsOf = dataset.memory.recall('travelTables', TABLES_KEPT, `${limit} ${day.key}`, () => new Map<number, Int32Array>());
  const cells = wanted === undefined ? reachableCells(dataset, surface) : wanted.map((number) => structures[number] ?? -1);
  const missing = Int32Array.from(new Set(cells.filter((cell) => isCrossable(day, cell) && !pointsOf.has(cell)))).sort();
  if (missing.length > 0) addPointsReached(pointsOf, dataset, surface, day, limit, missing);
  return {
    pointsOf: (structure) => (Number.isFinite(dataset.structures.lng[structure]) ? (pointsOf.get(structures[structure] ?? -1) ?? NOBODY) : null),
  };
}

const NOBODY = new Int32Array(0);

/** By cell of a structure: the points within the limit of it. */
function addPointsReached(points: Map<number, Int32Array>, dataset: Dataset, surface: Surface, day: SurfaceDay, limit: number, cells: Int32Array): void {
  const tables = prepareTravelTables(day.grid);
  const here = pointsByCell(dataset, surface);
  for (let first = 0; first < cells.length; first += BATCH) {
    const batch = cells.subarray(first, first + BATCH);
    const { start, cell } = tables(batch, limit);
    batch.forEach((from, i) => points.set(from, Int32Array.from(pointsIn(here, cell.subarray(start[i], start[i + 1]))).sort()));
  }
}

/** Points of each cell, chained: the first of a cell, and the next after each. */
interface PointChains {
  readonly first: Int32Array;
  readonly next: Int32Array;
}

const pointsByCell = (dataset: Dataset, surface: Surface): PointChains =>
  dataset.memory.recall('pointsByCell', 1, '', () => {
    const { points } = placesOn(dataset, surface);
    const first = new Int32Array(surface.grid.friction.length).fill(-1);
    const next = new Int32Array(points.length).fill(-1);
    points.forEach((cell, point) => {
      if (cell < 0) return;
      next[point] = first[cell] ?? -1;
      first[cell] = point;
    });
    return { first, next };
  });

function pointsIn({ first, next }: PointChains, cells: Int32Array): number[] {
  const found: number[] = [];
  for (const cell of cells) for (let point = first[cell] ?? -1; point >= 0; point = next[point] ?? -1) found.push(point);
  return found;
}

/** Cell of each structure that may give care; −1 for the others: whom they reach is no question. */
export const reachableCells = (dataset: Dataset, surface: Surface): Int32Array =>
  placesOn(dataset, surface).structures.map((cell, number) => (mayGiveCare(dataset.structures.rows[number]?.type ?? 'other') ? cell : -1));

/** Cells in which the people of each area live, each once. */
export function cellsOfAreas({ areaCount, areaOfPoint }: Pick<AreaLevel, 'areaCount' | 'areaOfPoint'>, cellOfPoint: Int32Array): Int32Array[] {
  const cells = Array.from({ length: areaCount }, () => new Set<number>());
  areaOfPoint.forEach((area, point) => cells[area]?.add(cellOfPoint[point] ?? -1));
  return cells.map((one) => Int32Array.from(one));
}
