import { closedRegions, type ClosedRegions } from '#analysis/closed-regions';
import { locate } from '#analysis/polygon-index';
import type { LngLat } from '#domain/units';
import type { Dataset } from '../dataset';
import { nearestOnSameSide, type Sides } from '../judged-sites';
import type { AreaRef } from '../levels';
import { pointsOfAreas } from '../points-of-areas';
import { numbersWhere, READINESS } from '../structures';
import type { Reach } from './reach';

/** Positions of any kind, degrees. */
interface Positions {
  readonly lng: ArrayLike<number>;
  readonly lat: ArrayLike<number>;
}

/** On which side of the borders of closed areas points, structures and (after them, from `structures.rows.length`) missions and the positions named are; null: nothing is closed. */
export const regionsWhenClosed = (dataset: Dataset, closed: readonly AreaRef[], positions: Positions = { lng: [], lat: [] }): ClosedRegions | null =>
  closedRegions(closed.map((area) => ({
    points: pointsOfAreas(dataset, [area]),
    sites: Uint8Array.from([...structuresInside(dataset, area), ...missionsInside(dataset, area), ...positionsInside(dataset, area, positions)]),
  })));

/** Sides of positions and of structures. */
export function sidesOf(dataset: Dataset, closed: readonly AreaRef[], positions: Positions): Sides {
  const regions = regionsWhenClosed(dataset, closed, positions);
  const first = dataset.structures.rows.length + dataset.missions.length;
  return { count: regions?.count ?? 1, ofPoint: regions?.ofSite.subarray(first) ?? new Int32Array(positions.lng.length), ofStructure: regions?.ofSite ?? new Int32Array(first) };
}

/** The nearest structures of a group from the centre of each area, on its own side of the borders. */
export const nearestBehind = (dataset: Dataset, closed: readonly AreaRef[]): Reach['nearest'] => (type, judged, group) => {
  const centres = dataset.levels.centres(type);
  return nearestOnSameSide(dataset, centres, group === 'ready' ? numbersWhere(judged.level, READINESS.ready) : numbersWhere(judged.almost, 1), sidesOf(dataset, closed, centres));
};

/** Are a position and a structure on the same side of every border? */
export const isOnSameSide = ({ sets, structures }: Dataset, closed: readonly AreaRef[], lngLat: LngLat, structure: number): boolean =>
  closed.every(({ type, number }) => (locate(sets[type].index, ...lngLat) === number) === (structures.areaOf[type][structure] === number));

/** Teams too do not cross a closed border, whatever the metric. */
export function missionPointsBehind(dataset: Dataset, closed: readonly AreaRef[], { missionPoints }: Pick<Reach, 'missionPoints'>): Reach['missionPoints'] {
  const regions = regionsWhenClosed(dataset, closed);
  const first = dataset.structures.rows.length;
  return (mission) => {
    const side = regions?.ofSite[first + dataset.missions.indexOf(mission)];
    return missionPoints(mission)?.filter((point) => regions?.ofPoint[point] === side) ?? null;
  };
}

/** Names closed areas in memory, whatever their order. */
export const closedKey = (closed: readonly AreaRef[]): string => closed.map(({ type, number }) => `${type} ${number}`).sort().join(', ');

const structuresInside = ({ structures }: Dataset, { type, number }: AreaRef): Int32Array => structures.areaOf[type].map((own) => (own === number ? 1 : 0));

/** By outline; one without a point gives its care all over its own area and is on no side. */
const missionsInside = ({ missions, sets }: Dataset, { type, number }: AreaRef): number[] => missions.map(({ lngLat }) => (lngLat !== null && locate(sets[type].index, lngLat[0], lngLat[1]) === number ? 1 : 0));

const positionsInside = ({ sets }: Dataset, { type, number }: AreaRef, { lng, lat }: Positions): number[] => Array.from(lng, (degrees, i) => (locate(sets[type].index, degrees, lat[i] ?? NaN) === number ? 1 : 0));
