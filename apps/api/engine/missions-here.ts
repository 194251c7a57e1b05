import type { PointCare } from '#analysis/classify';
import type { Dataset } from './dataset';
import { areasReached, missionCare } from './mission-reach';
import { runningMissions } from './missions';
import type { Reach } from './reach-by/reach';
import type { ResolvedQuestion } from './resolve-question';

/** Missions that give the service on the day, area by area. */
export interface MissionsHere {
  /** By area: numbers of the missions that reach it, ascending. */
  readonly running: ReadonlyMap<number, readonly number[]>;
  /** By area: share of its people within reach of a mission, and of a ready structure whatever the missions; both in [0, 1]. Only where a mission runs. */
  readonly shares: ReadonlyMap<number, { readonly mission: number; readonly structure: number }>;
}

export function missionsHere(dataset: Dataset, { parameters: { areaType }, judging }: ResolvedQuestion, reach: Reach, care: PointCare): MissionsHere {
  const level = dataset.levels.level(areaType);
  const running = new Map<number, number[]>();
  for (const number of runningMissions(dataset.missions, judging)) {
    for (const area of areasReached(dataset, number, areaType, reach)) running.set(area, [...(running.get(area) ?? []), number]);
  }
  const shares = new Map<number, { mission: number; structure: number }>();
  if (running.size === 0) return { running, shares };
  const { ready } = missionCare(dataset, judging, reach);
  const mass = { mission: new Float64Array(level.areaCount), structure: new Float64Array(level.areaCount) };
  level.areaOfPoint.forEach((area, point) => {
    if (area < 0 || !running.has(area)) return;
    if (ready[point] === 1) mass.mission[area] = (mass.mission[area] ?? 0) + (level.mass[point] ?? 0);
    if ((care.toReady[point] ?? Infinity) <= reach.limit) mass.structure[area] = (mass.structure[area] ?? 0) + (level.mass[point] ?? 0);
  });
  for (const area of running.keys()) {
    const total = level.totalMass[area] ?? 0;
    shares.set(area, total === 0 ? { mission: 0, structure: 0 } : { mission: (mass.mission[area] ?? 0) / total, structure: (mass.structure[area] ?? 0) / total });
  }
  return { running, shares };
}
