import { buildPoints, chordSquaredBetween, chordToKm } from '#analysis/sphere';
import type { GapExplanation, MissionShown } from '../contract/gaps';
import { byText } from './by-text';
import type { Dataset } from './dataset';
import { roundKm } from './gap-area';
import type { GapView } from './gap-view';
import { areasReached } from './mission-reach';
import { type KnownMission, phaseOf } from './missions';
import type { ResolvedJudging } from './resolve-question';
import { shownPeople } from './shown-people';

type Shown = GapExplanation['missions'][number];

/** A place may be visited year after year: those who decide read the missions nearest in time. */
const MISSIONS_SHOWN = 20;
const PHASE_ORDER = { running: 0, coming: 1, ended: 2 } as const;

/** Missions of the service that reach the area: running ones, then the next to come, then the last that ended. Before and after its dates a mission is no care. */
export function missionsAround({ dataset, question: { judging }, reach, set }: GapView, area: number): Shown[] {
  return dataset.missions
    .flatMap((mission, number): Shown[] => {
      if (mission.record.service !== judging.service || !areasReached(dataset, number, set.type, reach).includes(area)) return [];
      const km = mission.lngLat === null ? NaN : kmFromCentre(dataset, set.type, area, mission.lngLat);
      return [{ ...missionShown(dataset, mission, judging), distanceKm: Number.isFinite(km) ? roundKm(km) : null }];
    })
    .sort((a, b) => PHASE_ORDER[a.phase] - PHASE_ORDER[b.phase] || (a.phase === 'ended' ? byText(b.end, a.end) : byText(a.start, b.start)) || byText(a.id, b.id))
    .slice(0, MISSIONS_SHOWN);
}

/** A mission as this viewer may see it on the day asked about. */
export function missionShown({ structures, heading: { viewer } }: Dataset, mission: KnownMission, judging: ResolvedJudging): MissionShown {
  const { id, record, host, lngLat } = mission;
  const hostRow = structures.rows[host];
  return {
    id,
    title: record.title,
    service: record.service,
    status: record.status,
    phase: phaseOf(mission, judging),
    start: record.start,
    end: record.end,
    locality: record.locality,
    host: hostRow === undefined ? null : { id: hostRow.id, name: hostRow.name },
    lngLat: lngLat === null ? null : [lngLat[0], lngLat[1]],
    radiusKm: record.radiusKm,
    capacity: record.capacity,
    treated: shownPeople(viewer, record.treated.total),
    organisations: record.organisations.map(({ role, organisation }) => ({ name: organisation.name, role })),
    source: record.source,
    sourceRow: record.sourceRow,
  };
}

function kmFromCentre({ levels }: Dataset, type: GapView['set']['type'], area: number, [lng, lat]: readonly [number, number]): number {
  return chordToKm(chordSquaredBetween(levels.centres(type), area, buildPoints(Float64Array.of(lng), Float64Array.of(lat)), 0));
}
