import type { AreaLevel } from './area-level';
import type { PointSet } from './sphere';

/** For each area, the sites that lie in it or reach at least one of its points: `site[start[a]]` up to `site[start[a + 1]]`, ascending. */
export interface ReachingSites {
  readonly start: Int32Array;
  readonly site: Int32Array;
}

/**
 * Which sites count for which area under a threshold. `areaOfSite`: the area a site is known to lie in, −1 for none; a site without
 * a position (NaN) reaches no point and counts for its own area only. `km` 0 under `sameArea`.
 */
export function reachingSites(_points: PointSet, level: Pick<AreaLevel, 'areaCount' | 'areaOfPoint'>, _sites: { readonly lng: Float64Array; readonly lat: Float64Array; readonly areaOfSite: Int32Array }, _km: number): ReachingSites {
  return { start: new Int32Array(level.areaCount + 1), site: new Int32Array(0) };
}
