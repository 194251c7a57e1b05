import { actingOrganisations } from '#analysis/overlap-sweep';
import type { AnalysisInitiative } from '#db/stores/analysis-input';
import type { IsoDate } from '#domain/dates';
import { dayNumber } from '#domain/dates';
import { activeDays, type ActiveDays, givesService, holdsDay, meetsWindow, servicesAnnounced } from '#domain/initiative-rules';
import { OVERLAP_TOPICS } from '#domain/overlap-rules';
import type { AreaType, InitiativeKind, Service } from '#domain/records';
import { byText } from './by-text';
import type { AreaRef, Levels } from './levels';
import type { GapFilters } from './messages';

/** One initiative as questions see it. */
export interface KnownInitiative {
  readonly row: AnalysisInitiative;
  /** Null: active on no day that we can tell. */
  readonly days: ActiveDays | null;
  readonly kinds: ReadonlySet<InitiativeKind>;
  /** Services that its awareness tells people about; empty where it raises none. */
  readonly announces: readonly Service[];
  /** Areas of the footprint that are known, each once. */
  readonly footprint: readonly AreaRef[];
  /** Ids of the organisations that act. */
  readonly acting: readonly string[];
}

export interface Initiatives {
  /** By id; the number of an initiative is its place here. */
  readonly all: readonly KnownInitiative[];
  /** Areas of a type that the footprint touches. */
  areasOf(initiative: number, type: AreaType): readonly number[];
}

export function buildInitiatives(levels: Levels, rows: readonly AnalysisInitiative[]): Initiatives {
  const all = [...rows].sort((a, b) => byText(a.id, b.id)).map((row): KnownInitiative => ({
    row,
    days: activeDays(row),
    kinds: new Set(row.kinds.map(({ kind }) => kind)),
    announces: row.kinds.some(({ kind }) => kind === 'awareness') ? servicesAnnounced(row) : [],
    footprint: footprintOf(levels, row),
    acting: actingOrganisations(row.organisations),
  }));
  const areas = new Map<string, readonly number[]>();
  return {
    all,
    areasOf(initiative, type) {
      const key = `${type} ${initiative}`;
      const known = areas.get(key);
      if (known !== undefined) return known;
      const touched = [...new Set(all[initiative]?.footprint.flatMap((area) => levels.touched(area, type)))].sort((a, b) => a - b);
      areas.set(key, touched);
      return touched;
    },
  };
}

/**
 * Where the initiative acts: a health area without an outline stands for its health zone, as a row that names the zone would.
 * Any other area without an outline stays itself: known, and not on the map.
 */
function footprintOf(levels: Levels, row: AnalysisInitiative): AreaRef[] {
  const found = new Map<string, AreaRef>();
  for (const { type, code } of row.areaCodes) {
    const number = levels.sets[type].numberOf.get(code);
    if (number === undefined) continue;
    const drawn = levels.holder({ type, number });
    found.set(`${drawn.type} ${drawn.number}`, drawn);
  }
  return [...found.values()];
}

/** Does it announce the service in the window? Text to review claims no kind, so it never counts. */
export const raisesAwareness = ({ announces, days }: KnownInitiative, service: Service, window: { from: number; to: number }): boolean =>
  announces.includes(service) && days !== null && meetsWindow(days, window);

/** Is care of the service reported on that day? */
export const reportsCare = ({ kinds, row, days }: KnownInitiative, service: Service, day: number): boolean =>
  days !== null && holdsDay(days, day) && givesService(kinds, row.topic, service);

/** Of this tool's matter, and active in the window: what filters and their counts are about. */
export const isActiveMatter = ({ row, days }: KnownInitiative, window: { from: number; to: number }): boolean =>
  OVERLAP_TOPICS.includes(row.topic) && days !== null && meetsWindow(days, window);

/** Does one initiative fit every filter that speaks of initiatives? */
export function fitsFilters({ kinds, row }: KnownInitiative, filters: GapFilters): boolean {
  return (
    (filters.organisation === undefined || row.organisations.some(({ id }) => filters.organisation?.includes(id) === true)) &&
    (filters.kind === undefined || filters.kind.some((kind) => (kinds as ReadonlySet<string>).has(kind))) &&
    (filters.targetGroup === undefined || row.targetGroups.some((group) => filters.targetGroup?.includes(group) === true)) &&
    (filters.domain === undefined || (row.domain !== null && filters.domain.includes(row.domain)))
  );
}

export const filtersInitiatives = ({ organisation, kind, targetGroup, domain }: GapFilters): boolean =>
  organisation !== undefined || kind !== undefined || targetGroup !== undefined || domain !== undefined;

/** First and last day for which an initiative says anything; null where it says nothing. */
export function knownDays({ row }: KnownInitiative): { from: number; to: number } | null {
  const dates = [row.start, row.end, row.reportedOn].filter((date): date is IsoDate => date !== null).map(dayNumber);
  return dates.length === 0 ? null : { from: Math.min(...dates), to: Math.max(...dates) };
}
