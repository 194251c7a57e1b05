import { addMonths, type IsoDate } from '#domain/calendar';
import type { TrainingSession } from '#domain/programme-records';
import type { TargetGroup } from '#domain/records';

/** What counting sessions reads of one. `areaCode`: of an area of the type that is counted by; null: where it is held is not said, or only by a larger area. */
export type CountedSession = Pick<TrainingSession, 'audience' | 'areaCode' | 'start' | 'end' | 'status' | 'planned' | 'women' | 'men' | 'total'>;

/** Sums over sessions. A sum is null where no session gives the number; `…NotCounted`: how many sessions do not, so that a sum is never taken for all. */
export interface SessionCounts {
  readonly sessionsHeld: number;
  /** Not held yet. */
  readonly sessionsPlanned: number;
  /** The plan: people meant to take part, in sessions held or planned. */
  readonly planned: number | null;
  readonly plannedNotCounted: number;
  /** People who took part, in sessions held. */
  readonly women: number | null;
  readonly men: number | null;
  readonly bySexNotCounted: number;
  readonly total: number | null;
  readonly totalNotCounted: number;
}

/** An audience and an area with no session held in the last months. */
export interface WithoutSessions {
  readonly audience: TargetGroup;
  readonly areaCode: string;
  /** Last day of the newest session there before the window; null: none is known. */
  readonly lastHeldOn: IsoDate | null;
  /** First day of the next planned one; null: none is planned. */
  readonly nextPlannedOn: IsoDate | null;
  /** Sessions for this audience in the window of which nobody said in which area: one of them may have been here. */
  readonly heldSomewhere: number;
}

export interface SessionCoverage {
  readonly cells: readonly ({ readonly audience: TargetGroup; readonly areaCode: string | null; readonly month: string } & SessionCounts)[];
  readonly byAudience: readonly ({ readonly audience: TargetGroup } & SessionCounts)[];
  readonly byArea: readonly ({ readonly areaCode: string | null } & SessionCounts)[];
  readonly byMonth: readonly ({ readonly month: string } & SessionCounts)[];
  readonly all: SessionCounts;
  readonly withoutSessions: readonly WithoutSessions[];
}

export interface CoverageQuestion {
  /** First and last day, both included, on which a counted session begins. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Length of the window, up to `to`, in which an audience and an area should have had a session. */
  readonly months: number;
  /** Audiences and areas to be looked after, whether or not any session names them. */
  readonly audiences: readonly TargetGroup[];
  readonly areaCodes: readonly string[];
}

/**
 * Sessions by audience, area and month of their first day, and who had none. Cancelled ones are in no count; one that is said to be held
 * counts from its first day. A total that is not given is women + men where both are. The order of the sessions never matters.
 */
export function coverSessions(sessions: readonly CountedSession[], question: CoverageQuestion): SessionCoverage {
  const { from, to } = question;
  const counted = sessions.filter(({ status, start }) => status !== 'cancelled' && start >= from && start <= to);
  const monthOf = ({ start }: CountedSession): string => start.slice(0, 7);
  const months = [...new Set(counted.map(monthOf))].sort();
  const audiences = [...new Set([...question.audiences, ...counted.map(({ audience }) => audience).sort()])];
  const areaCodes = [...question.areaCodes, null];
  return {
    cells: grouped(counted, (session) => JSON.stringify([session.audience, session.areaCode, monthOf(session)]), (first) => ({ audience: first.audience, areaCode: first.areaCode, month: monthOf(first) }))
      .sort((a, b) => compare(a.month, b.month) || audiences.indexOf(a.audience) - audiences.indexOf(b.audience) || compare(a.areaCode ?? '', b.areaCode ?? '')),
    byAudience: audiences.map((audience) => ({ audience, ...countSessions(counted.filter((session) => session.audience === audience)) })),
    byArea: grouped(counted, ({ areaCode }) => areaCode ?? '', ({ areaCode }) => ({ areaCode })).sort((a, b) => areaCodes.indexOf(a.areaCode) - areaCodes.indexOf(b.areaCode)),
    byMonth: months.map((month) => ({ month, ...countSessions(counted.filter((session) => monthOf(session) === month)) })),
    all: countSessions(counted),
    withoutSessions: findWithout(sessions, question),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function grouped<Key>(sessions: readonly CountedSession[], keyOf: (session: CountedSession) => string, show: (first: CountedSession) => Key): (Key & SessionCounts)[] {
  const groups = new Map<string, CountedSession[]>();
  for (const session of sessions) {
    const group = groups.get(keyOf(session));
    if (group === undefined) groups.set(keyOf(session), [session]);
    else group.push(session);
  }
  return [...groups.values()].flatMap((group) => (group[0] === undefined ? [] : [{ ...show(group[0]), ...countSessions(group) }]));
}

/** The sums over some sessions, none of them cancelled. */
export function countSessions(sessions: readonly CountedSession[]): SessionCounts {
  const held = sessions.filter(({ status }) => status === 'completed');
  const totals = held.map(totalOf);
  const sexes = held.filter(({ women, men }) => women !== null && men !== null);
  return {
    sessionsHeld: held.length,
    sessionsPlanned: sessions.length - held.length,
    planned: sumOf(sessions.map(({ planned }) => planned)),
    plannedNotCounted: sessions.filter(({ planned }) => planned === null).length,
    women: sumOf(held.map(({ women }) => women)),
    men: sumOf(held.map(({ men }) => men)),
    bySexNotCounted: held.length - sexes.length,
    total: sumOf(totals),
    totalNotCounted: totals.filter((total) => total === null).length,
  };
}

const totalOf = ({ total, women, men }: CountedSession): number | null => total ?? (women === null || men === null ? null : women + men);

/** The sum of what is known; null: nothing is. */
function sumOf(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter((number) => number !== null);
  return known.length === 0 ? null : known.reduce((sum, number) => sum + number, 0);
}

function findWithout(sessions: readonly CountedSession[], { to, months, audiences, areaCodes }: CoverageQuestion): WithoutSessions[] {
  const after = addMonths(to, -months);
  const held = sessions.filter(({ status, start }) => status === 'completed' && start <= to);
  const inWindow = ({ end }: CountedSession): boolean => end > after;
  const planned = sessions.filter(({ status, start }) => status === 'planned' && start > to);
  return audiences.flatMap((audience) => {
    const ofAudience = held.filter((session) => session.audience === audience);
    const heldSomewhere = ofAudience.filter((session) => session.areaCode === null && inWindow(session)).length;
    const lastByArea = newestBy(ofAudience);
    return areaCodes.flatMap((areaCode): WithoutSessions[] => {
      const lastHeldOn = lastByArea.get(areaCode) ?? null;
      if (lastHeldOn !== null && lastHeldOn > after) return [];
      const next = planned.filter((session) => session.audience === audience && session.areaCode === areaCode).map(({ start }) => start).sort();
      return [{ audience, areaCode, lastHeldOn, nextPlannedOn: next[0] ?? null, heldSomewhere }];
    });
  });
}

function newestBy(sessions: readonly CountedSession[]): Map<string, IsoDate> {
  const newest = new Map<string, IsoDate>();
  for (const { areaCode, end } of sessions) {
    if (areaCode !== null && end > (newest.get(areaCode) ?? '')) newest.set(areaCode, end);
  }
  return newest;
}
