import type { SessionOrigin, TrainingSession } from '#domain/programme-records';
import type { PeopleCounts } from '#domain/records';
import type { Viewer } from '#domain/viewer';

/** Fewer people than this could be known by name (domain.md §9). */
const SMALLEST_SHOWN = 5;

const isSmall = (count: number | null): boolean => count !== null && count > 0 && count < SMALLEST_SHOWN;

/**
 * What a viewer sees of counts of people. For the public, small counts become unknown; if one group is small all four
 * are, for the total would give it away.
 */
export function shownCounts(viewer: Viewer, counts: PeopleCounts): PeopleCounts {
  if (viewer !== 'public') return counts;
  const { women, men, girls, boys, total } = counts;
  const shownTotal = isSmall(total) ? null : total;
  return [women, men, girls, boys].some(isSmall) ? { women: null, men: null, girls: null, boys: null, total: shownTotal } : { ...counts, total: shownTotal };
}

type CountedSession = Pick<TrainingSession, 'women' | 'men' | 'total'> & { readonly origins: readonly SessionOrigin[] };

/** The same for the people of a session and those who came from each structure. */
export function shownPeople<Session extends CountedSession>(viewer: Viewer, session: Session): Session {
  if (viewer !== 'public') return session;
  const shown = <People extends { readonly women: number | null; readonly men: number | null }>(people: People): People => (isSmall(people.women) || isSmall(people.men) ? { ...people, women: null, men: null } : people);
  const origins = session.origins.map((origin) => ({ ...shown(origin), number: isSmall(origin.number) ? null : origin.number }));
  return { ...shown(session), total: isSmall(session.total) ? null : session.total, origins };
}
