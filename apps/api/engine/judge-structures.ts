import { addDays } from '#domain/dates';
import { disagreements } from '#domain/disagreements';
import { NOTHING_KNOWN } from '#domain/evidence';
import { lapse, readiness, type ReadinessResult } from '#domain/readiness';
import { needOf } from '#domain/readiness-needs';
import { stockOutlook } from '#domain/stock-outlook';
import { shownTeam } from '#domain/small-counts';
import { seesStock } from '#domain/viewer';
import type { Dataset } from './dataset';
import type { EngineQuestions, StructureJudgement, StructureReadiness } from './messages';
import { judgedOn, judgeStructure, lapsesAfter } from './judged';
import { resolveChanges } from './resolve-changes';
import { resolveJudging } from './resolve-question';
import { standardShown } from './standards';
import { READINESS, READINESS_CODES } from './structures';

/** Days ahead for which readiness is foretold, with no resupply. */
const FORECAST_DAYS = [30, 60, 90];

const summaryOf = (result: ReadinessResult): StructureReadiness => ({
  readiness: result.readiness,
  missing: result.missing,
  unknown: result.unknown,
  evidenceOn: result.evidenceOn,
  lapsesAfter: lapsesAfter(result),
});

export function answerReadiness(dataset: Dataset, { ids, ...by }: EngineQuestions['readiness']['question']): (StructureReadiness | null)[] {
  const judging = resolveJudging(dataset, by);
  return ids.map((id) => {
    const number = dataset.structures.numberOf.get(id);
    return number === undefined ? null : summaryOf(judgeStructure(dataset, judging, number));
  });
}

/** One structure criterion by criterion, with what the same evidence says of the months ahead. */
export function answerJudgement(dataset: Dataset, { id, changes = '', ...by }: EngineQuestions['judgement']['question']): StructureJudgement | null {
  const judging = resolveJudging(dataset, by);
  const number = dataset.structures.numberOf.get(id);
  if (number === undefined) return null;
  const { ready, notReady } = resolveChanges(dataset, changes);
  const result = judgeStructure(dataset, judging, number);
  const { asOf, at: day, standard } = judging;
  const stockSeen = seesStock(dataset.heading.viewer);
  const known = dataset.structures.evidence[number] ?? NOTHING_KNOWN;
  return {
    ...summaryOf(result),
    asOf,
    at: day,
    standard: standardShown(dataset, standard, asOf),
    lapseCriterion: lapse(result)?.criterion ?? null,
    criteria: result.criteria.map((one) => (stockSeen ? one : { ...one, quantity: null })),
    forecast: FORECAST_DAYS.map((days) => {
      const at = addDays(asOf, days);
      const then = readiness(known, standard, { asOf, at });
      return { at, readiness: then.readiness, missing: then.missing };
    }),
    need: needOf(result, standard),
    trainings: known.trainings.map((one) => shownTeam(dataset.heading.viewer, one)),
    // When kits came in or went out is told with how many there are, or not at all.
    movements: stockSeen ? known.movements : [],
    disagreements: disagreements(known, standard, asOf),
    stockOutlook: stockSeen ? stockOutlook(known, standard, asOf) : null,
    tried: ready.includes(number) ? 'ready' : notReady.includes(number) ? 'notReady' : null,
  };
}

/** Ids of the structures whose readiness is one of those asked for. */
export function answerStructuresByReadiness(dataset: Dataset, { readiness: wanted, ...by }: EngineQuestions['structuresByReadiness']['question']): string[] {
  const judged = judgedOn(dataset, resolveJudging(dataset, by));
  return dataset.structures.rows.flatMap(({ id }, number) => (wanted.includes(READINESS_CODES[judged.readiness[number] ?? READINESS.unknown] ?? 'unknown') ? [id] : []));
}
