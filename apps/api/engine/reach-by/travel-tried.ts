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
 * Minutes with something tried out, exact up to the limit and Infinity beyond. Structures that change come and go over what is known already, and where an
 * area is closed the ground under them changes: either costs as much as what changes with it, and leaves what a run from nothing would.
 */
export function minutesTried(dataset: Dataset, surface: Surface, day: SurfaceDay, limit: number, { was, is, closed }: Tried): Distances {
  const codes = closed.flatMap(({ type, number }) => dataset.sets[type].areas[number]?.code ?? []);
  const ground = codes.length === 0 ? day : surface.on(was.judging.at, codes);
  const minutesTo = (group: 'ready' | 'unknown'): Float64Array => minutesAfterChanges(dataset, surface, { before: timesBefore(dataset, surface, day, limit, was, group), ground, was, is, group });
  return { toReady: minutesTo('ready'), toUnknown: minutesTo('unknown'), unknownHere: unplaced(dataset, is) };
}

/** The structures of what was, each a source under its own number, over the ground that was asked about last. */
interface TimesBefore {
  readonly times: TravelTimes;
  ground: string;
}

interface TriedOn extends Pick<Tried, 'was' | 'is'> {
  readonly before: TimesBefore;
  readonly ground: SurfaceDay;
  readonly group: 'ready' | 'unknown';
}

function minutesAfterChanges(dataset: Dataset, surface: Surface, { before: { times }, before, ground, was, is, group }: TriedOn): Float64Array {
  const { points, structures } = placesOn(dataset, surface);
  const [counted, now] = [new Set(numbersOf(was, group)), new Set(numbersOf(is, group))];
  const placed = (number: number): boolean => (structures[number] ?? -1) >= 0;
  const gone = [...counted].filter((number) => !now.has(number) && placed(number));
  const come = [...now].filter((number) => !counted.has(number) && placed(number));
  // The ground stays for the next that is tried out: it is often the same.
  if (before.ground !== ground.key) times.changeGround(ground.grid.friction);
  before.ground = ground.key;
  for (const number of gone) times.remove(number);
  for (const number of come) times.add(structures[number] ?? -1, number);
  const minutes = minutesAt(times.field.minutes, points);
  // As it was, for the next that is tried out.
  for (const number of come) times.remove(number);
  for (const number of gone) times.add(structures[number] ?? -1, number);
  return minutes;
}

const timesBefore = (dataset: Dataset, surface: Surface, day: SurfaceDay, limit: number, was: Judged, group: 'ready' | 'unknown'): TimesBefore =>
  dataset.memory.recall('travelTimesTried', ENGINES_KEPT, `${was.key} ${group} ${limit} ${day.key}`, () => {
    const times = createTravelTimes(day.grid);
    times.run(sourcesOf(dataset, surface, was, group), limit);
    return { times, ground: day.key };
  });
