import { CLASS_CODES, classify, type PointCare } from '#analysis/classify';
import { kmOverDays } from '#analysis/sites-over-days';
import { addDays, type IsoDate } from '#domain/dates';
import { FORECAST_DAYS } from '#domain/gap-parameters';
import { UNCERTAIN_CLASSES } from '#domain/gap-classes';
import type { GapsForecast } from '../contract/gaps';
import { classLetters, parametersOf } from './answer-gaps';
import type { Dataset } from './dataset';
import { indexedDemand } from './demand-index';
import { peopleIn } from './gap-area';
import { structureFigures, summariseClasses } from './gap-summary';
import { type GapView, viewGaps } from './gap-view';
import { type Judged, judgedOn } from './judged';
import type { GapQuestion } from './messages';
import { careInSameArea, unplaced, withMissions } from './point-care';
import { resolveQuestion, type ResolvedQuestion } from './resolve-question';
import { READINESS } from './structures';

/** The gaps at every step of the forecast: the same classes and people as `answerGaps` with `at` on each day. */
export function answerForecast(dataset: Dataset, question: GapQuestion): GapsForecast {
  const view = viewGaps(dataset, resolveQuestion(dataset, { ...question, at: null }));
  const { asOf, theta } = view.question.parameters;
  const dates = FORECAST_DAYS.map((days) => addDays(asOf, days));
  const questions = dates.map((at) => foretoldOn(view.question, at));
  const judged = questions.map(({ judging }) => judgedOn(dataset, judging));
  const dayViews = careOverDays(view, questions, judged).map((care, day): GapView => ({
    ...view,
    judged: judged[day] ?? view.judged,
    classification: classify(view.level, care, { threshold: view.question.limit, theta }),
  }));
  return {
    parameters: parametersOf(view.question),
    dataVersion: dataset.heading.dataVersion,
    days: [...FORECAST_DAYS],
    dates,
    codes: view.kept.map((area) => view.set.areas[area]?.code ?? ''),
    classes: [...CLASS_CODES],
    areaClasses: dayViews.map(classLetters),
    peopleInGap: dayViews.map((day) => view.kept.map((area) => peopleIn(day, area, ['gap']))),
    peopleUncertain: dayViews.map((day) => view.kept.map((area) => peopleIn(day, area, UNCERTAIN_CLASSES))),
    summaries: dayViews.map((day) => {
      const { classes, peopleInGap, peopleUncertain } = summariseClasses(day);
      return { classes, peopleInGap, peopleUncertain, structures: structureFigures(day).structures };
    }),
  };
}

const foretoldOn = (question: ResolvedQuestion, at: IsoDate): ResolvedQuestion => ({ ...question, judging: { ...question.judging, at } });

/** What is known at each point, day by day: who hears of care and who reports it stays as of `asOf`. */
function careOverDays({ dataset, care, question }: GapView, questions: readonly ResolvedQuestion[], judged: readonly Judged[]): PointCare[] {
  if (question.parameters.reach === 'sameArea') return questions.map((day) => ({ ...care, ...withMissions(dataset, day, careInSameArea(dataset, day)) }));
  const { lng, lat } = dataset.structures;
  const kmTo = (level: number): Float64Array[] => [...kmOverDays(indexedDemand(dataset), { lng, lat, counts: judged.map((one) => one.level.map((is) => (is === level ? 1 : 0))) }, question.limit)];
  const [toReady, toUnknown] = [kmTo(READINESS.ready), kmTo(READINESS.unknown)];
  return questions.map((day, i) => ({
    ...care,
    ...withMissions(dataset, day, { toReady: toReady[i] ?? care.toReady, toUnknown: toUnknown[i] ?? care.toUnknown, unknownHere: unplaced(dataset, judgedOn(dataset, day.judging), () => true) }),
  }));
}
