import type { AreaLevel } from '#analysis/area-level';
import { type Classification, classify, type PointCare } from '#analysis/classify';
import type { ReachingSites } from '#analysis/reaching-sites';
import { peopleReaching } from '#analysis/redundancy';
import type { AreaType } from '#domain/records';
import type { AreaSet } from './area-sets';
import type { Dataset } from './dataset';
import { filtersInitiatives, fitsFilters, isActiveMatter, raisesAwareness, reportsCare } from './initiatives';
import { type Judged, judgedOn, judgingKey } from './judged';
import { missionsHere, type MissionsHere } from './missions-here';
import { pointCare } from './point-care';
import type { NearestStructures, Reach } from './reach-by/reach';
import { reachOf } from './reach-by/reach-of';
import type { ResolvedChanges } from './resolve-changes';
import type { ResolvedQuestion } from './resolve-question';
import { numbersWhere, READINESS } from './structures';

/** What the answers about gaps are read from: one question put to one data set. */
export interface GapView {
  readonly dataset: Dataset;
  readonly question: ResolvedQuestion;
  readonly set: AreaSet;
  readonly level: AreaLevel;
  readonly judged: Judged;
  /** Who reaches whom, by the metric and threshold of the question. */
  readonly reach: Reach;
  readonly care: PointCare;
  readonly classification: Classification;
  /** Worked out when first asked for: classes need none of it, and over a surface it takes long. */
  readonly counts: LazyCounts;
  readonly active: ActiveInitiatives;
  readonly missions: MissionsHere;
  /** Numbers of the areas that the filters keep, ascending. */
  readonly kept: readonly number[];
  /** What is tried out here, and the view without it; null: nothing is. */
  readonly tried: { readonly changes: ResolvedChanges; readonly today: GapView } | null;
}

/** What is counted and named beside the classes, each worked out when it is first asked for. */
interface LazyCounts {
  /** Structures that lie in each area or reach a point of it. */
  reaching(): ReachingSites;
  /** People of each area within reach of at least two, and of at least three, ready structures; null: too far to be counted. */
  redundancy(): Redundancy | null;
  /** From each area's centre of population. */
  nearestReady(): NearestStructures;
  nearestAlmostReady(): NearestStructures;
}

interface Redundancy {
  readonly twoReady: Float64Array;
  readonly threeReady: Float64Array;
}

/** By area: numbers of the initiatives that raise awareness there, and of those that report care there, ascending. */
export interface ActiveInitiatives {
  readonly awareness: readonly (readonly number[])[];
  readonly reportedCare: readonly (readonly number[])[];
}

const QUESTIONS_KEPT = 8;

export function viewGaps(dataset: Dataset, question: ResolvedQuestion): GapView {
  const { memory, levels, sets } = dataset;
  const { areaType, service, asOf, awarenessMonths, theta, evidence } = question.parameters;
  const level = levels.level(areaType);
  const judged = judgedOn(dataset, question.judging);
  const reach = reachOf(dataset, question);
  const care = pointCare(dataset, question, reach);
  const day = `${areaType} ${judgingKey(question.judging)}`;
  const within = `${reach.key} ${reach.limit}`;
  return {
    dataset,
    question,
    set: sets[areaType],
    level,
    judged,
    reach,
    care,
    classification: memory.recall('classified', QUESTIONS_KEPT, `${day} ${within} ${awarenessMonths} ${theta} ${evidence}`, () => classify(level, care, { threshold: reach.limit, theta })),
    counts: countedBeside({ dataset, level, judged, reach }, areaType),
    active: memory.recall('active', QUESTIONS_KEPT, `${areaType} ${service} ${asOf} ${awarenessMonths}`, () => activeInitiatives(dataset, question)),
    missions: memory.recall('missionsHere', QUESTIONS_KEPT, `${day} ${within}`, () => missionsHere(dataset, question, reach, care)),
    kept: keptAreas(dataset, question),
    tried: null,
  };
}

/** What is counted and named beside the classes of a level. */
export function countedBeside({ dataset: { memory }, level, judged, reach }: Pick<GapView, 'dataset' | 'level' | 'judged' | 'reach'>, type: AreaType): LazyCounts {
  const within = `${reach.key} ${reach.limit}`;
  return {
    reaching: once(() => memory.recall('reaching', QUESTIONS_KEPT, `${type} ${within}`, () => reach.structuresReaching(type))),
    redundancy: once(() => memory.recall('redundancy', QUESTIONS_KEPT, `${type} ${judged.key} ${within}`, () => redundancyOf(level, reach.countReaching(numbersWhere(judged.level, READINESS.ready))))),
    nearestReady: once(() => memory.recall('nearestReady', QUESTIONS_KEPT, `${type} ${judged.key} ${reach.key}`, () => reach.nearest(type, judged, 'ready'))),
    nearestAlmostReady: once(() => memory.recall('nearestAlmostReady', QUESTIONS_KEPT, `${type} ${judged.key} ${reach.key}`, () => reach.nearest(type, judged, 'almost'))),
  };
}

/** The same value however often it is asked for. */
function once<Value>(compute: () => Value): () => Value {
  let known: { readonly value: Value } | null = null;
  return () => (known ??= { value: compute() }).value;
}

const redundancyOf = (level: AreaLevel, counts: Uint8Array | null): Redundancy | null => (counts === null ? null : { twoReady: peopleReaching(level, counts, 2), threeReady: peopleReaching(level, counts, 3) });

function activeInitiatives({ initiatives, sets }: Dataset, { parameters: { areaType, service }, window, asOfDay }: ResolvedQuestion): ActiveInitiatives {
  const areaCount = sets[areaType].areas.length;
  const awareness = Array.from({ length: areaCount }, (): number[] => []);
  const reportedCare = Array.from({ length: areaCount }, (): number[] => []);
  initiatives.all.forEach((one, number) => {
    if (raisesAwareness(one, service, window)) for (const area of initiatives.areasOf(number, areaType)) awareness[area]?.push(number);
    if (reportsCare(one, service, asOfDay)) for (const area of initiatives.areasOf(number, areaType)) reportedCare[area]?.push(number);
  });
  return { awareness, reportedCare };
}

/** Filters narrow which areas are answered; they never change a class (decision 0010). */
function keptAreas({ sets, initiatives }: Dataset, { filters, window, parameters: { areaType } }: ResolvedQuestion): number[] {
  let numbers = sets[areaType].areas.map((_, number) => number);
  if (filters.province !== undefined) {
    const wanted = new Set(filters.province);
    numbers = numbers.filter((number) => wanted.has(sets[areaType].areas[number]?.provinceCode ?? ''));
  }
  if (filtersInitiatives(filters)) {
    const active = new Set<number>();
    initiatives.all.forEach((one, number) => {
      if (isActiveMatter(one, window) && fitsFilters(one, filters)) for (const area of initiatives.areasOf(number, areaType)) active.add(area);
    });
    numbers = numbers.filter((number) => active.has(number));
  }
  return numbers;
}

/** Numbers of the structures that lie in an area or reach a point of it. */
export function structuresOf({ counts }: GapView, area: number): Int32Array {
  const { start, site } = counts.reaching();
  return site.subarray(start[area] ?? 0, start[area + 1] ?? 0);
}
