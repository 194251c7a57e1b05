import { addDays, addMonths, daysBetween } from '#domain/dates';
import { NOTHING_KNOWN } from '#domain/evidence';
import { lapse, readiness } from '#domain/readiness';
import { trainedGroups } from '#domain/refreshers';
import type { LapsingAnswer, RefreshersAnswer } from '../contract/readiness';
import { byText } from './by-text';
import type { Dataset } from './dataset';
import { judgedOn } from './judged';
import type { EngineQuestions } from './messages';
import { checkProvinces, resolveJudging, type ResolvedJudging } from './resolve-question';
import { shownPeople } from './shown-people';
import { standardShown } from './standards';
import { liesIn, structureHead } from './structure-head';
import { READINESS } from './structures';

/** What stands at the head of these answers. */
export const judgedHead = (dataset: Dataset, { asOf, at, service, standard }: ResolvedJudging) => ({
  dataVersion: dataset.heading.dataVersion,
  exercise: dataset.heading.exercise,
  asOf,
  at,
  service,
  standard: standardShown(dataset, standard, asOf),
});

/** Structures that are ready and stop being so within some days, with no resupply and no refresher. */
export function answerLapsing(dataset: Dataset, { days, province, ...by }: EngineQuestions['lapsing']['question']): LapsingAnswer {
  const judging = resolveJudging(dataset, { ...by, at: null });
  checkProvinces(dataset, province);
  const judged = judgedOn(dataset, judging);
  const { asOf, standard } = judging;
  const until = addDays(asOf, days);
  const items = [...judged.level.keys()].flatMap((number): LapsingAnswer['items'] => {
    if (judged.level[number] !== READINESS.ready || !liesIn(dataset, number, province)) return [];
    const result = judged.result(number);
    const first = lapse(result);
    if (first === null || first.lapsesAfter >= until) return [];
    const criteria = result.criteria.flatMap(({ code, required, lapsesAfter }) => {
      if (!required || lapsesAfter === null || lapsesAfter >= until) return [];
      const then = readiness(dataset.structures.evidence[number] ?? NOTHING_KNOWN, standard, { asOf, at: addDays(lapsesAfter, 1) });
      return [{ code, lapsesAfter, becomes: then.criteria.find((one) => one.code === code)?.verdict ?? 'unknown' }];
    });
    criteria.sort((a, b) => byText(a.lapsesAfter, b.lapsesAfter) || byText(a.code, b.code));
    return [{ ...structureHead(dataset, number), lapsesAfter: first.lapsesAfter, daysLeft: daysBetween(asOf, first.lapsesAfter), criteria }];
  });
  items.sort((a, b) => byText(a.lapsesAfter, b.lapsesAfter) || byText(a.structureName, b.structureName) || byText(a.structureId, b.structureId));
  return { ...judgedHead(dataset, judging), days, total: items.length, items };
}

/** Trained staff whose refresher is due within some months, or was due and leaves the structure without enough trained staff. */
export function answerRefreshers(dataset: Dataset, { months, province, ...by }: EngineQuestions['refreshers']['question']): RefreshersAnswer {
  const judging = resolveJudging(dataset, { ...by, at: null });
  checkProvinces(dataset, province);
  const { asOf, standard } = judging;
  const until = addMonths(asOf, months);
  const judged = judgedOn(dataset, judging);
  const items = dataset.structures.evidence.flatMap((history, number): RefreshersAnswer['items'] => {
    if (history === NOTHING_KNOWN || judged.level[number] === READINESS.noCare || !liesIn(dataset, number, province)) return [];
    return standard.criteria.flatMap((criterion): RefreshersAnswer['items'] => {
      if (criterion.kind !== 'trainedStaff') return [];
      return trainedGroups(criterion, history, standard, asOf).flatMap(({ validUntil, ...group }): RefreshersAnswer['items'] => {
        if (validUntil > until) return [];
        const overdue = validUntil < asOf;
        const at = overdue ? asOf : addDays(validUntil, 1);
        const enoughWithout = readiness(history, standard, { asOf, at }).criteria.find(({ code }) => code === criterion.code)?.verdict === 'met';
        return overdue && enoughWithout ? [] : [{ ...structureHead(dataset, number), ...group, number: shownPeople(dataset.heading.viewer, group.number), validUntil, overdue, enoughWithout }];
      });
    });
  });
  items.sort((a, b) => byText(a.validUntil, b.validUntil) || byText(a.structureName, b.structureName) || byText(a.structureId, b.structureId));
  return { ...judgedHead(dataset, judging), months, until, total: items.length, items };
}
