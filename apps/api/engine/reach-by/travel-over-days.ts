import type { TravelTimes } from '#analysis/travel-times';
import type { Dataset } from '../dataset';
import type { Judged } from '../judged';
import type { Surface, SurfaceDay } from '../surface';
import type { Distances } from './distances';
import { minutesAt, numbersOf, travelTimesOn } from './travel-fields';
import { placesOn } from './travel-ground';
import { unplaced } from './unplaced';

/** More changes than this from one day to the next, and a run of its own is quicker. */
const MANY_CHANGES = 64;

/** Day by day, exact up to the limit and Infinity beyond: from one day to the next only what changed is worked out anew, unless the ground changed too. */
export function minutesOverDays(dataset: Dataset, surface: Surface, days: readonly Judged[], limit: number): Distances[] {
  const [toReady, toUnknown] = [minutesOf(dataset, surface, days, limit, 'ready'), minutesOf(dataset, surface, days, limit, 'unknown')];
  return days.map((judged, day) => ({ toReady: toReady[day] ?? NOWHERE, toUnknown: toUnknown[day] ?? NOWHERE, unknownHere: unplaced(dataset, judged) }));
}

const NOWHERE = new Float64Array(0);

function minutesOf(dataset: Dataset, surface: Surface, days: readonly Judged[], limit: number, group: 'ready' | 'unknown'): Float64Array[] {
  const { points, structures } = placesOn(dataset, surface);
  let before: { day: SurfaceDay; counted: ReadonlySet<number> } | null = null;
  return days.map((judged) => {
    const day = surface.on(judged.judging.at);
    const counted = new Set([...numbersOf(judged, group)].filter((number) => (structures[number] ?? -1) >= 0));
    const times = travelTimesOn(dataset, day);
    if (before?.day !== day || !follow(times, structures, before.counted, counted)) times.run(structures.map((cell, number) => (counted.has(number) ? cell : -1)), limit);
    before = { day, counted };
    return minutesAt(times.field.minutes, points);
  });
}

/** Brings the sources from one day to the next, each under the number of its structure; false, and nothing done, where they are too many. */
function follow(times: TravelTimes, cells: Int32Array, before: ReadonlySet<number>, now: ReadonlySet<number>): boolean {
  const gone = [...before].filter((number) => !now.has(number));
  const come = [...now].filter((number) => !before.has(number));
  if (gone.length + come.length > MANY_CHANGES) return false;
  for (const number of gone) times.remove(number);
  for (const number of come) times.add(cells[number] ?? -1, number);
  return true;
}
