import { closedRegions, type ClosedRegions } from '#analysis/closed-regions';
import { locate } from '#analysis/polygon-index';
import type { Dataset } from '../dataset';
import type { AreaRef } from '../levels';
import { pointsOfAreas } from '../points-of-areas';

/** On which side of the borders of closed areas points, structures and (after them, from `structures.rows.length`) missions are; null: nothing is closed. */
export const regionsWhenClosed = (dataset: Dataset, closed: readonly AreaRef[]): ClosedRegions | null =>
  closedRegions(closed.map((area) => ({
    points: pointsOfAreas(dataset, [area]),
    sites: Uint8Array.from([...structuresInside(dataset, area), ...missionsInside(dataset, area)]),
  })));

const structuresInside = ({ structures }: Dataset, { type, number }: AreaRef): Int32Array => structures.areaOf[type].map((own) => (own === number ? 1 : 0));

/** By outline; one without a point gives its care all over its own area and is on no side. */
const missionsInside = ({ missions, sets }: Dataset, { type, number }: AreaRef): number[] => missions.map(({ lngLat }) => (lngLat !== null && locate(sets[type].index, lngLat[0], lngLat[1]) === number ? 1 : 0));
