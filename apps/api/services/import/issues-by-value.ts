import type { Issue } from '#domain/issue';

/** What is wrong with the same value in the same way, said once. */
export interface IssueOfValue {
  readonly code: Issue['code'];
  readonly severity: Issue['severity'];
  readonly column: string | null;
  readonly value: string | null;
  readonly expected: string | null;
  /** Rows in question; 0: the file as a whole. */
  readonly rows: number;
  /** The first runs of these rows, both ends included, as the spreadsheet counts. */
  readonly runs: readonly (readonly [from: number, to: number])[];
}
export interface IssuesByValue {
  /** How many there are in all, by severity: those that are listed are the most frequent. */
  readonly errors: number;
  readonly others: number;
  readonly listed: readonly IssueOfValue[];
}
export const NO_ISSUES: IssuesByValue = { errors: 0, others: 0, listed: [] };

const ERRORS_LISTED = 120;
const OTHERS_LISTED = 80;
const OF_EACH_CODE = 10;
/** A person looks at a few of the rows; all of them are in the file of refused rows. */
const RUNS_LISTED = 12;

interface Group extends Omit<IssueOfValue, 'rows' | 'runs'> {
  rows: number;
  last: number | null;
  readonly runs: [number, number][];
}

/**
 * Counts issues by code, column and value over the whole file, so that 2,250 rows of one unknown place are one line.
 * Issues come in the order of the file; the most frequent first in the answer, errors before everything else.
 */
export function groupByValue(issues: Iterable<Issue>): IssuesByValue {
  const groups = new Map<string, Group>();
  for (const { code, severity, row, column, value, expected } of issues) {
    const key = JSON.stringify([severity, code, column, value, expected]);
    let group = groups.get(key);
    if (group === undefined) groups.set(key, (group = { code, severity, column, value, expected, rows: 0, last: null, runs: [] }));
    if (row === null || row === group.last) continue;
    const run = group.runs.at(-1);
    if (run !== undefined && row === run[1] + 1) run[1] = row;
    else if (group.runs.length < RUNS_LISTED) group.runs.push([row, row]);
    group.rows += 1;
    group.last = row;
  }
  const all = [...groups.values()].sort((a, b) => b.rows - a.rows);
  const errors = all.filter(({ severity }) => severity === 'error');
  const others = all.filter(({ severity }) => severity !== 'error');
  const listed = [...shownOf(errors, ERRORS_LISTED), ...shownOf(others, OTHERS_LISTED)].map(({ last: _last, ...group }) => group);
  return { errors: errors.length, others: others.length, listed };
}

/** The most frequent, of every code some: what is rare may be what matters. */
function shownOf(groups: readonly Group[], most: number): Group[] {
  const ofCode = new Map<string, number>();
  const some = new Set(groups.filter(({ code, severity }) => {
    const key = `${severity} ${code}`;
    ofCode.set(key, (ofCode.get(key) ?? 0) + 1);
    return (ofCode.get(key) ?? 0) <= OF_EACH_CODE;
  }));
  for (const group of groups) if (some.size < most) some.add(group);
  return groups.filter((group) => some.has(group));
}
