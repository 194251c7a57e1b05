import { dayNumber } from '#domain/calendar';
import { OVERLAP_TOPICS } from '#domain/overlap-rules';
import type { OverlapInitiative } from './prepare-initiatives';
import { similarityOfTrigrams, trigramsOf } from './trigram-similarity';

/** Two records that are probably one. `a`, `b`: numbers of the initiatives as given, the smaller id first. */
export interface SameRecordPair {
  readonly a: number;
  readonly b: number;
  /** Trigram similarity of the titles, in [SAME_TITLE, 1]. */
  readonly titleSimilarity: number;
}

/** Titles at least this similar may be one title. */
export const SAME_TITLE = 0.6;

/** Near enough: at least half of the areas of both together, and of the days of both together, are common to both. */
const SAME_AREAS = 0.5;
const SAME_PERIOD = 0.5;

/**
 * The same record twice? (domain.md §5) Same organisations, kinds, topic and target groups, titles alike, and areas and period the same or near:
 * a data fault for a person to judge, merge or keep. Looked for on the topics of overlaps. Ordered by the two ids. Left out: initiatives of which no kind, no
 * organisation or no area is known, since two unknowns are not the same. Two missing dates are: the record was written twice as it is.
 */
export function sameRecordPairs(initiatives: readonly OverlapInitiative[]): SameRecordPair[] {
  const groups = new Map<string, number[]>();
  initiatives.forEach((initiative, number) => {
    const { kinds, organisations, areas, topic } = initiative;
    if (kinds.length === 0 || organisations.length === 0 || areas.length === 0 || !OVERLAP_TOPICS.includes(topic)) return;
    const key = JSON.stringify([asSet(organisations), asSet(kinds), topic, asSet(initiative.targetGroups)]);
    const group = groups.get(key);
    if (group) group.push(number);
    else groups.set(key, [number]);
  });
  const pairs: SameRecordPair[] = [];
  for (const group of groups.values()) if (group.length > 1) pairs.push(...alikeIn(initiatives, group));
  return pairs.sort((p, q) => compareIds(initiatives, p.a, q.a) || compareIds(initiatives, p.b, q.b));
}

/** Sets are the same whatever their order, and however often something is repeated. */
const asSet = (list: readonly (string | number)[]): (string | number)[] => [...new Set(list)].sort();

function alikeIn(initiatives: readonly OverlapInitiative[], group: readonly number[]): SameRecordPair[] {
  const trigrams = group.map((number) => trigramsOf(initiatives[number]?.title ?? ''));
  const pairs: SameRecordPair[] = [];
  group.forEach((a, i) => {
    for (let j = i + 1; j < group.length; j += 1) {
      const b = group[j] ?? a;
      if (!areNear(initiatives[a], initiatives[b])) continue;
      const titleSimilarity = similarityOfTrigrams(trigrams[i] ?? new Set(), trigrams[j] ?? new Set());
      if (titleSimilarity >= SAME_TITLE) pairs.push(compareIds(initiatives, a, b) <= 0 ? { a, b, titleSimilarity } : { a: b, b: a, titleSimilarity });
    }
  });
  return pairs;
}

function areNear(a: OverlapInitiative | undefined, b: OverlapInitiative | undefined): boolean {
  return a !== undefined && b !== undefined && jaccard(new Set(a.areas), new Set(b.areas)) >= SAME_AREAS && periodsAgree(a, b);
}

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const shared = [...a].filter((one) => b.has(one)).length;
  return shared / (a.size + b.size - shared);
}

/** A missing date agrees with a missing one only: what is not known is not near to anything. */
function periodsAgree(a: OverlapInitiative, b: OverlapInitiative): boolean {
  if (a.start === b.start && a.end === b.end) return true;
  if (a.start === null || b.start === null || a.end === null || b.end === null) return false;
  const [fromA, toA, fromB, toB] = [a.start, a.end, b.start, b.end].map(dayNumber) as [number, number, number, number];
  const shared = Math.min(toA, toB) - Math.max(fromA, fromB) + 1;
  return shared / (Math.max(toA, toB) - Math.min(fromA, fromB) + 1) >= SAME_PERIOD;
}

function compareIds(initiatives: readonly OverlapInitiative[], a: number, b: number): number {
  const idA = initiatives[a]?.id ?? '';
  const idB = initiatives[b]?.id ?? '';
  return idA < idB ? -1 : idA > idB ? 1 : 0;
}
