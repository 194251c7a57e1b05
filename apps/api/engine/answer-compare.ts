import type { CareStandard } from '#domain/care-standard';
import type { CriterionResult } from '#domain/criterion-result';
import { readinessLevels } from '#domain/vocabularies/flags';
import type { CompareAnswer } from '../contract/readiness';
import { problemAt } from '../problem';
import { byText } from './by-text';
import type { Dataset } from './dataset';
import { judgedOn } from './judged';
import type { EngineQuestions } from './messages';
import { checkProvinces, resolveDate, resolveStandard } from './resolve-question';
import { standardShown } from './standards';
import { liesIn, structureHead } from './structure-head';
import { READINESS, READINESS_CODES } from './structures';

type Changed = CompareAnswer['structures'][number];
type Difference = Changed['criteria'][number];

/** The same structures and evidence by two standards of one service. Throws `standardUnknown`, or `parameterInvalid` where they are of two services. */
export function answerCompare(dataset: Dataset, question: EngineQuestions['compare']['question']): CompareAnswer {
  const asOf = resolveDate(dataset, question.asOf);
  const [a, b] = [resolveStandard(dataset, question.a, asOf, 'a'), resolveStandard(dataset, question.b, asOf, 'b')];
  if (a.service !== b.service) throw problemAt('parameterInvalid', 'b', question.b, `service = ${a.service}`);
  checkProvinces(dataset, question.province);
  const judgedBy = (standard: CareStandard, standardName: string) => judgedOn(dataset, { service: standard.service, asOf, at: asOf, standard, standardName });
  const [byA, byB] = [judgedBy(a, question.a), judgedBy(b, question.b)];
  const counts = new Map<string, number>();
  const changed: Changed[] = [];
  byA.level.forEach((level, number) => {
    if (level === READINESS.noCare || !liesIn(dataset, number, question.province)) return;
    const [from, to] = [READINESS_CODES[level] ?? 'unknown', READINESS_CODES[byB.level[number] ?? READINESS.unknown] ?? 'unknown'];
    counts.set(`${from} ${to}`, (counts.get(`${from} ${to}`) ?? 0) + 1);
    if (from !== to) changed.push({ ...structureHead(dataset, number), from, to, criteria: differences(byA.result(number).criteria, byB.result(number).criteria) });
  });
  changed.sort((x, y) => rankOf(x) - rankOf(y) || byText(x.structureName, y.structureName) || byText(x.structureId, y.structureId));
  return {
    dataVersion: dataset.heading.dataVersion,
    exercise: dataset.heading.exercise,
    asOf,
    service: a.service,
    a: standardShown(dataset, a, asOf),
    b: standardShown(dataset, b, asOf),
    counts: readinessLevels.codes.flatMap((from) => readinessLevels.codes.map((to) => ({ from, to, structures: counts.get(`${from} ${to}`) ?? 0 }))),
    structuresTotal: changed.length,
    structures: changed.slice(0, question.limit),
  };
}

/** What is lost first: those that pass no more, then those that nobody can tell any more, then the rest. */
const rankOf = ({ from, to }: Changed): number => readinessLevels.codes.indexOf(from) * 3 + readinessLevels.codes.indexOf(to);

/** Criteria that the two judge, or require, differently. */
function differences(a: readonly CriterionResult[], b: readonly CriterionResult[]): Difference[] {
  const codes = [...new Set([...a, ...b].map(({ code }) => code))];
  return codes
    .map((code): Difference => ({ code, a: sideOf(a, code), b: sideOf(b, code) }))
    .filter((one) => one.a?.verdict !== one.b?.verdict || one.a?.required !== one.b?.required);
}

function sideOf(criteria: readonly CriterionResult[], code: string): Difference['a'] {
  const found = criteria.find((one) => one.code === code);
  return found === undefined ? null : { required: found.required, verdict: found.verdict, cause: found.cause };
}
