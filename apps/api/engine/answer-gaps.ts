import { CLASS_CODES, CLASS_COUNT } from '#analysis/classify';
import { reachLimit } from '#analysis/reach';
import { sweepThresholds } from '#analysis/sweep-thresholds';
import { THRESHOLD_STEPS } from '#domain/gap-parameters';
import { type GapClass, UNCERTAIN_CLASSES } from '#domain/gap-classes';
import type { GapArea, GapsAnswer, GapsSweep } from '../contract/gaps';
import type { TriedAreasAnswer } from '../contract/what-if';
import { noticeOf } from '#interchange/write-table';
import { byText } from './by-text';
import type { Dataset } from './dataset';
import { describeArea, peopleIn } from './gap-area';
import { sourcesOf, summarise, summariseClasses } from './gap-summary';
import { type GapView, viewGaps } from './gap-view';
import type { EngineQuestions, GapFilters, GapQuestion, TriedQuestion } from './messages';
import { resolveQuestion, type ResolvedQuestion } from './resolve-question';
import { shownChanges } from './shown-changes';
import { viewAsked } from './view-tried';

/** The parameters as they stand in an answer: with the filters that were set. */
export const parametersOf = ({ parameters, filters }: ResolvedQuestion): GapsAnswer['parameters'] => ({ ...parameters, filters: setFilters(filters) });

/** What an answer says is tried out in it; nothing where nothing is. */
export const changesOf = ({ tried }: GapView): Pick<GapsAnswer, 'changes'> => (tried === null ? {} : { changes: shownChanges(tried.today, tried.changes) });

const setFilters = (filters: GapFilters): GapsAnswer['parameters']['filters'] => Object.fromEntries(Object.entries(filters).filter(([, values]) => values !== undefined));

export function answerGaps(dataset: Dataset, question: TriedQuestion): GapsAnswer {
  const view = viewAsked(dataset, question);
  const areas = view.kept.map((area) => describeArea(view, area)).sort(byUrgency);
  return {
    parameters: parametersOf(view.question),
    dataVersion: dataset.heading.dataVersion,
    exercise: dataset.heading.exercise,
    ...changesOf(view),
    sources: sourcesOf(dataset, view),
    summary: summarise(view),
    message: areas.length > 0 ? null : view.set.areas.length === 0 ? 'noAreas' : 'noMatch',
    areas,
  };
}

/** The areas of which what is tried out makes the list say something else, in its order. */
export function answerTriedAreas(dataset: Dataset, { changes, ...question }: EngineQuestions['triedAreas']['question']): TriedAreasAnswer {
  const answer = answerGaps(dataset, { ...question, changes });
  const today = new Map(answerGaps(dataset, question).areas.map((area) => [area.code, JSON.stringify(area)]));
  return { parameters: answer.parameters, dataVersion: answer.dataVersion, changes: answer.changes ?? [], areas: answer.areas.filter((area) => today.get(area.code) !== JSON.stringify(area)) };
}

/** Most people in the gap first, then most uncertain; areas of unknown population last; ties by code. */
const byUrgency = (a: GapArea, b: GapArea): number =>
  (b.peopleInGap ?? -1) - (a.peopleInGap ?? -1) || (b.peopleUncertain ?? -1) - (a.peopleUncertain ?? -1) || byText(a.code, b.code);

/** Features of the areas that the answer lists, in its order; geometry null where there is no outline. */
export function answerGapsGeojson(dataset: Dataset, question: TriedQuestion): object {
  const { areas, parameters, sources, exercise, dataVersion, changes } = answerGaps(dataset, question);
  const set = dataset.sets[parameters.areaType];
  return {
    type: 'FeatureCollection',
    ...noticeOf({ exercise, trial: changes !== undefined }),
    parameters,
    ...(changes === undefined ? {} : { changes }),
    dataVersion,
    sources,
    features: areas.map(({ code, name, provinceCode, provinceName, class: areaClass, population, peopleInGap, peopleUncertain }) => {
      const outline = set.outlines[set.numberOf.get(code) ?? -1] ?? null;
      return {
        type: 'Feature',
        geometry: outline === null ? null : { type: 'MultiPolygon', coordinates: outline },
        properties: { ...(changes === undefined ? {} : { trial: true }), code, name, provinceCode, provinceName, class: areaClass, population, peopleInGap, peopleUncertain },
      };
    }),
  };
}

/** The gaps at every step of the threshold slider: the same classes and people as `answerGaps` at each one. */
export function answerSweep(dataset: Dataset, question: GapQuestion): GapsSweep {
  const view = viewGaps(dataset, resolveQuestion(dataset, question));
  const { reach, theta } = view.question.parameters;
  const steps = THRESHOLD_STEPS[reach];
  const sweep = sweepThresholds(view.level, view.care, steps.map((step) => reachLimit(reach, step)), theta);
  const { areaCount } = view.level;
  const stepViews = steps.map((_, step): GapView => ({
    ...view,
    classification: {
      ...view.classification,
      areaClass: sweep.areaClass.subarray(step * areaCount, (step + 1) * areaCount),
      people: sweep.people.subarray(step * areaCount * CLASS_COUNT, (step + 1) * areaCount * CLASS_COUNT),
    },
  }));
  const peopleOf = (codes: readonly GapClass[]) => stepViews.map((one) => view.kept.map((area) => peopleIn(one, area, codes)));
  return {
    parameters: parametersOf(view.question),
    dataVersion: dataset.heading.dataVersion,
    steps: [...steps],
    codes: view.kept.map((area) => view.set.areas[area]?.code ?? ''),
    classes: [...CLASS_CODES],
    areaClasses: stepViews.map(classLetters),
    peopleInGap: peopleOf(['gap']),
    peopleUncertain: peopleOf(UNCERTAIN_CLASSES),
    summaries: stepViews.map((one) => {
      const { classes, peopleInGap, peopleUncertain } = summariseClasses(one);
      return { classes, peopleInGap, peopleUncertain };
    }),
  };
}

/** One character per area that is kept: the number of its class, or `-` where it has none. */
export const classLetters = ({ classification, kept }: GapView): string => kept.map((area) => CLASS_LETTERS[classification.areaClass[area] ?? -1] ?? '-').join('');

const CLASS_LETTERS = CLASS_CODES.map((_, index) => String(index));
