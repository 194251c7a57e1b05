import { overlapStrength } from '#domain/overlap-rules';
import type { OrganisationRole } from '#domain/records';
import { initiativeKinds } from '#domain/vocabularies/initiatives';
import type { PreparedInitiatives } from './prepare-initiatives';

export { prepareInitiatives, type OverlapInitiative, type PreparedInitiatives } from './prepare-initiatives';

/** Pairs as columns. `a`, `b`: numbers of the initiatives as they were given, the smaller id first. Ordered by the two ids. */
export interface OverlapPairs {
  readonly count: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** The kind that both are: number in `initiativeKinds.codes`, the first where they share several. */
  readonly kind: Uint8Array;
  /** Days on which both are known to be active; at least 1. An open end counts up to `asOf`, an open start not at all. */
  readonly overlapDays: Int32Array;
  /** `overlapStrength` of the domain, in [0, 1]. */
  readonly strength: Float64Array;
  /** 1: one of the two is undated: active on the day of its report, by its status only. */
  readonly undated: Uint8Array;
  /** Shared base areas of pair `i`, ascending: `areas[areaStart[i]]` up to `areas[areaStart[i + 1]]`. */
  readonly areaStart: Int32Array;
  readonly areas: Int32Array;
}

/**
 * Who acts: the implementing organisations, else the programming ones, else all named, each once. Two partners of one donor are two
 * actors, so a common funder does not make two initiatives one organisation's.
 */
export function actingOrganisations(organisations: readonly { readonly id: string; readonly role: OrganisationRole }[]): string[] {
  const inRole = (role: OrganisationRole): { readonly id: string }[] => organisations.filter((one) => one.role === role);
  const acting = [inRole('implementing'), inRole('programming'), organisations].find((list) => list.length > 0) ?? [];
  return [...new Set(acting.map(({ id }) => id))].sort();
}

/**
 * Possible overlaps (domain.md §5): same kind and topic, no organisation in common, a shared target group, a shared base area and active
 * periods that overlap; each pair once, with all shared areas. `asOf`: day number up to which an open period is known to run.
 */
export function overlapPairs(initiatives: PreparedInitiatives, asOf: number): OverlapPairs {
  const meetings = sortByPair(meetingsInAreas(initiatives), initiatives.count);
  const pairs = { a: [] as number[], b: [] as number[], areaStart: [] as number[] };
  meetings.a.forEach((a, i) => {
    const b = meetings.b[i] ?? 0;
    if (i > 0 && meetings.a[i - 1] === a && meetings.b[i - 1] === b) return;
    pairs.a.push(a);
    pairs.b.push(b);
    pairs.areaStart.push(i);
  });
  const count = pairs.a.length;
  const areaStart = Int32Array.from([...pairs.areaStart, meetings.a.length]);
  const kind = new Uint8Array(count);
  const overlapDays = new Int32Array(count);
  const strength = new Float64Array(count);
  const undated = new Uint8Array(count);
  for (let pair = 0; pair < count; pair += 1) {
    const a = pairs.a[pair] ?? 0;
    const b = pairs.b[pair] ?? 0;
    kind[pair] = lowestBit((initiatives.kinds[a] ?? 0) & (initiatives.kinds[b] ?? 0));
    undated[pair] = (initiatives.undated[a] ?? 0) | (initiatives.undated[b] ?? 0);
    const days = overlapOfPeriods(initiatives, a, b, asOf);
    overlapDays[pair] = days.overlap;
    const share = shareOfArea(initiatives, a, b, meetings.area.subarray(areaStart[pair], areaStart[pair + 1]));
    strength[pair] = overlapStrength(days.overlap, days.shorter, share);
  }
  const given = (ranks: readonly number[]): Int32Array => Int32Array.from(ranks, (rank) => initiatives.number[rank] ?? 0);
  return { count, a: given(pairs.a), b: given(pairs.b), kind, overlapDays, strength, undated, areaStart, areas: meetings.area };
}

/** Two initiatives (`a` before `b` in the order of ids) that meet in one base area. */
interface Meetings {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly area: Int32Array;
}

/**
 * For each topic, kind and area: goes through its initiatives by day of start, keeping those that have not ended, and meets each with the next.
 * A pair that shares several kinds meets under the first only; one that shares several areas meets in each.
 */
function meetingsInAreas(initiatives: PreparedInitiatives): Meetings {
  const { from, to, kinds, targetGroups, areaCount } = initiatives;
  const { groupStart, members } = groupByKindAndArea(initiatives);
  const first: number[] = [];
  const second: number[] = [];
  const where: number[] = [];
  let running: number[] = [];
  for (let group = 0; group + 1 < groupStart.length; group += 1) {
    const stop = groupStart[group + 1] ?? 0;
    const start = groupStart[group] ?? 0;
    if (stop - start < 2) continue;
    const kind = Math.floor(group / areaCount) % initiativeKinds.codes.length;
    running = [];
    for (let entry = start; entry < stop; entry += 1) {
      const next = members[entry] ?? 0;
      const day = from[next] ?? 0;
      let kept = 0;
      for (const other of running) {
        if ((to[other] ?? 0) < day) continue;
        running[kept] = other;
        kept += 1;
        if (((targetGroups[next] ?? 0) & (targetGroups[other] ?? 0)) === 0) continue;
        if (lowestBit((kinds[next] ?? 0) & (kinds[other] ?? 0)) !== kind || shareOrganisation(initiatives, next, other)) continue;
        first.push(Math.min(next, other));
        second.push(Math.max(next, other));
        where.push(group % areaCount);
      }
      running.length = kept;
      running.push(next);
    }
  }
  return { a: Int32Array.from(first), b: Int32Array.from(second), area: Int32Array.from(where) };
}

/** The initiatives of each (topic, kind, area), by day of start, then id. Group number: `(topic * kinds + kind) * areaCount + area`. */
function groupByKindAndArea(initiatives: PreparedInitiatives): { groupStart: Int32Array; members: Int32Array } {
  const kindCount = initiativeKinds.codes.length;
  const groupStart = new Int32Array(2 * kindCount * initiatives.areaCount + 1);
  const byStart = Int32Array.from(initiatives.from.keys()).sort((a, b) => compare(initiatives.from[a] ?? 0, initiatives.from[b] ?? 0) || a - b);
  const eachEntry = (visit: (group: number, initiative: number) => void): void => {
    for (const initiative of byStart) {
      const stop = initiatives.areaStart[initiative + 1] ?? 0;
      for (let bits = initiatives.kinds[initiative] ?? 0; bits !== 0; bits &= bits - 1) {
        const offset = ((initiatives.topic[initiative] ?? 0) * kindCount + lowestBit(bits)) * initiatives.areaCount;
        for (let entry = initiatives.areaStart[initiative] ?? 0; entry < stop; entry += 1) visit(offset + (initiatives.areas[entry] ?? 0), initiative);
      }
    }
  };
  eachEntry((group) => {
    groupStart[group + 1] = (groupStart[group + 1] ?? 0) + 1;
  });
  for (let group = 1; group < groupStart.length; group += 1) groupStart[group] = (groupStart[group] ?? 0) + (groupStart[group - 1] ?? 0);
  const next = groupStart.slice();
  const members = new Int32Array(groupStart.at(-1) ?? 0);
  eachEntry((group, initiative) => {
    const place = next[group] ?? 0;
    members[place] = initiative;
    next[group] = place + 1;
  });
  return { groupStart, members };
}

/** Infinities do not subtract. */
const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits);

function shareOrganisation({ organisationStart, organisations }: PreparedInitiatives, a: number, b: number): boolean {
  const stopA = organisationStart[a + 1] ?? 0;
  const stopB = organisationStart[b + 1] ?? 0;
  for (let i = organisationStart[a] ?? 0; i < stopA; i += 1) {
    for (let j = organisationStart[b] ?? 0; j < stopB; j += 1) if (organisations[i] === organisations[j]) return true;
  }
  return false;
}

/** Orders meetings by pair, keeping areas in their order: by the second, then by the first of the two. */
function sortByPair(meetings: Meetings, count: number): Meetings {
  let order = Int32Array.from(meetings.a.keys());
  for (const column of [meetings.b, meetings.a]) {
    const next = new Int32Array(count + 1);
    for (const rank of column) next[rank + 1] = (next[rank + 1] ?? 0) + 1;
    for (let rank = 1; rank <= count; rank += 1) next[rank] = (next[rank] ?? 0) + (next[rank - 1] ?? 0);
    const sorted = new Int32Array(order.length);
    for (const meeting of order) {
      const rank = column[meeting] ?? 0;
      const place = next[rank] ?? 0;
      sorted[place] = meeting;
      next[rank] = place + 1;
    }
    order = sorted;
  }
  const pick = (column: Int32Array): Int32Array => order.map((meeting) => column[meeting] ?? 0);
  return { a: pick(meetings.a), b: pick(meetings.b), area: pick(meetings.area) };
}

/**
 * Days of overlap that are known, and the shorter period. An open period is as long as the other; where both are open, they share all of it.
 * Nobody knows how long an open end lasts: it counts up to `asOf`. Nor when an open start was: it adds no day.
 */
function overlapOfPeriods({ from, to }: PreparedInitiatives, a: number, b: number, asOf: number): { overlap: number; shorter: number } {
  const first = Math.max(from[a] ?? 0, from[b] ?? 0);
  const last = Math.min(to[a] ?? 0, to[b] ?? 0);
  const shorter = Math.min((to[a] ?? 0) - (from[a] ?? 0), (to[b] ?? 0) - (from[b] ?? 0)) + 1;
  const lastKnown = last === Infinity ? Math.max(asOf, first === -Infinity ? asOf : first) : last;
  const overlap = first === -Infinity ? 1 : lastKnown - first + 1;
  return { overlap, shorter: Number.isFinite(shorter) ? shorter : overlap };
}

/** Surface of the shared areas ÷ surface of the smaller footprint; by number of areas where a surface is not known. */
function shareOfArea(initiatives: PreparedInitiatives, a: number, b: number, shared: Int32Array): number {
  const smaller = Math.min(initiatives.footprintKm2[a] ?? NaN, initiatives.footprintKm2[b] ?? NaN);
  if (smaller > 0) return Math.min(1, shared.reduce((sum, area) => sum + (initiatives.areaKm2[area] ?? 0), 0) / smaller);
  const areasOf = (one: number): number => (initiatives.areaStart[one + 1] ?? 0) - (initiatives.areaStart[one] ?? 0);
  return shared.length / Math.min(areasOf(a), areasOf(b));
}
