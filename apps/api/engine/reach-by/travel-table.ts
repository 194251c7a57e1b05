import { prepareTravelTables } from '#analysis/travel-table';
import { mayGiveCare } from '#domain/structure-rules';
import { problemAt } from '../../problem';
import type { Dataset } from '../dataset';
import type { Surface, SurfaceDay } from '../surface';
import { footingOn, placesOn } from './travel-ground';

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

/** Throws `parameterInvalid` for a limit beyond `TABLE_MIN`. */
export function travelTable(dataset: Dataset, surface: Surface, day: SurfaceDay, limit: number): TravelTable {
  if (limit > TABLE_MIN) throw problemAt('parameterInvalid', 'threshold', String(limit), `0–${TABLE_MIN} (travelTime)`);
  const { structures } = placesOn(dataset, surface);
  const pointsOf = dataset.memory.recall('travelTables', TABLES_KEPT, `${limit} ${day.key}`, () => pointsReached(dataset, surface, day, limit));
  return {
    pointsOf: (structure) => (Number.isFinite(dataset.structures.lng[structure]) ? (pointsOf.get(structures[structure] ?? -1) ?? NOBODY) : null),
  };
}

const NOBODY = new Int32Array(0);

/** By cell of a structure: the points within the limit of it. */
function pointsReached(dataset: Dataset, surface: Surface, day: SurfaceDay, limit: number): Map<number, Int32Array> {
  const { structures } = placesOn(dataset, surface);
  const cells = Int32Array.from(new Set(reachableStructures(dataset, surface, day).map((number) => structures[number] ?? -1))).sort();
  const tables = prepareTravelTables(day.grid);
  const here = pointsByCell(dataset, surface);
  const points = new Map<number, Int32Array>();
  for (let first = 0; first < cells.length; first += BATCH) {
    const batch = cells.subarray(first, first + BATCH);
    const { start, cell } = tables(batch, limit);
    batch.forEach((from, i) => points.set(from, Int32Array.from(pointsIn(here, cell.subarray(start[i], start[i + 1]))).sort()));
  }
  return points;
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

/** Structures that may give care and can be reached at all, ascending: of the others no table is worth making. */
function reachableStructures(dataset: Dataset, surface: Surface, day: SurfaceDay): number[] {
  const { structures } = footingOn(dataset, surface, day);
  return dataset.structures.rows.flatMap(({ type }, number) => (structures[number] === 1 && mayGiveCare(type) ? [number] : []));
}
