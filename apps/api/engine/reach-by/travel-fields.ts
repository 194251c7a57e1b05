import type { TravelField } from '#analysis/travel-grid';
import { createTravelTimes, type TravelTimes } from '#analysis/travel-times';
import { MAX_THRESHOLD } from '#domain/gap-parameters';
import type { Dataset } from '../dataset';
import type { Judged } from '../judged';
import { numbersWhere, READINESS } from '../structures';
import type { Surface, SurfaceDay } from '../surface';
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
  dataset.memory.recall('travelFields', FIELDS_KEPT, `${judged.key} ${group} ${day.key}`, () => {
    const { structures } = placesOn(dataset, surface);
    const numbers = numbersOf(judged, group);
    const { minutes, source } = travelTimesOn(dataset, day).run(numbers.map((number) => structures[number] ?? -1), FARTHEST_MIN);
    return { minutes: minutes.slice(), source: source.map((one) => numbers[one] ?? -1) };
  });

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
