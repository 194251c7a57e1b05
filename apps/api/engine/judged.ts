import { buildReadinessTable, judgeAll } from '#analysis/readiness-table';
import type { IsoDate } from '#domain/dates';
import { NOTHING_KNOWN } from '#domain/evidence';
import { isAlmostReady, lapse, readiness, type ReadinessResult } from '#domain/readiness';
import { mayGiveCare } from '#domain/structure-rules';
import type { Dataset } from './dataset';
import type { ResolvedJudging } from './resolve-question';
import { READINESS } from './structures';

/** Every structure judged on one day by one standard. */
export interface Judged {
  readonly judging: ResolvedJudging;
  /** Names in memory all that this depends on: how it was judged, and what is tried otherwise. */
  readonly key: string;
  /** `READINESS` of each structure; `noCare` for what gives no clinical care. */
  readonly level: Uint8Array;
  /** The same of what it is judged to be, also where it gives no clinical care. */
  readonly readiness: Uint8Array;
  /** Not ready, but everything required is established and at most two things are missing. */
  readonly almost: Uint8Array;
  /** Required criteria with any evidence, and those of them whose evidence is stale. */
  readonly established: Uint8Array;
  readonly stale: Uint8Array;
  /** Criterion by criterion, for one structure. */
  result(structure: number): ReadinessResult;
}

/** A change of the day asks for new ones; moving the threshold, θ or the window does not. A forecast asks for fourteen. */
const DAYS_KEPT = 40;
const STANDARDS_KEPT = 6;

/** Names a judging in memory: what it depends on, and nothing else. */
export const judgingKey = ({ standard, asOf, at }: ResolvedJudging): string => `${standardKey(standard)} ${asOf} ${at}`;

const standardKey = ({ code, version }: ResolvedJudging['standard']): string => `${code}@${version}`;

export const judgedOn = (dataset: Dataset, judging: ResolvedJudging): Judged => dataset.memory.recall('judged', DAYS_KEPT, judgingKey(judging), () => judgeStructures(dataset, judging));

/** One structure, without judging the others. */
export const judgeStructure = ({ structures }: Dataset, { standard, asOf, at }: ResolvedJudging, structure: number): ReadinessResult =>
  readiness(structures.evidence[structure] ?? NOTHING_KNOWN, standard, { asOf, at });

function judgeStructures(dataset: Dataset, judging: ResolvedJudging): Judged {
  const { structures, memory } = dataset;
  const table = memory.recall('readinessTable', STANDARDS_KEPT, standardKey(judging.standard), () => buildReadinessTable(structures.evidence, judging.standard));
  const { readiness: judged, missing, unknown, established, stale } = judgeAll(table, judging);
  const careGiven = Uint8Array.from(structures.rows, ({ type }) => (mayGiveCare(type) ? 1 : 0));
  const results = new Map<number, ReadinessResult>();
  return {
    judging,
    key: judgingKey(judging),
    level: judged.map((level, number) => (careGiven[number] === 1 ? level : READINESS.noCare)),
    readiness: judged,
    almost: judged.map((level, number) => (careGiven[number] === 1 && level === READINESS.notReady && isAlmostReady({ readiness: 'notReady', missing: { length: missing[number] ?? 0 }, unknown: { length: unknown[number] ?? 0 } }) ? 1 : 0)),
    established,
    stale,
    result(structure) {
      const known = results.get(structure) ?? judgeStructure(dataset, judging, structure);
      results.set(structure, known);
      return known;
    },
  };
}

/** The last day on which a ready structure stays ready with no resupply; null where nothing runs out. */
export const lapsesAfter = (result: ReadinessResult): IsoDate | null => lapse(result)?.lapsesAfter ?? null;
