import type { CareStandard, Criterion } from '#domain/care-standard';
import type { JudgedDays, Verdict } from '#domain/criterion-result';
import { dayNumber } from '#domain/dates';
import type { EvidenceHistory } from '#domain/evidence';
import { judgeCriterion } from '#domain/weigh-criteria';
import { ALWAYS, NEVER, speaksSimply, type Statement, statementOf } from './criterion-statements';

/** What a required criterion is judged by, for all structures: what each day's assessments say, in the order of days. */
interface CriterionTable {
  readonly criterion: Criterion;
  /** Statements of structure `s`: `start[s]` up to, not including, `start[s + 1]`. */
  readonly start: Int32Array;
  /** Day from which a statement counts, day of its evidence, last day on which it says met, last day on which it does not say unmet. */
  readonly from: Int32Array;
  readonly evidence: Int32Array;
  readonly metUntil: Int32Array;
  readonly openUntil: Int32Array;
  readonly maxAgeDays: number;
  /** 1: more is known than assessments alone say in order; the rule itself is asked. */
  readonly asked: Uint8Array;
}

/** The readiness of many structures by one standard, kept so that any two days can be judged at once. */
export interface ReadinessTable {
  readonly standard: CareStandard;
  readonly histories: readonly EvidenceHistory[];
  readonly required: readonly CriterionTable[];
}

/** Readiness as numbers. */
export const READY = 0;
export const NOT_READY = 1;
export const UNKNOWN = 2;

/** By structure. */
export interface JudgedStructures {
  /** `READY`, `NOT_READY` or `UNKNOWN`. */
  readonly readiness: Uint8Array;
  /** Required criteria that are unmet, and that are unknown. */
  readonly missing: Uint8Array;
  readonly unknown: Uint8Array;
  /** Required criteria with any evidence, and those of them whose evidence is stale. */
  readonly established: Uint8Array;
  readonly stale: Uint8Array;
}

/** Puts what is known of structures in order, once for a standard. */
export function buildReadinessTable(histories: readonly EvidenceHistory[], standard: CareStandard): ReadinessTable {
  return { standard, histories, required: standard.criteria.filter(({ required }) => required).map((criterion) => tableOf(criterion, histories, standard)) };
}

function tableOf(criterion: Criterion, histories: readonly EvidenceHistory[], standard: CareStandard): CriterionTable {
  const start = new Int32Array(histories.length + 1);
  const asked = new Uint8Array(histories.length);
  const all: Statement[] = [];
  histories.forEach((history, structure) => {
    const statements = speaksSimply(criterion, history, standard) ? statementsByDay(criterion, history, standard) : null;
    if (statements === null) asked[structure] = 1;
    else all.push(...statements);
    start[structure + 1] = all.length;
  });
  const column = (of: (statement: Statement) => number): Int32Array => Int32Array.from(all, of);
  return {
    criterion, start, asked,
    from: column((one) => one.from), evidence: column((one) => one.evidence), metUntil: column((one) => one.metUntil), openUntil: column((one) => one.openUntil),
    maxAgeDays: criterion.kind === 'usableStock' ? standard.stockCountMaxAgeDays : standard.assessmentMaxAgeDays,
  };
}

/** What the assessments of each day say together, by day: met where all do, unmet where all do, else unknown. Null: those of one day have evidence of different days. */
function statementsByDay(criterion: Criterion, { assessments }: EvidenceHistory, standard: CareStandard): Statement[] | null {
  const byDay = new Map<number, Statement>();
  for (const assessed of assessments) {
    const said = statementOf(criterion, assessed, standard);
    if (said === null) continue;
    const other = byDay.get(said.from);
    if (other !== undefined && other.evidence !== said.evidence) return null;
    byDay.set(said.from, other === undefined ? said : { ...said, metUntil: Math.min(other.metUntil, said.metUntil), openUntil: Math.max(other.openUntil, said.openUntil) });
  }
  return [...byDay.values()].sort((a, b) => a.from - b.from);
}

/** Every structure on two days, as `readiness` judges each (domain.md §2). */
export function judgeAll({ standard, histories, required }: ReadinessTable, days: JudgedDays): JudgedStructures {
  const count = histories.length;
  const judged = { readiness: new Uint8Array(count), missing: new Uint8Array(count), unknown: new Uint8Array(count), established: new Uint8Array(count), stale: new Uint8Array(count) };
  const asOf = dayNumber(days.asOf);
  const at = dayNumber(days.at);
  for (const table of required) {
    for (let structure = 0; structure < count; structure += 1) {
      if (table.asked[structure] === 1) addAsked(judged, structure, table.criterion, histories[structure], standard, days);
      else addStatement(judged, structure, table, asOf, at);
    }
  }
  for (let structure = 0; structure < count; structure += 1) judged.readiness[structure] = judged.missing[structure] !== 0 ? NOT_READY : judged.unknown[structure] !== 0 ? UNKNOWN : READY;
  return judged;
}

const addOne = (counts: Uint8Array, structure: number): void => {
  counts[structure] = (counts[structure] ?? 0) + 1;
};

/** The newest statement known on `asOf` decides, if its evidence is young enough. */
function addStatement(judged: JudgedStructures, structure: number, { start, from, evidence, metUntil, openUntil, maxAgeDays }: CriterionTable, asOf: number, at: number): void {
  const first = start[structure] ?? 0;
  let place = (start[structure + 1] ?? 0) - 1;
  while (place >= first && (from[place] ?? ALWAYS) > asOf) place -= 1;
  if (place < first) { addOne(judged.unknown, structure); return; }
  addOne(judged.established, structure);
  if (asOf - (evidence[place] ?? NEVER) > maxAgeDays) {
    addOne(judged.stale, structure);
    addOne(judged.unknown, structure);
  } else if (at > (metUntil[place] ?? NEVER)) addOne(at > (openUntil[place] ?? NEVER) ? judged.missing : judged.unknown, structure);
}

const COUNTED_AS: Readonly<Record<Verdict, 'missing' | 'unknown' | null>> = { met: null, unmet: 'missing', unknown: 'unknown' };

function addAsked(judged: JudgedStructures, structure: number, criterion: Criterion, history: EvidenceHistory | undefined, standard: CareStandard, days: JudgedDays): void {
  if (history === undefined) return;
  const { verdict, cause, evidenceOn } = judgeCriterion(criterion, history, standard, days);
  const counted = COUNTED_AS[verdict];
  if (counted !== null) addOne(judged[counted], structure);
  if (evidenceOn !== null) addOne(judged.established, structure);
  if (evidenceOn !== null && cause === 'stale') addOne(judged.stale, structure);
}
