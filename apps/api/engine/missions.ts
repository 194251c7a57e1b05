import { locate } from '#analysis/polygon-index';
import type { AnalysisProgramme } from '#db/stores/analysis-input';
import type { IsoDate } from '#domain/dates';
import { missionPhase, type MissionPhase } from '#domain/mission-rules';
import type { Mission } from '#domain/programme-records';
import type { AreaType, Service } from '#domain/records';
import type { AreaSets } from './area-sets';
import { byText } from './by-text';
import type { AreaRef, Levels } from './levels';
import { finestArea, type Structures } from './structures';

/** One mission as questions see it. */
export interface KnownMission {
  readonly id: string;
  readonly record: Mission;
  /** Number of the structure that hosts it; −1 for none, or none that may be seen. */
  readonly host: number;
  /** Its own point, else that of its host; null: known by its area only. */
  readonly lngLat: readonly [number, number] | null;
  /** The area that it lies in, as fine as it is known; null: nobody knows where it is. */
  readonly area: AreaRef | null;
}

/** Which care is asked about, on which day; later than `asOf`: a forecast. */
interface AskedDay {
  readonly service: Service;
  readonly asOf: IsoDate;
  readonly at: IsoDate;
}

/** An area code says not of which level it is: the finest that has it. */
const LEVELS_FINEST_FIRST: readonly AreaType[] = ['healthArea', 'healthZone', 'territory', 'province', 'country'];

/** The missions that are not cancelled, by id: a cancelled one gives care on no day. */
export function buildMissions(levels: Levels, structures: Structures, rows: readonly AnalysisProgramme[]): KnownMission[] {
  return rows
    .flatMap((row): KnownMission[] => {
      if (row.kind !== 'mission' || row.record.status === 'cancelled') return [];
      const { id, record } = row;
      const host = record.host === null ? -1 : (structures.numberOf.get(row.structures[0]?.structureId ?? '') ?? -1);
      const lngLat = record.lngLat ?? structures.rows[host]?.lngLat ?? null;
      return [{ id, record, host, lngLat, area: areaOf(levels, structures, lngLat, record.areaCode, host) }];
    })
    .sort((a, b) => byText(a.id, b.id));
}

function areaOf(levels: Levels, structures: Structures, lngLat: KnownMission['lngLat'], areaCode: string | null, host: number): AreaRef | null {
  const { sets, base } = levels;
  if (lngLat !== null) {
    const number = locate(sets[base].index, lngLat[0], lngLat[1]);
    if (number >= 0) return { type: base, number };
  }
  const stated = areaCode === null ? null : areaByCode(sets, areaCode);
  const known = stated ?? (host === -1 ? null : finestArea(structures, host));
  return known === null ? null : levels.holder(known);
}

function areaByCode(sets: AreaSets, code: string): AreaRef | null {
  for (const type of LEVELS_FINEST_FIRST) {
    const number = sets[type].numberOf.get(code);
    if (number !== undefined) return { type, number };
  }
  return null;
}

/** Where a mission stands on the day asked about; the cancelled ones are not among those known. */
export const phaseOf = ({ record }: KnownMission, days: Omit<AskedDay, 'service'>): MissionPhase => missionPhase(record, days);

/** Numbers of the missions that give the service on the day. */
export const runningMissions = (missions: readonly KnownMission[], judging: AskedDay): number[] =>
  missions.flatMap((mission, number) => (mission.record.service === judging.service && phaseOf(mission, judging) === 'running' ? [number] : []));
