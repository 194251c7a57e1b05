import { idOf } from '#db/stores/identity';
import { readPresenceActs, readPresencePlaces, type PresenceAct, type PresencePlace } from '#db/stores/presence';
import { addDays, addMonths, dayNumber } from '#domain/dates';
import { activeDays, meetsWindow } from '#domain/initiative-rules';
import { normaliseName } from '#domain/normalise-name';
import type { PresenceQuery } from '../contract/queries';
import type { PresenceItem } from '../contract/imports';
import { problemAt } from '../problem';
import { readCursor, writeCursor } from './cursor';
import type { ListSources } from './lists';

type Level = PresenceQuery['level'];
interface Window {
  readonly start: string;
  readonly end: string;
}
interface Group {
  readonly id: string;
  readonly act: PresenceAct;
  readonly place: PresencePlace | undefined;
  readonly window: Window | null;
  readonly initiatives: Set<string>;
  readonly sector: string | null;
}

/** All rows of presence at a level, in the order of organisation, sector, area and period. */
export async function presenceRows({ database, viewer }: ListSources, { level, period }: Pick<PresenceQuery, 'level' | 'period'>): Promise<(PresenceItem & { id: string })[]> {
  const [acts, places] = [await readPresenceActs(database.kysely, viewer), await readPresencePlaces(database.kysely, viewer)];
  const placeOf = new Map(places.map((place) => [place.areaId, place]));
  const asked = period === undefined ? null : windowOf(period);
  const groups = new Map<string, Group>();
  const sectors = sectorWords(acts);
  for (const act of acts) {
    const place = placeOf.get(act.areaId);
    const sectorKey = normaliseName(act.sector ?? '');
    for (const window of asked === null ? reportWindows(act) : isActive(act, asked) ? [asked] : []) {
      const id = idOf('presence', level, act.organisationId, sectorKey, ...shownCodes(place, level).map((code) => code ?? ''), window?.start ?? '', window?.end ?? '');
      const group = groups.get(id) ?? { id, act, place, window, initiatives: new Set<string>(), sector: sectors.get(sectorKey) ?? null };
      group.initiatives.add(act.initiativeId);
      groups.set(id, group);
    }
  }
  return [...groups.values()].map((group) => itemOf(group, level)).sort(compareItems);
}

/** One spelling for each sector: of several the first of the alphabet, for the order of rows must not matter. */
function sectorWords(acts: readonly PresenceAct[]): Map<string, string> {
  const words = new Map<string, string>();
  for (const { sector } of acts) {
    const text = sector?.trim() ?? '';
    if (text === '') continue;
    const known = words.get(normaliseName(text));
    if (known === undefined || text < known) words.set(normaliseName(text), text);
  }
  return words;
}

/** One page of it. */
export async function presencePage(sources: ListSources, query: Omit<PresenceQuery, 'format'>) {
  const rows = await presenceRows(sources, query);
  const after = readCursor(query.after);
  const before = after === undefined ? -1 : rows.findIndex(({ id }) => id === after);
  // The data changed under the asker, or the cursor is that of another question.
  if (after !== undefined && before === -1) throw problemAt('cursorInvalid', 'after', query.after ?? null, 'nextCursor');
  const page = rows.slice(before + 1, before + 1 + query.limit);
  const last = page.at(-1);
  const { dataVersion, exercise } = sources.watch.state();
  return {
    dataVersion, exercise, level: query.level, total: rows.length,
    items: page.map(({ id: _, ...item }) => item),
    nextCursor: writeCursor(last !== undefined && before + 1 + page.length < rows.length ? last.id : null),
  };
}

/** `2025-05`, or `2025-01/2025-06`: from the first day of the one to the last day of the other. */
function windowOf(period: string): Window {
  const [from = '', to = from] = period.split('/');
  const window = { start: `${from}-01`, end: lastDayOf(to) };
  if (window.end < window.start) throw problemAt('parameterInvalid', 'period', period, 'YYYY-MM | YYYY-MM/YYYY-MM');
  return window;
}
const lastDayOf = (month: string): string => addDays(addMonths(`${month}-01`, 1), -1);

const isActive = (act: PresenceAct, { start, end }: Window): boolean => {
  const days = activeDays(act);
  return days !== null && meetsWindow(days, { from: dayNumber(start), to: dayNumber(end) });
};

const NOT_PRESENT = new Set<PresenceAct['status']>(['planned', 'suspended', 'cancelled']);

/** The months of the reports that name the initiative; one of null where none gives a date; none where nobody is there by it. */
function reportWindows({ status, reportDates }: PresenceAct): (Window | null)[] {
  if (NOT_PRESENT.has(status)) return [];
  const months = [...new Set(reportDates.map((date) => date.slice(0, 7)))];
  return months.length === 0 ? [null] : months.map((month) => ({ start: `${month}-01`, end: lastDayOf(month) }));
}

/** Only what the level shows counts: two zones of one territory are one place at the level of territories. */
function shownCodes(place: PresencePlace | undefined, level: Level): (string | null)[] {
  const { country, province, territory, healthZone } = place ?? { country: null, province: null, territory: null, healthZone: null };
  return [country?.code ?? null, province?.code ?? null, level === 'adm2' ? (territory?.code ?? null) : null, level === 'healthZone' ? (healthZone?.code ?? null) : null];
}

function itemOf({ id, act, place, window, initiatives, sector }: Group, level: Level): PresenceItem & { id: string } {
  const territory = level === 'adm2' ? (place?.territory ?? null) : null;
  const healthZone = level === 'healthZone' ? (place?.healthZone ?? null) : null;
  return {
    id,
    locationCode: place?.country?.code ?? null,
    admin1Code: place?.province?.code ?? null, admin1Name: place?.province?.name ?? null,
    admin2Code: territory?.code ?? null, admin2Name: territory?.name ?? null,
    healthZoneCode: healthZone?.code ?? null, healthZoneName: healthZone?.name ?? null,
    orgAcronym: act.acronym, orgName: act.organisationName, orgType: act.organisationType,
    sector,
    periodStart: window?.start ?? null, periodEnd: window?.end ?? null,
    initiatives: initiatives.size,
  };
}

function compareItems(a: PresenceItem & { id: string }, b: PresenceItem & { id: string }): number {
  const key = ({ orgName, sector, admin1Code, admin2Code, healthZoneCode, periodStart, id }: PresenceItem & { id: string }): string =>
    [normaliseName(orgName), normaliseName(sector ?? ''), admin1Code ?? '', admin2Code ?? '', healthZoneCode ?? '', periodStart ?? '', id].join('\u0000');
  const [one, other] = [key(a), key(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}
