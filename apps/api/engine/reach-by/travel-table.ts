import { createTravelRuns, type TravelRuns } from '#analysis/travel-runs';
import { mayGiveCare } from '#domain/structure-rules';
import { problemAt } from '../../problem';
import type { Dataset } from '../dataset';
import type { Surface, SurfaceDay } from '../surface';
import type { InPieces } from './in-pieces';
import { isCrossable, placesOn } from './travel-ground';

/** Points that each structure reaches are told up to here, minutes: farther, a table of all structures of a country is neither quick nor small. */
export const TABLE_MIN = 240;

const TABLES_KEPT = 4;

/** Today’s, and one with something tried out. */
const GROUNDS_KEPT = 2;

/** Structures in one piece of the work. */
const BATCH = 12;

/** Short runs over the ground of a day; it weighs about twenty bytes a cell. */
export const travelRunsOn = ({ memory }: Dataset, day: SurfaceDay): TravelRuns => memory.recall('travelRuns', GROUNDS_KEPT, day.key, () => createTravelRuns(day.grid));

/** Demand points within the limit of structures; those in the same cell share theirs. */
interface PointTable {
  /** Ascending. Null: nobody knows where the structure is. Empty where it stands on ground that cannot be crossed. */
  pointsOf(structure: number): Int32Array | null;
}

/**
 * `wanted`: numbers of the structures that are going to be asked about; left out: all that give care. Throws `parameterInvalid` for a limit beyond `TABLE_MIN`.
 */
export function* pointTableInPieces(dataset: Dataset, surface: Surface, day: SurfaceDay, limit: number, wanted?: Int32Array): InPieces<PointTable> {
  if (limit > TABLE_MIN) throw problemAt('parameterInvalid', 'threshold', String(limit), `0–${TABLE_MIN} (travelTime)`);
  const { structures } = placesOn(dataset, surface);
  const known = dataset.memory.recall('travelTables', TABLES_KEPT, `${limit} ${day.key}`, () => new Map<number, Int32Array>());
  const cells = wanted === undefined ? reachableCells(dataset, surface) : wanted.map((number) => structures[number] ?? -1);
  const missing = Int32Array.from(new Set(cells.filter((cell) => isCrossable(day, cell) && !known.has(cell)))).sort();
  for (let first = 0; first < missing.length; first += BATCH) {
    if (first > 0) yield;
    // Somebody else may have got there meanwhile.
    addPointsReached(known, dataset, surface, day, limit, missing.subarray(first, first + BATCH).filter((cell) => !known.has(cell)));
  }
  return {
    pointsOf: (structure) => (Number.isFinite(dataset.structures.lng[structure]) ? (known.get(structures[structure] ?? -1) ?? NOBODY) : null),
  };
}

const NOBODY = new Int32Array(0);

/** By cell of a structure: the points within the limit of it. */
function addPointsReached(known: Map<number, Int32Array>, dataset: Dataset, surface: Surface, day: SurfaceDay, limit: number, cells: Int32Array): void {
  const runs = travelRunsOn(dataset, day);
  const here = pointsByCell(dataset, surface);
  for (const from of cells) known.set(from, runs.from([from], limit, ({ reached }) => Int32Array.from(pointsIn(here, reached)).sort()));
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
