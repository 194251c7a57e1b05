import { CLASS_CODES } from '#analysis/classify';
import { type CareLevel, careOfArea, classOf } from '#domain/gap-classes';
import { careLevels } from '#domain/vocabularies/flags';
import type { CheckAnswer } from '../../contract/check';
import { roundShare } from '../gap-area';
import type { GapView } from '../gap-view';
import { shownPeople } from '../shown-people';
import type { PlanPlace } from './plan-place';

type CareOnDay = CheckAnswer['care'][number];

/** Care level of a point by the number of its class. */
const CARE_OF_CLASS: readonly CareLevel[] = CLASS_CODES.map((code) => careLevels.codes.find((care) => [true, false].some((aware) => classOf(aware, care) === code)) ?? 'none');
const AWARE_CLASSES = new Set(careLevels.codes.map((care) => CLASS_CODES.indexOf(classOf(true, care))));

/** Has the point no care at all within reach? */
export const isWithoutCare = ({ classification: { pointClass } }: GapView, point: number): boolean => CARE_OF_CLASS[pointClass[point] ?? -1] === 'none';

/** Care within reach of the people of the plan, on the day that the view is about. */
export function careOfPlan(view: GapView, { points }: PlanPlace, moment: CareOnDay['moment']): CareOnDay {
  const { dataset: { levels, heading }, classification: { pointClass }, question } = view;
  const { people: whole, exactPeople } = levels.people;
  const masses = points.some((point) => (exactPeople[point] ?? 0) > 0) ? exactPeople : levels.demand.weight;
  const people = new Map<CareLevel, number>();
  const mass = new Map<CareLevel, number>();
  let total = 0;
  for (const point of points) {
    const level = CARE_OF_CLASS[pointClass[point] ?? -1] ?? 'none';
    people.set(level, (people.get(level) ?? 0) + (whole[point] ?? 0));
    mass.set(level, (mass.get(level) ?? 0) + (masses[point] ?? 0));
    total += masses[point] ?? 0;
  }
  const shareOf = (level: CareLevel): number => (total === 0 ? 0 : (mass.get(level) ?? 0) / total);
  const known = peopleOfPlan(view, { points }) !== null;
  return {
    moment,
    at: question.parameters.at,
    level: total === 0 ? null : careOfArea({ ready: shareOf('ready'), reported: shareOf('reported'), unknown: shareOf('unknown') }, question.parameters.theta),
    levels: careLevels.codes.map((level) => ({ level, people: known ? shownPeople(heading.viewer, people.get(level) ?? 0) : null, share: roundShare(shareOf(level)) })),
  };
}

/** People of some points whose number is known; null: of none of them it is. */
function peopleAt({ dataset: { levels } }: GapView, points: Int32Array): number | null {
  const { people, known } = levels.people;
  return points.reduce<number | null>((sum, point) => (known[point] === 1 ? (sum ?? 0) + (people[point] ?? 0) : sum), null);
}

export const peopleOfPlan = (view: GapView, { points }: Pick<PlanPlace, 'points'>): number | null => peopleAt(view, points);

/** Of the people of the plan, those who hear of the service already. */
export const awareOfPlan = (view: GapView, { points }: PlanPlace): number | null => {
  const { pointClass } = view.classification;
  const known = peopleAt(view, points);
  return known === null ? null : (peopleAt(view, points.filter((point) => AWARE_CLASSES.has(pointClass[point] ?? -1))) ?? 0);
};
