import { planAim, readPlan } from '#domain/plan-rules';
import { dayNumber } from '#domain/dates';
import type { CheckAnswer } from '../contract/check';
import { problemAt } from '../problem';
import { parametersOf } from './answer-gaps';
import { provinceName } from './area-sets';
import { alreadyThere } from './check/already-there';
import { betterPlaced } from './check/better-placed';
import { awareOfPlan, careOfPlan, peopleOfPlan } from './check/care-for-plan';
import { missionsOfPlan } from './check/missions-of-plan';
import { notKnown } from './check/not-known';
import { placeOfPlan, type PlanPlace } from './check/plan-place';
import { servingPlan, structuresNear, toMakeReady } from './check/structures-near';
import type { Dataset } from './dataset';
import { sourcesOf } from './gap-summary';
import { type GapView, viewGaps } from './gap-view';
import type { AskedPlan, EngineQuestions, GapQuestion } from './messages';
import { resolveDate, resolveQuestion } from './resolve-question';
import { shownPeople } from './shown-people';

/**
 * The check of a planned initiative (domain.md §6): who is already there, whether its audience would find care on its first and last day, what the
 * nearest structures lack, and where near by the same would do more. Nothing is kept. Throws what a question about gaps throws, and
 * `parameterInvalid` for a place that is none, an end before the start, or an organisation that is not known.
 */
export function answerCheck(dataset: Dataset, { plan, ...question }: EngineQuestions['check']['question']): CheckAnswer {
  if (plan.to < plan.from) throw problemAt('parameterInvalid', 'to', plan.to, `≥ from = ${plan.from}`);
  const organisation = plan.organisation === null ? null : organisationNamed(dataset, plan.organisation);
  const asOf = resolveDate(dataset, question.asOf);
  const viewOn = (asked: GapQuestion): GapView => viewGaps(dataset, resolveQuestion(dataset, asked));
  const asked = questionsOfCheck(dataset, { plan, ...question });
  const [start, end, startAsked, endAsked] = [viewOn(asked.start), viewOn(asked.end), viewOn(asked.startAsked), viewOn(asked.endAsked)];
  const { service } = start.question.parameters;
  const aim = planAim(plan.kind, service);
  const place = placeOfPlan(dataset, plan, question.areaType);
  const near = structuresNear(start, place);
  const already = alreadyThere(dataset, plan, service, place, dayNumber(asOf));
  const care = [careOfPlan(start, place, 'start'), careOfPlan(end, place, 'end')];
  const shownPlace = showPlace(start, place);
  return {
    parameters: parametersOf(startAsked.question),
    dataVersion: dataset.heading.dataVersion,
    exercise: dataset.heading.exercise,
    sources: sourcesOf(dataset, startAsked),
    plan: { kind: plan.kind, aim, from: plan.from, to: plan.to, groups: [...plan.groups], people: plan.people, organisation, outline: plan.outline === null ? null : plan.outline.map(([lng, lat]) => [lng, lat]), nearbyKm: plan.nearbyKm },
    verdicts: readPlan({ aim, start: care[0]?.level ?? null, end: care[1]?.level ?? null, overlaps: already.flatMap(({ overlap }) => overlap?.verdict ?? []) }),
    place: shownPlace,
    care,
    serving: servingPlan(start, end, near),
    missions: missionsOfPlan(start, plan, place),
    already,
    toMakeReady: toMakeReady(start, near),
    betterPlaced: betterPlaced(startAsked, endAsked, plan, place, aim),
    notKnown: notKnown(start, plan, place, { already, care, place: shownPlace }),
  };
}

/** What is asked about the first and the last day of a plan: at the level at which people are placed, and at the one asked about. */
export function questionsOfCheck(dataset: Dataset, { plan, ...question }: EngineQuestions['check']['question']): Readonly<Record<'start' | 'end' | 'startAsked' | 'endAsked', GapQuestion>> {
  const asOf = resolveDate(dataset, question.asOf);
  // What is over is judged as it stands: nothing is known of days before `asOf` but what stands on it.
  const on = (day: string, areaType: GapQuestion['areaType']): GapQuestion => ({ ...question, areaType, asOf, at: day > asOf ? day : asOf });
  return { start: on(plan.from, dataset.base), end: on(plan.to, dataset.base), startAsked: on(plan.from, question.areaType), endAsked: on(plan.to, question.areaType) };
}

function organisationNamed({ initiatives }: Dataset, id: AskedPlan['organisation']): CheckAnswer['plan']['organisation'] {
  for (const { row } of initiatives.all) {
    const found = row.organisations.find((one) => one.id === id);
    if (found !== undefined) return { id: found.id, name: found.acronym ?? found.name };
  }
  throw problemAt('parameterInvalid', 'organisation', id, '/api/organisations');
}

function showPlace(view: GapView, place: PlanPlace): CheckAnswer['place'] {
  const { sets, levels, heading } = view.dataset;
  return {
    areas: place.areas.flatMap(({ type, number }) => {
      const row = sets[type].areas[number];
      if (row === undefined) return [];
      const level = levels.level(type);
      const counted = level.peopleKnown[number] === 1 ? (level.population[number] ?? null) : row.population === null ? null : Math.round(row.population.value);
      return [{ code: row.code, name: row.name, type, provinceName: provinceName(sets, row.provinceCode), population: shownPeople(heading.viewer, counted), onMap: (levels.level(type).pointCount[number] ?? 0) > 0 }];
    }),
    centre: place.centre === null ? null : [place.centre[0], place.centre[1]],
    people: shownPeople(heading.viewer, peopleOfPlan(view, place)),
    aware: shownPeople(heading.viewer, awareOfPlan(view, place)),
  };
}
