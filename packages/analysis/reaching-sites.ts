import type { AreaLevel } from './area-level';
import { buildSites, eachRun, type SiteIndex } from './site-grid';
import { buildPoints, chordSquaredBetween, chordToKm, kmToChordSquared, type PointSet } from './sphere';

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
 * Which sites count for which area under a reach of `km`: the same bound as `classify` draws. A site without a position reaches no point and counts
 * for its own area only; so do all under `sameArea` (`km` null).
 */
export function reachingSites(demand: SiteIndex, level: Pick<AreaLevel, 'areaCount' | 'areaOfPoint'>, sites: SitesOfLevel, km: number | null): ReachingSites {
  const { areaCount } = level;
  const areaOfPlace = demand.number.map((point) => level.areaOfPoint[point] ?? -1);
  const chord = km === null ? 0 : Math.sqrt(kmToChordSquared(km));
  const nextArea = nextOtherArea(areaOfPlace);
  const from = buildPoints(sites.lng, sites.lat);
  const areas: number[] = [];
  const members: number[] = [];
  const lastSite = new Int32Array(areaCount).fill(-1);
  for (let site = 0; site < sites.lng.length; site += 1) {
    const add = (area: number): void => {
      lastSite[area] = site;
      areas.push(area);
      members.push(site);
    };
    const own = sites.areaOfSite[site] ?? -1;
    if (own >= 0 && own < areaCount) add(own);
    if (km === null || !Number.isFinite(from.x[site])) continue;
    eachRun(demand, sites.lng[site] ?? 0, sites.lat[site] ?? 0, chord, (first, stop) => {
      for (let place = first; place < stop;) {
        const area = areaOfPlace[place] ?? -1;
        // Most points lie in an area that this site is known to reach already: neither they nor those of the area beside them need a distance.
        if (area === -1 || lastSite[area] === site) place = nextArea[place] ?? stop;
        else if (isWithin(from, site, demand.points, place, km)) add(area);
        else place += 1;
      }
    });
  }
  return groupByArea(areas, members, areaCount);
}

/** The same where it is known of each site which areas it reaches. */
export function groupSitesByArea(areaCount: number, areaOfSite: Int32Array, areasReached: readonly (readonly number[])[]): ReachingSites {
  const areas: number[] = [];
  const members: number[] = [];
  const lastSite = new Int32Array(areaCount).fill(-1);
  areaOfSite.forEach((own, site) => {
    const add = (area: number): void => {
      if (area < 0 || area >= areaCount || lastSite[area] === site) return;
      lastSite[area] = site;
      areas.push(area);
      members.push(site);
    };
    add(own);
    for (const area of areasReached[site] ?? []) add(area);
  });
  return groupByArea(areas, members, areaCount);
}

/** For each place, the next one whose area is another. */
function nextOtherArea(areaOfPlace: Int32Array): Int32Array {
  const next = new Int32Array(areaOfPlace.length);
  for (let place = next.length - 1; place >= 0; place -= 1) {
    next[place] = areaOfPlace[place] === areaOfPlace[place + 1] ? (next[place + 1] ?? 0) : place + 1;
  }
  return next;
}

function isWithin(from: PointSet, site: number, points: PointSet, place: number, km: number): boolean {
  return chordToKm(chordSquaredBetween(from, site, points, place)) <= km;
}

/** Sites come in ascending order, and stay so within each area. */
function groupByArea(areas: readonly number[], members: readonly number[], areaCount: number): ReachingSites {
  const start = new Int32Array(areaCount + 1);
  for (const area of areas) start[area + 1] = (start[area + 1] ?? 0) + 1;
  for (let area = 1; area <= areaCount; area += 1) start[area] = (start[area] ?? 0) + (start[area - 1] ?? 0);
  const next = start.slice();
  const site = new Int32Array(members.length);
  areas.forEach((area, i) => {
    const place = next[area] ?? 0;
    site[place] = members[i] ?? 0;
    next[area] = place + 1;
  });
  return { start, site };
}
