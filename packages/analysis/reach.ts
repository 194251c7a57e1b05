import type { ReachMetric } from '#domain/gap-parameters';
import { walkingEstimateKm } from '#domain/units';

/**
 * What a threshold of a metric allows, in the unit in which distances of that metric are measured: km as the straight line, to which walking minutes
 * translate, because they are an estimate over it; minutes under `travelTime`; 0 under `sameArea`, where distances are 0 or Infinity (`sameAreaKm`).
 */
export function reachLimit(metric: ReachMetric, threshold: number): number {
  switch (metric) {
    case 'straightLine':
      return threshold;
    case 'walkingEstimate':
      return walkingEstimateKm(threshold);
    case 'travelTime':
      return threshold;
    case 'sameArea':
      return 0;
  }
}

/** Marks areas by number: 1 for each one listed; numbers outside the level (−1: not known) are passed over. */
export function markAreas(areaCount: number, areas: Iterable<number>): Uint8Array {
  const marked = new Uint8Array(areaCount);
  for (const area of areas) if (area >= 0 && area < areaCount) marked[area] = 1;
  return marked;
}

/**
 * Marks the points that lie in a marked area of any of the levels: footprints of every level act point by point.
 * Also how a structure known by area only is expressed (`unknownHere` of `PointCare`).
 */
export function pointsInAreas(pointCount: number, levels: readonly { readonly areaOfPoint: Int32Array; readonly marked: Uint8Array }[]): Uint8Array {
  const inside = new Uint8Array(pointCount);
  for (const { areaOfPoint, marked } of levels) {
    for (let point = 0; point < pointCount; point += 1) {
      const area = areaOfPoint[point] ?? -1;
      if (area >= 0 && marked[area] === 1) inside[point] = 1;
    }
  }
  return inside;
}

/** Distances of the `sameArea` metric: 0 where a site lies in the point's own area, Infinity elsewhere. Sites need an area, not a position. */
export function sameAreaKm(areaOfPoint: Int32Array, hasSite: Uint8Array): Float64Array {
  return Float64Array.from(areaOfPoint, (area) => (area >= 0 && hasSite[area] === 1 ? 0 : Infinity));
}
