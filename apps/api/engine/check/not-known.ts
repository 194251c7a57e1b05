import { dayNumber } from '#domain/dates';
import type { CheckAnswer } from '../../contract/check';
import type { GapView } from '../gap-view';
import type { AskedPlan } from '../messages';
import type { PlanPlace } from './plan-place';
import { withoutPosition } from './structures-near';

type NotKnown = CheckAnswer['notKnown'][number];

/** What the answer does not know or takes for granted, in the order in which a reader should doubt it. */
export function notKnown(view: GapView, plan: AskedPlan, place: PlanPlace, answer: Pick<CheckAnswer, 'already' | 'place' | 'care'>): NotKnown[] {
  const { dataset: { levels, sets, base }, question: { parameters: { asOf, reach } } } = view;
  const found: NotKnown[] = [];
  const add = (code: NotKnown['code'], names: readonly string[] | null, count: number | null = names?.length ?? null): void => {
    if (count !== 0) found.push({ code, count, names: [...(names ?? [])] });
  };
  const running = answer.already.filter(({ planned }) => !planned);
  const when = (code: NotKnown['code'], holds: boolean, count: number | null = null): void => (holds ? add(code, null, count) : undefined);

  add('notOnMap', answer.place.areas.filter(({ onMap }) => !onMap).map(({ name }) => name));
  add('populationUnknown', place.base.filter((number) => sets[base].areas[number]?.population === null).map((number) => sets[base].areas[number]?.name ?? ''));
  when('moreThanPeople', plan.people !== null && answer.place.people !== null && plan.people > answer.place.people, answer.place.people);
  when('peoplePlannedUnknown', plan.people === null);
  when('groupsPlannedUnknown', plan.groups.length === 0);
  add('groupsUnknown', running.filter(({ targetGroups }) => targetGroups.length === 0).map(({ title }) => title));
  add('targetsUnknown', running.filter(({ overlap, targeted }) => overlap !== null && targeted === null).map(({ title }) => title));
  add('undated', running.filter(({ undated }) => undated).map(({ title }) => title));
  add('structureWithoutPosition', null, withoutPosition(view, place));
  when('over', plan.to < asOf);
  when('afterReports', plan.to > asOf, Math.max(0, dayNumber(plan.to) - dayNumber(asOf)));
  when('noResupply', answer.care.some(({ at }) => at > asOf));
  when('reachEstimated', reach === 'straightLine' || reach === 'walkingEstimate');
  when('evenSpread', place.base.some((number) => levels.demand.method[number] === 'evenSpread'));
  when('outlineByArea', plan.outline !== null);
  return found;
}
