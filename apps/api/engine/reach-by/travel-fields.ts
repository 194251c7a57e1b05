import type { TravelField } from '#analysis/travel-grid';
import { createTravelTimes, type TravelTimes } from '#analysis/travel-times';
import { MAX_THRESHOLD } from '#domain/gap-parameters';
import type { Dataset } from '../dataset';
import type { Judged } from '../judged';
import { numbersWhere, READINESS } from '../structures';
import type { Surface, SurfaceDay } from '../surface';
import { wholeOf } from './in-pieces';
import { placesOn } from './travel-ground';

/** Two days: nobody asks for more, and nothing is told of it. */
export const FARTHEST_MIN = MAX_THRESHOLD.travelTime;

/** A field weighs eight bytes a cell, an engine about thirty. */
const FIELDS_KEPT = 4;
const ENGINES_KEPT = 2;

export type StructureGroup = 'ready' | 'almost' | 'unknown';

/** Whoever asks runs it anew: nothing of an earlier run may be relied on. */
export const travelTimesOn = ({ memory }: Dataset, day: SurfaceDay): TravelTimes => memory.recall('travelTimes', ENGINES_KEPT, day.key, () => createTravelTimes(day.grid));

/** Minutes from everywhere to the nearest structure of a group, and the number of that structure; kept by how structures are judged and what is closed. */
export const fieldOf = (dataset: Dataset, surface: Surface, day: SurfaceDay, judged: Judged, group: StructureGroup): TravelField =>
  wholeOf(fieldInPieces(dataset, surface, day, judged, group));

/** The same, piece by piece. */
export function* fieldInPieces(dataset: Dataset, surface: Surface, day: SurfaceDay, judged: Judged, group: StructureGroup): Generator<void, TravelField> {
  const name = `${judged.key} ${group} ${day.key}`;
  const kept = dataset.memory.recall('travelFields', FIELDS_KEPT, name, (): { field: TravelField | null } => ({ field: null }));
  if (kept.field === null) {
    const { minutes, source } = yield* travelTimesOn(dataset, day).runInPieces(sourcesOf(dataset, surface, judged, group), FARTHEST_MIN);
    kept.field = { minutes: minutes.slice(), source: source.slice() };
  }
  return kept.field;
}

/** The cell of each structure of a group by its number; −1 for the others. */
export function sourcesOf(dataset: Dataset, surface: Surface, judged: Judged, group: StructureGroup): Int32Array {
  const { structures } = placesOn(dataset, surface);
  const counted = new Set(numbersOf(judged, group));
  return structures.map((cell, number) => (counted.has(number) ? cell : -1));
}

export function numbersOf(judged: Judged, group: StructureGroup): Int32Array {
  switch (group) {
    case 'ready':
      return numbersWhere(judged.level, READINESS.ready);
    case 'almost':
      return numbersWhere(judged.almost, 1);
    case 'unknown':
      return numbersWhere(judged.level, READINESS.unknown);
  }
}

/** Minutes of some cells, Infinity for those outside the surface. */
export const minutesAt = (minutes: Float32Array, cells: Int32Array): Float64Array => Float64Array.from(cells, (cell) => minutes[cell] ?? Infinity);
