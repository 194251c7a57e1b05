import { readReportedInitiatives } from '#db/stores/reporting';
import { addDays, addMonths, dayNumber, daysBetween } from '#domain/dates';
import { activeDays, holdsDay } from '#domain/initiative-rules';
import type { ReportingItem } from '../contract/imports';
import type { ListSources } from './lists';

/**
 * Who has reported for a month, by organisation: `reported` if any of its rows was, `late` if only earlier ones were, `never` if none with a date. An
 * organisation that neither reported by then nor has anything open at the end of the month has no line. Late ones first, the longest silent
 * before the others: those are the ones to call.
 */
export async function reportingProgress({ database, viewer }: ListSources, month: string): Promise<ReportingItem[]> {
  const first = `${month}-01`;
  const last = addDays(addMonths(first, 1), -1);
  const items = new Map<string, ReportingItem>();
  for (const initiative of await readReportedInitiatives(database.kysely, viewer)) {
    const { organisationId, name, acronym, reportDates } = initiative;
    const item = items.get(organisationId) ?? { organisationId, name, acronym, openInitiatives: 0, reportedRows: 0, lastReportedOn: null, daysOld: null, state: 'never' };
    const days = activeDays(initiative);
    if (days !== null && holdsDay(days, dayNumber(last))) item.openInitiatives += 1;
    const until = reportDates.filter((date) => date <= last);
    if (until.some((date) => date >= first)) item.reportedRows += 1;
    const newest = until.at(-1) ?? null;
    if (newest !== null && (item.lastReportedOn === null || newest > item.lastReportedOn)) item.lastReportedOn = newest;
    items.set(organisationId, item);
  }
  return [...items.values()]
    .filter(({ openInitiatives, lastReportedOn }) => openInitiatives > 0 || lastReportedOn !== null)
    .map((item): ReportingItem => ({ ...item, daysOld: item.lastReportedOn === null ? null : daysBetween(item.lastReportedOn, last), state: item.reportedRows > 0 ? 'reported' : item.lastReportedOn === null ? 'never' : 'late' }))
    .sort((a, b) => ORDER[a.state] - ORDER[b.state] || (b.daysOld ?? 0) - (a.daysOld ?? 0));
}

const ORDER: Readonly<Record<ReportingItem['state'], number>> = { late: 0, never: 1, reported: 2 };
