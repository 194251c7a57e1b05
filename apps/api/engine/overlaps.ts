import { overlapPairs, prepareInitiatives } from '#analysis/overlap-sweep';
import { sameRecordPairs } from '#analysis/same-record';
import { dayNumber, type IsoDate } from '#domain/dates';
import { OVERLAP_TOPICS, overlapVerdict, sharedTargetGroups } from '#domain/overlap-rules';
import type { Viewer } from '#domain/viewer';
import { initiativeKinds } from '#domain/vocabularies/initiatives';
import type { OverlapPair } from '../contract/records';
import { type Dataset, pairId } from './dataset';
import type { GapView } from './gap-view';
import type { KnownInitiative } from './initiatives';
import { shownPeople } from './shown-people';

/** A pair with what filters and counts need beside what is answered. */
export interface KnownPair {
  readonly pair: OverlapPair;
  readonly a: KnownInitiative;
  readonly b: KnownInitiative;
  /** Base areas that both touch, by number. */
  readonly areas: readonly number[];
  /** Both are active on the day asked about. */
  readonly activeOnDay: boolean;
}

const DAYS_KEPT = 4;

/** Every pair that the tool flags as of a day, of what this viewer may see: those most in need of a person first. */
export const pairsAsOf = (dataset: Dataset, asOf: IsoDate): readonly KnownPair[] => dataset.memory.recall('pairs', DAYS_KEPT, asOf, () => findPairs(dataset, dayNumber(asOf)));

function findPairs(dataset: Dataset, day: number): KnownPair[] {
  const { initiatives, sets, base, memory } = dataset;
  const { known, given, prepared, same } = memory.recall('overlapInput', 1, '', () => {
    const numbers = [...initiatives.all.keys()].filter((number) => OVERLAP_TOPICS.includes(initiatives.all[number]?.row.topic ?? 'other'));
    const subset = numbers.flatMap((number) => initiatives.all[number] ?? []);
    const input = numbers.flatMap((number) => {
      const one = initiatives.all[number];
      return one === undefined ? [] : [{ ...one.row, kinds: [...one.kinds], organisations: one.acting, areas: initiatives.areasOf(number, base) }];
    });
    return { known: subset, given: input, prepared: prepareInitiatives(input, sets[base].areas.map(({ areaKm2 }) => areaKm2)), same: sameRecordPairs(input) };
  });
  const found = overlapPairs(prepared, day);
  const pairs: KnownPair[] = [];
  for (let i = 0; i < found.count; i += 1) {
    const [a, b] = [known[found.a[i] ?? -1], known[found.b[i] ?? -1]];
    const kind = initiativeKinds.codes[found.kind[i] ?? -1];
    if (a === undefined || b === undefined || kind === undefined) throw new Error(`pair ${i} names initiatives ${found.a[i] ?? '?'} and ${found.b[i] ?? '?'} of ${known.length}`);
    const areas = [...found.areas.subarray(found.areaStart[i] ?? 0, found.areaStart[i + 1] ?? 0)];
    pairs.push(describePair(dataset, { a, b, areas, day, kind, overlapKind: 'possibleOverlap', overlapDays: found.overlapDays[i] ?? 0, strength: found.strength[i] ?? 0 }));
  }
  for (const { a, b, titleSimilarity } of same) {
    const [one, other] = [known[a], known[b]];
    const kind = initiativeKinds.codes.find((code) => one?.kinds.has(code) === true);
    if (one === undefined || other === undefined || kind === undefined) throw new Error(`same record ${a}, ${b}: initiatives with a kind expected`);
    const areas = (given[a]?.areas ?? []).filter((area) => given[b]?.areas.includes(area) === true);
    pairs.push(describePair(dataset, { a: one, b: other, areas, day, kind, overlapKind: 'sameRecord', overlapDays: sharedDays(one, other, day), strength: titleSimilarity }));
  }
  return pairs.sort((p, q) => comparePairs(p.pair, q.pair));
}

const KIND_ORDER = { possibleOverlap: 0, sameRecord: 1 } as const;
const VERDICT_ORDER = { possibleDuplication: 0, unknown: 1, complementary: 2 } as const;

/** The order of the list: possible duplications, then what cannot be told, the strongest first; ties by id. */
export const comparePairs = (p: Rank, q: Rank): number =>
  KIND_ORDER[p.overlapKind] - KIND_ORDER[q.overlapKind] || VERDICT_ORDER[p.verdict] - VERDICT_ORDER[q.verdict] || q.strength - p.strength || (p.id < q.id ? -1 : p.id > q.id ? 1 : 0);
export type Rank = Pick<OverlapPair, 'overlapKind' | 'verdict' | 'strength' | 'id'>;

interface Found {
  readonly a: KnownInitiative;
  readonly b: KnownInitiative;
  readonly areas: readonly number[];
  readonly day: number;
  readonly kind: OverlapPair['kind'];
  readonly overlapKind: OverlapPair['overlapKind'];
  readonly overlapDays: number;
  readonly strength: number;
}

function describePair({ heading, sets, base, decisions }: Dataset, { a, b, areas, day, kind, overlapKind, overlapDays, strength }: Found): KnownPair {
  const rows = areas.flatMap((number) => sets[base].areas[number] ?? []);
  // One area of unknown population makes the sum unknown, not smaller.
  const populationThere = rows.length === 0 ? null : rows.reduce<number | null>((sum, { population }) => (sum === null || population === null ? null : sum + Math.round(population.value)), 0);
  const decision = decisions.get(pairId(a.row.id, b.row.id));
  return {
    a,
    b,
    areas,
    activeOnDay: [a, b].every(({ days }) => days !== null && days.from <= day && day <= days.to),
    pair: {
      id: pairId(a.row.id, b.row.id),
      overlapKind,
      kind,
      areaCodes: rows.map(({ code }) => code),
      areaNames: rows.map(({ name }) => name),
      targetGroups: sharedTargetGroups(a.row.targetGroups, b.row.targetGroups),
      a: describeSide(heading.viewer, a),
      b: describeSide(heading.viewer, b),
      overlapDays,
      strength: Math.round(strength * 1e4) / 1e4,
      populationThere,
      verdict: overlapVerdict(a.row.targetedTotal, b.row.targetedTotal, populationThere),
      decision: decision === undefined ? null : { verdict: decision.verdict, reason: decision.reason, decidedBy: decision.decidedBy, decidedOn: decision.decidedOn },
    },
  };
}

function describeSide(viewer: Viewer, { row, acting }: KnownInitiative): OverlapPair['a'] {
  const names = row.organisations.filter(({ id }) => acting.includes(id)).map(({ name }) => name);
  return { id: row.id, title: row.title, organisations: [...new Set(names)], start: row.start, end: row.end, targeted: shownPeople(viewer, row.targetedTotal), source: row.source, sourceRow: row.sourceRow };
}

/** Days on which both are active, an open end counted up to the day asked about; 0 where that is not known. */
function sharedDays({ days: a }: KnownInitiative, { days: b }: KnownInitiative, day: number): number {
  if (a === null || b === null) return 0;
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to, Math.max(day, from));
  return Number.isFinite(from) && to >= from ? to - from + 1 : 0;
}

/** Verdicts by which a person ruled a duplication out. */
const RULED_OUT = new Set(['complementary', 'notOverlap', 'sameRecord']);

/** Pairs active on the day in the areas kept that are, or may be, a duplication and that nobody ruled out. */
export function possibleDuplications({ dataset, question, kept, set, tried }: GapView): number {
  const keptAreas = new Set(kept);
  const touches = (area: number): boolean => dataset.levels.touched({ type: dataset.base, number: area }, set.type).some((one) => keptAreas.has(one));
  const stopped = new Set([...(tried?.changes.stopped ?? [])].map((number) => dataset.initiatives.all[number]));
  return pairsAsOf(dataset, question.parameters.asOf).filter(({ pair, a, b, areas, activeOnDay }) => {
    if (stopped.has(a) || stopped.has(b)) return false;
    if (pair.overlapKind !== 'possibleOverlap' || !activeOnDay) return false;
    const decided = pair.decision?.verdict;
    if (decided !== undefined && RULED_OUT.has(decided)) return false;
    return (decided === 'duplication' || pair.verdict === 'possibleDuplication') && areas.some(touches);
  }).length;
}
