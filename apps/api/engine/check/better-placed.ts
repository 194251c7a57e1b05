import { sharesOfArea } from '#analysis/classify';
import { distanceKm } from '#analysis/sphere';
import { careOfArea } from '#domain/gap-classes';
import type { PlanAim } from '#domain/plan-rules';
import type { CheckAnswer } from '../../contract/check';
import { byText } from '../by-text';
import { describeArea, peopleIn, roundKm } from '../gap-area';
import type { GapView } from '../gap-view';
import type { AskedPlan } from '../messages';
import { travelMinShown } from '../travel-min-shown';
import { neighboursOf } from './already-there';
import type { PlanPlace } from './plan-place';

type BetterPlaced = CheckAnswer['betterPlaced'][number];

/** Areas listed; a planner goes to one of the first. */
const SHOWN = 6;

const WHY: Readonly<Record<PlanAim, BetterPlaced['why']>> = { announces: 'readyAndSilent', brings: 'withoutCare', beside: 'nobodyThere' };

/**
 * Areas near by, at the level that is asked about, in which nobody does the same on a day of the plan: for what announces care, those with ready
 * care from start to end, most people with it first; for what brings care, those without, most people without first; else the most people.
 * Distances, and minutes where the metric has them, from centre of population to centre of population; near by is as the crow flies.
 */
export function betterPlaced(start: GapView, end: GapView, plan: AskedPlan, place: PlanPlace, aim: PlanAim): BetterPlaced[] {
  const { dataset, set, question: { parameters: { service } } } = start;
  const { centre } = place;
  if (centre === null) return [];
  const own = new Set(place.base.flatMap((number) => dataset.levels.touched({ type: dataset.base, number }, set.type)));
  const centres = dataset.levels.centres(set.type);
  const taken = takenAreas(start, plan, service);
  const minutes = start.reach.minutesFrom(centre, set.type)?.area ?? null;
  return set.areas
    .flatMap((_, area): BetterPlaced[] => {
      if (own.has(area) || taken.has(area)) return [];
      const km = distanceKm(centre[0], centre[1], centres.lng[area] ?? NaN, centres.lat[area] ?? NaN);
      if (!(km <= plan.nearbyKm) || !suits(start, end, area, aim)) return [];
      const { code, name, provinceName, class: areaClass, population } = describeArea(start, area);
      return [{ code, name, provinceName, distanceKm: roundKm(km), travelMin: travelMinShown(minutes?.[area] ?? null), class: areaClass, population, peopleReady: peopleIn(start, area, ['joined', 'unannounced']), peopleWithoutCare: peopleIn(start, area, ['gap', 'blindSpot']), why: WHY[aim] }];
    })
    .sort((a, b) => (figureOf(b, aim) ?? -1) - (figureOf(a, aim) ?? -1) || a.distanceKm - b.distanceKm || byText(a.code, b.code))
    .slice(0, SHOWN);
}

function takenAreas({ dataset, set }: GapView, plan: AskedPlan, service: GapView['question']['parameters']['service']): Set<number> {
  return new Set(neighboursOf(dataset, plan, service, null).flatMap(({ number }) => dataset.initiatives.areasOf(number, set.type)));
}

function suits(start: GapView, end: GapView, area: number, aim: PlanAim): boolean {
  const careIn = (view: GapView) => {
    const shares = sharesOfArea(view.level, view.classification, area);
    return shares === null ? null : careOfArea(shares, view.question.parameters.theta);
  };
  if (aim === 'beside') return true;
  return aim === 'announces' ? careIn(start) === 'ready' && careIn(end) === 'ready' : careIn(start) === 'none';
}

const figureOf = ({ peopleReady, peopleWithoutCare, population }: BetterPlaced, aim: PlanAim): number | null => (aim === 'announces' ? peopleReady : aim === 'brings' ? peopleWithoutCare : population);
