import { addMonths, dateOfDay, dayNumber, type IsoDate } from './calendar';
import type { InitiativeKind, InitiativeRecord, Service, Topic } from './records';

/** The part of an initiative that decides whether it is active. */
export type Period = Pick<InitiativeRecord, 'start' | 'end' | 'status' | 'reportedOn'>;

/** Inclusive days since 1970-01-01; infinite where open. */
export interface ActiveDays {
  readonly from: number;
  readonly to: number;
  /** The source gave no date at all: active on the day of the report only, by its status. */
  readonly undated: boolean;
}

const NEVER_ACTIVE = new Set<Period['status']>(['planned', 'suspended', 'cancelled']);

/**
 * The days on which an initiative is held to be active, or null if it is not, or not known to be (domain.md §4).
 * No dates at all but ongoing: active on the report's date, marked undated. A missing end is open while the status is ongoing.
 * A missing start is open to the past. A missing end with another status: active on no day that we can tell.
 */
export function activeDays(period: Period): ActiveDays | null {
  if (NEVER_ACTIVE.has(period.status)) return null;
  if (period.start === null && period.end === null) {
    if (period.status !== 'ongoing' || period.reportedOn === null) return null;
    const day = dayNumber(period.reportedOn);
    return { from: day, to: day, undated: true };
  }
  if (period.end === null && period.status !== 'ongoing') return null;
  const from = period.start === null ? -Infinity : dayNumber(period.start);
  const to = period.end === null ? Infinity : dayNumber(period.end);
  return { from, to, undated: false };
}

/** The window in which awareness still counts on `asOf`: `[asOf − awarenessMonths, asOf]`, in days. */
export function awarenessWindow(asOf: IsoDate, awarenessMonths: number): { from: number; to: number } {
  return { from: dayNumber(addMonths(asOf, -awarenessMonths)), to: dayNumber(asOf) };
}

export const meetsWindow = (days: ActiveDays, window: { from: number; to: number }): boolean => days.from <= window.to && days.to >= window.from;

export const holdsDay = (days: ActiveDays, day: number): boolean => days.from <= day && day <= days.to;

/** End of the active days as a date; null where open. */
export const activeUntil = (days: ActiveDays): IsoDate | null => (Number.isFinite(days.to) ? dateOfDay(days.to) : null);

const SERVICES_OF_TOPIC: Readonly<Record<Topic, readonly Service[]>> = {
  sexualViolence: ['cmr', 'psychosocial', 'legalAid'],
  fistula: ['fistulaRepair'],
  other: [],
};

/** The services that an awareness initiative tells people about: those that it names, else those of its topic. */
export const servicesAnnounced = ({ announcedServices, topic }: Pick<InitiativeRecord, 'announcedServices' | 'topic'>): readonly Service[] =>
  announcedServices !== undefined && announcedServices.length > 0 ? announcedServices : SERVICES_OF_TOPIC[topic];

/** Do these kinds of activity, on this topic, say that care of that service is given where they act? When is another question. */
export function givesService(kinds: { has(kind: InitiativeKind): boolean }, topic: Topic, service: Service): boolean {
  switch (service) {
    case 'cmr':
      return topic === 'sexualViolence' && kinds.has('medicalCare');
    case 'fistulaRepair':
      return topic === 'fistula' && (kinds.has('medicalCare') || kinds.has('mobileMission'));
    case 'psychosocial':
      return topic !== 'other' && (kinds.has('psychosocial') || kinds.has('caseManagement'));
    case 'legalAid':
      return topic !== 'other' && kinds.has('legalAid');
  }
}
