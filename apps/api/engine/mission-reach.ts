import { locate } from '#analysis/polygon-index';
import type { AreaType } from '#domain/records';
import type { Dataset } from './dataset';
import { type KnownMission, runningMissions } from './missions';
import { pointsOfAreas } from './points-of-areas';
import type { Reach } from './reach-by/reach';
import type { ResolvedJudging } from './resolve-question';

/** Care that missions give at the demand points on a day. */
export interface MissionCare {
  /** 1: a team gives the service here. */
  readonly ready: Uint8Array;
  /** 1: a team gives it somewhere in the territory or province, nobody knows where: at most to assess (decision 0004). Null: of none is so little known. */
  readonly somewhere: Uint8Array | null;
}

const DAYS_KEPT = 12;
const AREAS_KEPT = 2000;

/** Where the missions of a service give care on a day: where the metric says that people get to the team; without a point, in their area. */
export function missionCare(dataset: Dataset, judging: ResolvedJudging, reach: Reach): MissionCare {
  const running = runningMissions(dataset.missions, judging);
  return dataset.memory.recall('missionCare', DAYS_KEPT, `${running.join(' ')} ${reach.key}`, () => careOf(dataset, running.map((number) => reachedFrom(dataset, number, reach))));
}

/** The same, without memory, where a team may not get to every point: `gets` says whether it does, by number of the mission and of the point. */
export const missionCareWhere = (dataset: Dataset, judging: ResolvedJudging, reach: Reach, gets: (mission: number, point: number) => boolean): MissionCare =>
  careOf(dataset, runningMissions(dataset.missions, judging).map((number) => {
    const { mission, points } = reachedFrom(dataset, number, reach);
    return { mission, points: points?.filter((point) => gets(number, point)) ?? null };
  }));

/** A mission with the points that it gives care to; null: to its area. */
interface Reached {
  readonly mission: KnownMission;
  readonly points: readonly number[] | null;
}

function reachedFrom({ missions }: Dataset, number: number, reach: Reach): Reached {
  const mission = missions[number];
  if (mission === undefined) throw new Error(`mission ${number} of ${missions.length}`);
  return { mission, points: reach.missionPoints(mission) };
}

function careOf(dataset: Dataset, reached: readonly Reached[]): MissionCare {
  const byArea = reached.flatMap(({ mission, points }) => (points === null ? [mission] : []));
  const fine = byArea.filter((mission) => isFine(dataset, mission));
  const coarse = byArea.filter((mission) => !isFine(dataset, mission));
  const ready = pointsOfAreas(dataset, areasOf(fine));
  for (const { points } of reached) for (const point of points ?? []) ready[point] = 1;
  return { ready, somewhere: coarse.length === 0 ? null : pointsOfAreas(dataset, areasOf(coarse)) };
}

const areasOf = (missions: readonly KnownMission[]) => missions.flatMap(({ area }) => area ?? []);

/** Is the area that it is known by one that people are placed in, or finer? */
const isFine = ({ base }: Dataset, { area }: KnownMission): boolean => area !== null && (area.type === base || area.type === 'healthArea' || area.type === 'healthZone');

/** Areas of a level that a mission lies in or gives care to, ascending. */
export function areasReached(dataset: Dataset, mission: number, type: AreaType, reach: Reach): readonly number[] {
  return dataset.memory.recall('missionAreas', AREAS_KEPT, `${mission} ${type} ${reach.key}`, () => {
    const one = dataset.missions[mission];
    const areas = new Set(one === undefined ? [] : ownAreas(dataset, one, type));
    const { areaOfPoint } = dataset.levels.level(type);
    for (const point of (one === undefined ? null : reach.missionPoints(one)) ?? []) areas.add(areaOfPoint[point] ?? -1);
    areas.delete(-1);
    return [...areas].sort((a, b) => a - b);
  });
}

/** Where its point lies, by outline where the level has outlines; without a point, all that its area touches. */
function ownAreas({ sets, levels }: Dataset, { lngLat, area }: KnownMission, type: AreaType): readonly number[] {
  if (lngLat === null) return area === null ? [] : levels.touched(area, type);
  if (sets[type].hasOutlines) return [locate(sets[type].index, lngLat[0], lngLat[1])];
  return area === null ? [] : [levels.ancestor(area, type)];
}
