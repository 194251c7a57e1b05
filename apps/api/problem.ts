import { issueMessages, type IssueCode } from '#domain/issue-codes';
import type { Problem as ProblemBody } from './contract/records';

export type ProblemIssue = ProblemBody['issues'][number];

/** A refusal that the asker can act on: the code decides words and status, the issues say where. */
export class Problem extends Error {
  /** `extra`: further members of the body (RFC 9457 §3.2). */
  constructor(readonly code: IssueCode, readonly issues: readonly ProblemIssue[] = [], readonly extra: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.name = 'Problem';
  }
}

/** One issue: which parameter, the value as given, what would be valid. */
export const problemAt = (code: IssueCode, column: string, value: string | null, expected: string | null): Problem => new Problem(code, [{ code, column, value, expected }]);

/** The body of `application/problem+json` (RFC 9457), with the words in both languages. */
export function problemBody(problem: Problem): ProblemBody {
  const { fr, en, status } = issueMessages[problem.code];
  return {
    ...problem.extra,
    type: `urn:jonction:problem:${problem.code}`,
    title: en,
    status,
    code: problem.code,
    detail: [en, ...problem.issues.map(sentenceEn)].join(' '),
    detailFr: [fr, ...problem.issues.map(sentenceFr)].join(' '),
    issues: [...problem.issues],
  };
}

function sentenceFr({ column, value, expected }: ProblemIssue): string {
  const given = [column, value === null ? null : `« ${value} »`].filter((part) => part !== null).join(' = ');
  return `${given}${expected === null ? '' : ` ; attendu : ${expected}`}.`;
}

function sentenceEn({ column, value, expected }: ProblemIssue): string {
  const given = [column, value === null ? null : `“${value}”`].filter((part) => part !== null).join(' = ');
  return `${given}${expected === null ? '' : `; expected: ${expected}`}.`;
}
