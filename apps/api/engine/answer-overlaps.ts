import type { z } from 'zod';
import type { overlapsAnswer } from '../contract/records';
import { Problem } from '../problem';
import type { Dataset } from './dataset';
import type { EngineQuestions } from './messages';
import { comparePairs, type KnownPair, pairsAsOf, type Rank } from './overlaps';
import { checkProvinces, resolveDate } from './resolve-question';

type Question = EngineQuestions['overlaps']['question'];

/** Pairs that fit the question, a page of them. Throws `cursorInvalid`. */
export function answerOverlaps(dataset: Dataset, question: Question): z.infer<typeof overlapsAnswer> {
  const asOf = resolveDate(dataset, question.asOf ?? null);
  checkProvinces(dataset, question.province);
  const fitting = pairsAsOf(dataset, asOf).filter((one) => fits(dataset, question, one)).map(({ pair }) => pair);
  const after = question.after === undefined ? null : readCursor(question.after);
  const rest = after === null ? fitting : fitting.filter((pair) => comparePairs(pair, after) > 0);
  const pairs = rest.slice(0, question.limit);
  const last = pairs.at(-1);
  return {
    dataVersion: dataset.heading.dataVersion,
    exercise: dataset.heading.exercise,
    asOf,
    total: fitting.length,
    pairs,
    nextCursor: last === undefined || pairs.length === rest.length ? null : writeCursor(last),
  };
}

function fits({ sets, base }: Dataset, question: Question, { pair, a, b, areas, activeOnDay }: KnownPair): boolean {
  const { province, organisation, kind, targetGroup, domain, overlapKind, verdict, decided } = question;
  if (pair.overlapKind === 'possibleOverlap' && !activeOnDay) return false;
  return (
    (province === undefined || areas.some((number) => province.includes(sets[base].areas[number]?.provinceCode ?? ''))) &&
    (organisation === undefined || [a, b].some(({ row }) => row.organisations.some(({ id }) => organisation.includes(id)))) &&
    (kind === undefined || kind.includes(pair.kind)) &&
    (targetGroup === undefined || pair.targetGroups.some((group) => targetGroup.includes(group))) &&
    (domain === undefined || [a, b].some(({ row }) => row.domain !== null && domain.includes(row.domain))) &&
    (overlapKind === undefined || overlapKind.includes(pair.overlapKind)) &&
    (verdict === undefined || verdict.includes(pair.verdict)) &&
    (decided === undefined || decided === (pair.decision !== null))
  );
}

/** The rank of the last pair of a page: pairs that came or went meanwhile move nothing of the rest. */
const writeCursor = ({ overlapKind, verdict, strength, id }: Rank): string => Buffer.from(JSON.stringify([overlapKind, verdict, strength, id])).toString('base64url');

function readCursor(text: string): Rank {
  try {
    const [overlapKind, verdict, strength, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [Rank['overlapKind'], Rank['verdict'], number, string];
    if (Number.isFinite(comparePairs({ overlapKind, verdict, strength, id }, { overlapKind: 'sameRecord', verdict: 'unknown', strength: 0, id: '' })) && typeof id === 'string') return { overlapKind, verdict, strength, id };
  } catch {
    // Not ours: said below, like a rank that does not order.
  }
  throw new Problem('cursorInvalid', [{ code: 'cursorInvalid', column: 'after', value: text.slice(0, 100), expected: 'nextCursor' }]);
}
