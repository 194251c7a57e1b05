import { distanceKm } from '#analysis/sphere';
import { needOf } from '#domain/readiness-needs';
import type { LngLat } from '#domain/units';
import type { CheckAnswer } from '../../contract/check';
import { roundKm } from '../gap-area';
import { Gains } from '../gains';
import { type GapView, structuresOf } from '../gap-view';
import { lapsesAfter } from '../judged';
import { shownPeople } from '../shown-people';
import { mayBeReady, READINESS } from '../structures';
import { travelMinShown } from '../travel-min-shown';
import { isWithoutCare } from './care-for-plan';
import type { PlanPlace } from './plan-place';

type Serving = CheckAnswer['serving'][number];
type ToMakeReady = CheckAnswer['toMakeReady'][number];

/** Structures listed of each sort; those who plan read the first of them. */
const SHOWN = 8;
/** The nearest are listed although nobody of the plan would gain: a planner knows them, and asks. */
const NEAREST_SHOWN = 3;
/** Structures that reach nobody of the plan are looked at while so few are nearer. */
const NEAREST_LOOKED_AT = 12;

/** A structure that may give care, as the plan sees it. `km`: NaN where its position is not known; `min`: null under a metric without minutes over the ground, Infinity where there is no way in two days. `reached`: points of the plan within its reach, null where nobody knows. */
interface Near {
  readonly number: number;
  readonly km: number;
  readonly min: number | null;
  readonly reached: readonly number[] | null;
}

/** The structures around a plan, nearest first: all that lie in it or reach a point of it, and the nearest others. */
export function structuresNear(view: GapView, place: PlanPlace): Near[] {
  const { judged, reach } = view;
  const { centre } = place;
  if (centre === null) return [];
  const minutes = reach.minutesFrom(centre, view.set.type)?.structure ?? null;
  const byDistance = [...judged.level.keys()]
    .filter((number) => judged.level[number] !== READINESS.noCare)
    .map((number) => ({ number, km: kmFrom(centre, view, number), min: minutes === null ? null : (minutes[number] ?? Infinity) }))
    .sort(byNearness);
  const wanted = new Set([...byDistance.slice(0, NEAREST_LOOKED_AT).map(({ number }) => number), ...reachingPlan(view, place)]);
  return byDistance
    .filter(({ number }) => wanted.has(number))
    .map((one) => ({ ...one, reached: insideOf(place, reach.reachedBy(one.number)) }));
}

/** By the minutes of the way where the metric has them, then as the crow flies; where nobody knows where it is, last. */
function byNearness(a: Omit<Near, 'reached'>, b: Omit<Near, 'reached'>): number {
  const [first, second] = [a, b].map(({ km, min }) => [min ?? 0, Number.isFinite(km) ? km : Infinity] as const);
  return compare(first?.[0] ?? 0, second?.[0] ?? 0) || compare(first?.[1] ?? 0, second?.[1] ?? 0) || a.number - b.number;
}

/** Also of two that are infinite. */
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

const insideOf = ({ inside }: PlanPlace, points: Int32Array | null): number[] | null => (points === null ? null : [...points].filter((point) => inside[point] === 1));

/** Numbers of the structures that lie in, or reach, the base areas of the plan. */
const reachingPlan = (view: GapView, { base }: PlanPlace): number[] => base.flatMap((area) => [...structuresOf(view, area)]);

const kmFrom = ([lng, lat]: LngLat, { dataset: { structures } }: GapView, number: number): number => distanceKm(lng, lat, structures.lng[number] ?? NaN, structures.lat[number] ?? NaN);

/** Ready structures within reach of somebody of the plan on the first day. `end`: the same question on the last day. */
export function servingPlan(view: GapView, end: GapView, near: readonly Near[]): Serving[] {
  return near
    .filter(({ number, reached }) => view.judged.level[number] === READINESS.ready && (reached?.length ?? 0) > 0)
    .slice(0, SHOWN)
    .map(({ number, km, min, reached }) => ({
      ...headOf(view, number, km, min),
      people: peopleAmong(view, reached ?? []),
      lapsesAfter: lapsesAfter(view.judged.result(number)),
      readyAtEnd: end.judged.level[number] === READINESS.ready,
    }));
}

/** Structures near the plan that are not ready on the first day, with what each lacks and who would gain: most of the plan’s people first, then the nearest. */
export function toMakeReady(view: GapView, near: readonly Near[]): ToMakeReady[] {
  const gains = new Gains(view);
  const ranks = new Map<string, number>();
  return near
    .flatMap(({ number, km, min, reached }): ToMakeReady[] => {
      const result = view.judged.result(number);
      const need = needOf(result, view.question.judging.standard);
      if (need === null || view.judged.level[number] === READINESS.ready) return [];
      const gain = gains.of([number]);
      const head = headOf(view, number, km, min);
      ranks.set(head.id, ranks.size);
      return [{
        ...head,
        readiness: result.readiness,
        need,
        missing: [...result.missing],
        unknown: [...result.unknown],
        peopleHere: reached === null ? null : peopleAmong(view, reached.filter((point) => isWithoutCare(view, point))),
        peopleAnywhere: gain?.known === true ? shownPeople(view.dataset.heading.viewer, gain.leaveGap + gain.leaveBlindSpot) : null,
      }];
    })
    .sort((a, b) => (b.peopleHere ?? -1) - (a.peopleHere ?? -1) || (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0))
    .filter((one) => one.peopleHere !== 0 || (ranks.get(one.id) ?? 0) < NEAREST_SHOWN)
    .slice(0, SHOWN);
}

/** Structures of the plan’s areas that are ready or may be, and of which nobody knows where they are, where that matters. */
export const withoutPosition = (view: GapView, place: PlanPlace): number =>
  !view.reach.needsPosition ? 0 : new Set(reachingPlan(view, place).filter((number) => mayBeReady(view.judged.level[number]) && !Number.isFinite(view.dataset.structures.lng[number]))).size;

/** Null: of some of the points nobody knows how many people they are, or they are too few to be shown. */
function peopleAmong({ dataset: { levels, heading } }: GapView, points: readonly number[]): number | null {
  if (points.some((point) => levels.people.known[point] !== 1)) return null;
  return shownPeople(heading.viewer, points.reduce((sum, point) => sum + (levels.people.people[point] ?? 0), 0));
}

function headOf({ dataset: { structures }, judged }: GapView, number: number, km: number, min: number | null): Omit<Serving, 'people' | 'lapsesAfter' | 'readyAtEnd'> {
  const row = structures.rows[number];
  if (row === undefined) throw new Error(`structure ${number} of ${structures.rows.length}`);
  const [lng, lat] = [structures.lng[number] ?? NaN, structures.lat[number] ?? NaN];
  return { id: row.id, name: row.name, type: row.type, lngLat: Number.isFinite(lng) ? [lng, lat] : null, distanceKm: Number.isFinite(km) ? roundKm(km) : null, travelMin: travelMinShown(min), evidenceOn: judged.result(number).evidenceOn };
}
