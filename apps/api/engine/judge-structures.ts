import { addDays } from '#domain/dates';
import { lapse, readiness, type ReadinessResult } from '#domain/readiness';
import { seesStock } from '#domain/viewer';
import type { Dataset } from './dataset';
import type { EngineQuestions, JudgedBy, StructureJudgement, StructureReadiness } from './messages';
import { judgedOn } from './point-care';
import { resolveDate, resolveStandard } from './resolve-question';
import { type Judged, lapsesAfter } from './structures';

/** Days ahead for which readiness is foretold, with no resupply. */
const FORECAST_DAYS = [30, 60, 90];

function judgedBy(dataset: Dataset, { asOf, standard }: JudgedBy): Judged {
  return judgedOn(dataset, { parameters: { asOf: resolveDate(dataset, asOf) }, standard: resolveStandard(dataset, standard) });
}

const summaryOf = (result: ReadinessResult): StructureReadiness => ({
  readiness: result.readiness,
  missing: result.missing,
  unknown: result.unknown,
  evidenceOn: result.evidenceOn,
  lapsesAfter: lapsesAfter(result),
});

export function answerReadiness(dataset: Dataset, { ids, ...by }: EngineQuestions['readiness']['question']): (StructureReadiness | null)[] {
  const judged = judgedBy(dataset, by);
  return ids.map((id) => {
    const result = judged.results[dataset.structures.numberOf.get(id) ?? -1];
    return result === undefined ? null : summaryOf(result);
  });
}

/** One structure criterion by criterion, with what the same evidence says of the months ahead. */
export function answerJudgement(dataset: Dataset, { id, ...by }: EngineQuestions['judgement']['question']): StructureJudgement | null {
  const judged = judgedBy(dataset, by);
  const number = dataset.structures.numberOf.get(id) ?? -1;
  const result = judged.results[number];
  if (result === undefined) return null;
  const { asOf, standard } = judged;
  const stockSeen = seesStock(dataset.heading.viewer);
  return {
    ...summaryOf(result),
    asOf,
    standard: { code: standard.code, version: standard.version, nameFr: standard.nameFr, nameEn: standard.nameEn },
    lapseCriterion: lapse(result)?.criterion ?? null,
    criteria: result.criteria.map((one) => (stockSeen ? one : { ...one, quantity: null })),
    forecast: FORECAST_DAYS.map((days) => {
      const at = addDays(asOf, days);
      const then = readiness(dataset.structures.evidence[number] ?? [], standard, { asOf, at });
      return { at, readiness: then.readiness, missing: then.missing };
    }),
  };
}

/** Ids of the structures whose readiness is one of those asked for. */
export function answerStructuresByReadiness(dataset: Dataset, { readiness: wanted, ...by }: EngineQuestions['structuresByReadiness']['question']): string[] {
  const { results } = judgedBy(dataset, by);
  return dataset.structures.rows.flatMap(({ id }, number) => (wanted.includes(results[number]?.readiness ?? 'unknown') ? [id] : []));
}
