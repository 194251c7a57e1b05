import { daysBetween, type IsoDate } from './calendar';
import type { CareStandard, Criterion } from './care-standard';
import { type CriterionResult, type Evidence, type JudgedDays, type Judgement, judgement } from './criterion-result';
import type { Assessed, EvidenceHistory } from './evidence';
import { staffFound, weighStaff } from './staff-on-hand';
import { linesFound, weighStock } from './stock-on-hand';

/**
 * One criterion, decided by the newest assessments that speak of it and by what was accepted after them. Assessments of one
 * day that do not say the same leave it unknown (docs/decisions/0027).
 */
export function judgeCriterion(criterion: Criterion, history: EvidenceHistory, standard: CareStandard, days: JudgedDays): CriterionResult {
  const counting = newestSpeaking(criterion, history.assessments, standard, days.asOf);
  const judged = counting.length === 0 ? weigh(criterion, null, history, standard, days) : agree(counting.map((one) => weigh(criterion, one, history, standard, days)));
  return { code: criterion.code, required: criterion.required, ...judged, evidenceAgeDays: judged.evidenceOn === null ? null : daysBetween(judged.evidenceOn, days.asOf) };
}

/** Every assessment of the newest day on which one speaks of the criterion; those after `asOf` are not known on it. */
export function newestSpeaking(criterion: Criterion, assessments: readonly Assessed[], standard: CareStandard, asOf: IsoDate): Assessed[] {
  let newest: Assessed[] = [];
  for (const one of assessments) {
    const [found] = newest;
    if (one.assessedOn > asOf || (found !== undefined && one.assessedOn < found.assessedOn) || !speaksOf(criterion, one, standard, asOf)) continue;
    if (found?.assessedOn === one.assessedOn) newest.push(one);
    else newest = [one];
  }
  return newest;
}

/** Does an assessment say anything about a criterion? `unknown` and what was not counted say nothing. */
export function speaksOf(criterion: Criterion, assessed: Assessed, standard: CareStandard, asOf: IsoDate): boolean {
  switch (criterion.kind) {
    case 'functionality':
      return assessed.functionality !== 'unknown';
    case 'accessibility':
      return assessed.accessibility !== 'unknown';
    case 'presence':
      return assessed[criterion.field] !== 'unknown';
    case 'availability':
      return gradesOf(assessed, standard).length > 0;
    case 'trainedStaff':
      return staffFound(criterion, assessed, standard, asOf).some(({ number }) => number !== null);
    case 'usableStock':
      return linesFound(criterion.items, assessed, asOf).length > 0;
  }
}

const gradesOf = (assessed: Assessed, { service }: CareStandard) => assessed.services.filter((one) => one.service === service && one.availability !== 'unknown').map((one) => one.availability);

/** What one assessment (null: none speaks of it), with all that came after it, says of a criterion. */
export function weigh(criterion: Criterion, assessed: Assessed | null, history: EvidenceHistory, standard: CareStandard, days: JudgedDays): Judgement {
  if (criterion.kind === 'trainedStaff') return weighStaff(criterion, assessed, history.trainings, standard, days);
  if (criterion.kind === 'usableStock') return weighStock(criterion, assessed, history.movements, standard.stockCountMaxAgeDays, days);
  if (assessed === null) return judgement('unknown', 'notAssessed', null);
  const evidence: Evidence = { on: assessed.assessedOn, source: assessed.source, kind: 'assessment' };
  if (daysBetween(assessed.assessedOn, days.asOf) > standard.assessmentMaxAgeDays) return judgement('unknown', 'stale', evidence);
  switch (criterion.kind) {
    case 'functionality':
      return accepted(criterion.accepted.includes(assessed.functionality), evidence);
    case 'accessibility':
      return accepted(criterion.accepted.includes(assessed.accessibility), evidence);
    case 'availability': {
      const answers = new Set(gradesOf(assessed, standard).map((grade) => criterion.accepted.includes(grade)));
      return answers.size > 1 ? judgement('unknown', 'sourcesDisagree', evidence) : accepted(answers.has(true), evidence);
    }
    case 'presence':
      return assessed[criterion.field] === 'yes' ? judgement('met', 'established', evidence) : judgement('unmet', 'absent', evidence);
  }
}

const accepted = (yes: boolean, evidence: Evidence): Judgement => (yes ? judgement('met', 'established', evidence) : judgement('unmet', 'notAccepted', evidence));

/** Of assessments of one day: all met or all unmet stands, by the smallest figure; yes against no, or anything unknown, is unknown. */
function agree(judgements: readonly Judgement[]): Judgement {
  const [weakest, ...others] = [...judgements].sort((a, b) => (a.quantity ?? 0) - (b.quantity ?? 0) || compare(JSON.stringify(a), JSON.stringify(b)));
  if (weakest === undefined) throw new Error('no judgement to agree on; at least one expected');
  if (others.length === 0) return weakest;
  const verdicts = new Set(judgements.map(({ verdict }) => verdict));
  if (verdicts.has('met') && verdicts.has('unmet')) {
    const sources = [...new Set(judgements.flatMap(({ evidenceSource }) => evidenceSource ?? []))].sort(compare);
    return { ...weakest, verdict: 'unknown', cause: 'sourcesDisagree', evidenceSource: sources.join(' / '), lapsesAfter: null, quantity: null };
  }
  if (verdicts.size > 1) return [weakest, ...others].find(({ verdict }) => verdict === 'unknown') ?? weakest;
  return { ...weakest, lapsesAfter: judgements.reduce<IsoDate | null>((first, { lapsesAfter }) => (first === null || (lapsesAfter !== null && lapsesAfter < first) ? lapsesAfter : first), null) };
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
