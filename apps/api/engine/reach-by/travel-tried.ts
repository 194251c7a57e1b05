import { createTravelTimes, type TravelTimes } from '#analysis/travel-times';
import type { Dataset } from '../dataset';
import type { Judged } from '../judged';
import type { Surface, SurfaceDay } from '../surface';
import type { Distances, Tried } from './distances';
import { minutesAt, numbersOf, sourcesOf } from './travel-fields';
import { placesOn } from './travel-ground';
import { unplaced } from './unplaced';

/** One for the ready structures and one for those of unknown readiness: each weighs about twenty bytes a cell. */
const ENGINES_KEPT = 2;

/**
 * Minutes with something tried out, exact up to the limit and Infinity beyond. Structures that change come and go over what is known already;
 * where an area is closed, the ground is another, and everything is run over it.
 */
export function minutesTried(dataset: Dataset, surface: Surface, day: SurfaceDay, limit: number, { was, is, closed }: Tried): Distances {
  const codes = closed.flatMap(({ type, number }) => dataset.sets[type].areas[number]?.code ?? []);
  const minutesTo = (group: 'ready' | 'unknown'): Float64Array =>
    codes.length === 0 ? minutesAfterChanges(dataset, surface, day, limit, was, is, group) : minutesOver(dataset, surface, surface.on(was.judging.at, codes), limit, is, group);
  return { toReady: minutesTo('ready'), toUnknown: minutesTo('unknown'), unknownHere: unplaced(dataset, is) };
}

function minutesOver(dataset: Dataset, surface: Surface, day: SurfaceDay, limit: number, judged: Judged, group: 'ready' | 'unknown'): Float64Array {
  const times = dataset.memory.recall('travelTimesClosed', 1, day.key, () => createTravelTimes(day.grid));
  return minutesAt(times.run(sourcesOf(dataset, surface, judged, group), limit).minutes, placesOn(dataset, surface).points);
}

function minutesAfterChanges(dataset: Dataset, surface: Surface, day: SurfaceDay, limit: number, was: Judged, is: Judged, group: 'ready' | 'unknown'): Float64Array {
  const { points, structures } = placesOn(dataset, surface);
  const times = timesBefore(dataset, surface, day, limit, was, group);
  const [before, now] = [new Set(numbersOf(was, group)), new Set(numbersOf(is, group))];
  const placed = (number: number): boolean => (structures[number] ?? -1) >= 0;
  const gone = [...before].filter((number) => !now.has(number) && placed(number));
  const come = [...now].filter((number) => !before.has(number) && placed(number));
  for (const number of gone) times.remove(number);
  for (const number of come) times.add(structures[number] ?? -1, number);
  const minutes = minutesAt(times.field.minutes, points);
  // As it was, for the next that is tried out.
  for (const number of come) times.remove(number);
  for (const number of gone) times.add(structures[number] ?? -1, number);
  return minutes;
}

/** What is before anything is tried out: each structure a source under its own number. */
const timesBefore = (dataset: Dataset, surface: Surface, day: SurfaceDay, limit: number, was: Judged, group: 'ready' | 'unknown'): TravelTimes =>
  dataset.memory.recall('travelTimesTried', ENGINES_KEPT, `${was.key} ${group} ${limit} ${day.key}`, () => {
    const times = createTravelTimes(day.grid);
    times.run(sourcesOf(dataset, surface, was, group), limit);
    return times;
  });
