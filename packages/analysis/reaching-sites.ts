import type { AreaLevel } from './area-level';
import { buildSites, withinKm, type SiteIndex } from './nearest';

/** For each area, the sites that lie in it or reach at least one of its points: `site[start[a]]` up to `site[start[a + 1]]`, ascending. */
export interface ReachingSites {
  readonly start: Int32Array;
  readonly site: Int32Array;
}

/** Sites with what is known of where they are: a position (NaN: none) and the area of the level that holds them (−1: not known). */
export interface SitesOfLevel {
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  readonly areaOfSite: Int32Array;
}

/** The demand points, indexed to be found from a site. Built once per demand. */
export const indexDemand = (demand: { readonly lng: Float64Array; readonly lat: Float64Array }): SiteIndex => buildSites(demand.lng, demand.lat);

/**
 * Which sites count for which area under a reach of `km`. A site without a position reaches no point and counts for its own area only;
 * so do all under `sameArea` (`km` null).
 */
export function reachingSites(demand: SiteIndex, level: Pick<AreaLevel, 'areaCount' | 'areaOfPoint'>, sites: SitesOfLevel, km: number | null): ReachingSites {
  const pairs: { area: number; site: number }[] = [];
  const lastSite = new Int32Array(level.areaCount).fill(-1);
  for (let site = 0; site < sites.lng.length; site += 1) {
    const add = (area: number): void => {
      if (area < 0 || area >= level.areaCount || lastSite[area] === site) return;
      lastSite[area] = site;
      pairs.push({ area, site });
    };
    add(sites.areaOfSite[site] ?? -1);
    if (km === null) continue;
    for (const reached of withinKm(demand, sites.lng[site] ?? NaN, sites.lat[site] ?? NaN, km)) add(level.areaOfPoint[reached.site] ?? -1);
  }
  const start = new Int32Array(level.areaCount + 1);
  for (const { area } of pairs) start[area + 1] = (start[area + 1] ?? 0) + 1;
  for (let area = 1; area <= level.areaCount; area += 1) start[area] = (start[area] ?? 0) + (start[area - 1] ?? 0);
  const next = start.slice();
  const site = new Int32Array(pairs.length);
  for (const pair of pairs) {
    const place = next[pair.area] ?? 0;
    site[place] = pair.site;
    next[pair.area] = place + 1;
  }
  return { start, site };
}
