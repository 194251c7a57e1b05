import { CLASS_CODES, classify, type PointCare } from '#analysis/classify';
import { addDays, type IsoDate } from '#domain/dates';
import { FORECAST_DAYS } from '#domain/gap-parameters';
import { UNCERTAIN_CLASSES } from '#domain/gap-classes';
import type { GapsForecast } from '../contract/gaps';
import { classLetters, parametersOf } from './answer-gaps';
import type { Dataset } from './dataset';
import { peopleIn } from './gap-area';
import { structureFigures, summariseClasses } from './gap-summary';
import { type GapView, viewGaps } from './gap-view';
import { type Judged, judgedOn } from './judged';
import type { GapQuestion } from './messages';
import { withMissions } from './point-care';
import { reachOf } from './reach-by/reach-of';
import { resolveQuestion, type ResolvedQuestion } from './resolve-question';

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
function careOverDays({ dataset, care, reach }: GapView, questions: readonly ResolvedQuestion[], judged: readonly Judged[]): PointCare[] {
  return reach.distancesOverDays(judged).map((distances, i) => {
    const day = questions[i];
    if (day === undefined) throw new Error(`day ${i} of ${questions.length}`);
    return { ...care, ...withMissions(dataset, day, reachOf(dataset, day), distances) };
  });
}
