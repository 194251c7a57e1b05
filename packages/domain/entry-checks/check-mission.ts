import { daysBetween } from '../calendar';
import type { Issue } from '../issue';
import type { Mission } from '../programme-records';
import { checkCount, type CheckedOn, checkPeriod, checkWords, findings } from './check-parts';

const LONGEST_DAYS = 120;
const WIDE_KM = 50;
const WIDEST_KM = 200;

/** A mission as a person gives it: its host may still be an id of the page, so only whether there is one matters. */
export type MissionEntry = Omit<Mission, 'scheme' | 'externalId' | 'source' | 'sourceRow' | 'host'> & { readonly host: object | string | null };

/** What does not add up in a mobile mission. */
export function checkMission(record: MissionEntry, { today }: CheckedOn): Issue[] {
  const found = findings();
  if (checkPeriod(found, record)) {
    const days = daysBetween(record.start, record.end) + 1;
    if (days > LONGEST_DAYS) found.warning('missionLong', 'end', days, `≤ ${LONGEST_DAYS}`);
    if (record.status === 'completed' && record.start > today) found.error('heldInFuture', 'start', record.start, `≤ ${today}`);
    if (record.status === 'planned' && record.end < today) found.warning('plannedInPast', 'status', record.end, `≥ ${today}`);
  }
  if (record.host === null && record.lngLat === null && record.areaCode === null) found.error('missionNowhere', 'lngLat');
  if (!(record.radiusKm > 0 && record.radiusKm <= WIDEST_KM)) found.error('numberOutOfRange', 'radiusKm', record.radiusKm, `> 0, ≤ ${WIDEST_KM}`);
  else if (record.radiusKm > WIDE_KM) found.warning('radiusWide', 'radiusKm', record.radiusKm, `≤ ${WIDE_KM}`);
  for (const column of ['title', 'locality'] as const) checkWords(found, column, record[column]);
  checkCount(found, 'capacity', record.capacity);
  const { total, ...groups } = record.treated;
  for (const [group, people] of Object.entries(record.treated)) checkCount(found, `treated.${group}`, people);
  const counted = Object.values(groups).reduce<number>((sum, people) => sum + (people ?? 0), 0);
  if (total !== null && counted > total) found.error('groupsExceedTotal', 'treated.total', counted, `≤ ${total}`);
  const treated = total ?? counted;
  if (record.capacity !== null && treated > record.capacity) found.warning('treatedExceedsCapacity', 'treated.total', treated, `≤ ${record.capacity}`);
  if (treated > 0 && record.start > today) found.error('treatedBeforeStart', 'treated.total', treated, '0');
  return found.issues;
}
