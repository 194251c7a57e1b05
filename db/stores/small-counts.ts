import type { SessionOrigin, TrainingSession } from '#domain/programme-records';
import type { PeopleCounts } from '#domain/records';
import { isTooFew, tellsFewApart } from '#domain/small-counts';
import type { Viewer } from '#domain/viewer';

const shownCount = (count: number | null): number | null => (isTooFew(count) ? null : count);

/**
 * What a viewer sees of counts of people. For the public, small counts become unknown; where one group is small, or what the groups leave of the total
 * is, none of the four is told, for the others and the total would give it away (decision 0037).
 */
export function shownCounts(viewer: Viewer, counts: PeopleCounts): PeopleCounts {
  if (viewer !== 'public') return counts;
  const { women, men, girls, boys, total } = counts;
  const told = { ...counts, total: shownCount(total) };
  return tellsFewApart([women, men, girls, boys], total) ? { ...told, women: null, men: null, girls: null, boys: null } : told;
}

type CountedSession = Pick<TrainingSession, 'women' | 'men' | 'total'> & { readonly origins: readonly SessionOrigin[] };

/**
 * The same for the people of a session and those who came from each structure, which is one table: its rows are the structures, its columns women and men. Where a
 * small count stands anywhere in it, or is what the rest leaves of a margin, the public is told the total and no more.
 */
export function shownPeople<Session extends CountedSession>(viewer: Viewer, session: Session): Session {
  if (viewer !== 'public') return session;
  const { women, men, total, origins } = session;
  const byOrigin = (count: 'number' | 'women' | 'men') => origins.map((origin) => origin[count]);
  const tells = tellsFewApart([women, men], total) || tellsFewApart(byOrigin('number'), total) || tellsFewApart(byOrigin('women'), women) || tellsFewApart(byOrigin('men'), men)
    || origins.some((origin) => isTooFew(origin.number) || tellsFewApart([origin.women, origin.men], origin.number));
  const told = { ...session, total: shownCount(total) };
  return tells ? { ...told, women: null, men: null, origins: origins.map((origin) => ({ ...origin, number: null, women: null, men: null })) } : told;
}
