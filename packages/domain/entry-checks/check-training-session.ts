import type { Issue } from '../issue';
import type { SessionOrigin, TrainingSession } from '../programme-records';
import { checkCount, type CheckedOn, checkPeriod, checkSexes, checkWords, findings } from './check-parts';

/** A session as a person gives it: which structures people came from may still be ids of the page. */
export type TrainingSessionEntry = Omit<TrainingSession, 'scheme' | 'externalId' | 'source' | 'sourceRow' | 'origins'> & {
  readonly origins: readonly Omit<SessionOrigin, 'structureScheme' | 'structureExternalId'>[];
};

/** What does not add up in a session of training. */
export function checkTrainingSession(record: TrainingSessionEntry, { today }: CheckedOn): Issue[] {
  const found = findings();
  if (checkPeriod(found, record)) {
    if (record.status === 'completed' && record.end > today) found.error('heldInFuture', 'end', record.end, `≤ ${today}`);
    if (record.status === 'planned' && record.end < today) found.warning('plannedInPast', 'status', record.end, `≥ ${today}`);
  }
  checkWords(found, 'title', record.title);
  checkCount(found, 'planned', record.planned);
  checkSexes(found, { ...record, whole: record.total }, { path: '', whole: 'total' });
  record.origins.forEach((origin, index) => {
    checkSexes(found, { ...origin, whole: origin.number }, { path: `origins.${index}.`, whole: 'number' });
  });
  const fromStructures = record.origins.reduce((sum, { number }) => sum + (number ?? 0), 0);
  if (record.total !== null && fromStructures > record.total) found.error('originsExceedTotal', 'origins', fromStructures, `≤ ${record.total}`);
  if (record.status === 'completed' && record.audience === 'healthStaff' && record.origins.length === 0) found.warning('originsMissing', 'origins');
  return found.issues;
}
