import { dayNumber } from '#domain/calendar';
import type { InitiativeKind, TargetGroup } from '#domain/records';
import type { MatchReason } from '#domain/vocabularies/match-reasons';
import { similarityOfTrigrams, trigramsOf } from './trigram-similarity';

/** What tells one row of an organisation in an area from another. Null or empty: not given. */
export interface MatchInitiative {
  readonly id: string;
  /** Implementing organisations and areas, by id: only records that share one of each are compared. */
  readonly organisations: readonly string[];
  readonly areas: readonly string[];
  readonly title: string;
  readonly sector: string | null;
  readonly kinds: readonly InitiativeKind[];
  readonly start: string | null;
  readonly end: string | null;
  readonly targetGroups: readonly TargetGroup[];
  readonly people: number | null;
  readonly budget: number | null;
  readonly funders: readonly string[];
  /** Row of its file; rows near each other are preferred where nothing else decides. */
  readonly row: number | null;
}

export interface ContinuedInitiative {
  /** Numbers of the new row and of the standing record, as given. */
  readonly row: number;
  readonly standing: number;
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

/** Less alike than this are two initiatives. */
const SAME_INITIATIVE = 0.6;
const ALIKE_TITLE = 0.6;
/** Where so many other things are the same, and one is not, that one was edited, be it the whole title. */
const SAME_BUT_ONE = 4;

interface Prepared {
  readonly initiative: MatchInitiative;
  readonly title: ReadonlySet<string>;
}

/**
 * Which new row is a changed version of which standing record that the file no longer has? One to one, best first. Scored by title (0.4), dates (0.2), kinds, people and target
 * groups (0.1 each), budget, funders and sector (0.05 each), of what the sides say: where neither gives a value there is nothing to compare.
 * Changed values count for something where they are near; of two that differ in one thing and agree on four at least, that one was edited. What finds no partner is new; what is left standing is missing from the file.
 */
export function matchInitiatives(rows: readonly MatchInitiative[], standing: readonly MatchInitiative[]): ContinuedInitiative[] {
  const [newOnes, oldOnes] = [rows.map(prepare), standing.map(prepare)];
  const byPlace = new Map<string, number[]>();
  for (const [at, { organisations, areas }] of standing.entries()) {
    for (const key of placesOf(organisations, areas)) {
      const list = byPlace.get(key);
      if (list === undefined) byPlace.set(key, [at]);
      else list.push(at);
    }
  }
  const candidates: (ContinuedInitiative & { readonly apart: number })[] = [];
  for (const [row, one] of newOnes.entries()) {
    const partners = new Set(placesOf(one.initiative.organisations, one.initiative.areas).flatMap((key) => byPlace.get(key) ?? []));
    for (const at of partners) {
      const other = oldOnes[at];
      if (other === undefined) continue;
      const { score, reasons } = likeness(one, other);
      if (score >= SAME_INITIATIVE) candidates.push({ row, standing: at, score, reasons, apart: Math.abs((one.initiative.row ?? 0) - (other.initiative.row ?? 0)) });
    }
  }
  candidates.sort((a, b) => b.score - a.score || a.apart - b.apart || a.row - b.row || a.standing - b.standing);
  const [takenRows, takenStanding] = [new Set<number>(), new Set<number>()];
  const found: ContinuedInitiative[] = [];
  for (const { apart: _, ...candidate } of candidates) {
    if (takenRows.has(candidate.row) || takenStanding.has(candidate.standing)) continue;
    takenRows.add(candidate.row);
    takenStanding.add(candidate.standing);
    found.push(candidate);
  }
  return found.sort((a, b) => a.row - b.row);
}

const prepare = (initiative: MatchInitiative): Prepared => ({ initiative, title: trigramsOf(initiative.title) });
const placesOf = (organisations: readonly string[], areas: readonly string[]): string[] => organisations.flatMap((organisation) => areas.map((area) => `${organisation} ${area}`));

/** Likeness in [0, 1] over what both sides say, and why. */
function likeness({ initiative: a, title: titleA }: Prepared, { initiative: b, title: titleB }: Prepared): { score: number; reasons: MatchReason[] } {
  const title = a.title === b.title ? 1 : similarityOfTrigrams(titleA, titleB);
  const parts: readonly (readonly [weight: number, likeness: number | null, reason: MatchReason | null])[] = [
    [0.4, title, title === 1 ? 'sameTitle' : title >= ALIKE_TITLE ? 'titleAlike' : null],
    [0.1, nearDays(a.start, b.start), null],
    [0.1, nearDays(a.end, b.end), null],
    [0.1, sharedShare(a.kinds, b.kinds), 'sameKinds'],
    [0.1, nearNumbers(a.people, b.people), 'samePeople'],
    [0.1, sharedShare(a.targetGroups, b.targetGroups), 'sameTargetGroups'],
    [0.05, nearNumbers(a.budget, b.budget), 'sameBudget'],
    [0.05, sharedShare(a.funders, b.funders), 'sameFunder'],
    [0.05, a.sector === null && b.sector === null ? null : a.sector === b.sector ? 1 : 0, null],
  ];
  let [sum, weights, said, differing] = [0, 0, 0, 0];
  const reasons: MatchReason[] = [];
  for (const [weight, part, reason] of parts) {
    if (part === null) continue;
    sum += weight * part;
    weights += weight;
    said += 1;
    if (part < 1) differing += 1;
    if (reason !== null && (part === 1 || reason === 'titleAlike')) reasons.push(reason);
  }
  if (a.start !== null && a.start === b.start && a.end === b.end) reasons.push('sameDates');
  const score = differing === 1 && said > SAME_BUT_ONE ? Math.max(sum / weights, SAME_INITIATIVE) : sum / weights;
  return { score: Math.round(score * 1000) / 1000, reasons };
}

/** 1 the same day, 0 a year apart and more; little where one side does not say. Null: neither says. */
function nearDays(a: string | null, b: string | null): number | null {
  if (a === null && b === null) return null;
  if (a === null || b === null) return 0.3;
  const days = Math.abs(dayNumber(a) - dayNumber(b));
  return Math.max(0, 1 - days / 365);
}

/** The smaller as a share of the larger. Null: neither says. */
function nearNumbers(a: number | null, b: number | null): number | null {
  if (a === null && b === null) return null;
  if (a === null || b === null) return 0.3;
  return a === b ? 1 : Math.min(a, b) / Math.max(a, b);
}

/** What both have as a share of what either has. Null: neither has any. */
function sharedShare(a: readonly string[], b: readonly string[]): number | null {
  const either = new Set([...a, ...b]);
  return either.size === 0 ? null : a.filter((one) => b.includes(one)).length / either.size;
}
