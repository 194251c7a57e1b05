import type { AreaLevel } from './area-level';
import { eachRun, type SiteIndex } from './site-grid';
import { buildPoints, chordSquaredBetween, chordToKm, kmToChordSquared } from './sphere';

/** Counting stops here: two and three are what redundancy of care is told by. */
export const MOST_COUNTED = 3;

/**
 * How many sites are within `km` of each demand point, up to `MOST_COUNTED`. Sites without a position (NaN) are within reach of none.
 * `demand`: the demand points, indexed (`indexDemand`).
 */
export function countSitesWithin(demand: SiteIndex, sites: { readonly lng: Float64Array; readonly lat: Float64Array }, km: number): Uint8Array {
  const counts = new Uint8Array(demand.number.length);
  const from = buildPoints(sites.lng, sites.lat);
  const chord = Math.sqrt(kmToChordSquared(km));
  for (let site = 0; site < sites.lng.length; site += 1) {
    if (!Number.isFinite(from.x[site])) continue;
    eachRun(demand, sites.lng[site] ?? 0, sites.lat[site] ?? 0, chord, (first, stop) => {
      for (let place = first; place < stop; place += 1) {
        if (chordToKm(chordSquaredBetween(from, site, demand.points, place)) <= km) countOne(counts, demand.number[place] ?? -1);
      }
    });
  }
  return counts;
}

/** The same where it is known of each site which points it reaches (null: nobody knows). */
export function countSitesReaching(pointCount: number, sites: Iterable<number>, pointsOf: (site: number) => Int32Array | null): Uint8Array {
  const counts = new Uint8Array(pointCount);
  for (const site of sites) for (const point of pointsOf(site) ?? []) countOne(counts, point);
  return counts;
}

/** The same where a site counts for the points of its own area only (−1: no area known). */
export function countSitesInArea(areaOfPoint: Int32Array, areaCount: number, areaOfSite: Int32Array): Uint8Array {
  const perArea = new Uint8Array(areaCount);
  for (const area of areaOfSite) countOne(perArea, area);
  return Uint8Array.from(areaOfPoint, (area) => perArea[area] ?? 0);
}

function countOne(counts: Uint8Array, at: number): void {
  const count = counts[at];
  if (count !== undefined && count < MOST_COUNTED) counts[at] = count + 1;
}

/** People of each area within reach of at least `least` sites, whole. Where `peopleKnown` is 0 the sum is incomplete: show it as unknown. */
export function peopleReaching(level: Pick<AreaLevel, 'areaCount' | 'areaOfPoint' | 'people'>, counts: Uint8Array, least: number): Float64Array {
  const people = new Float64Array(level.areaCount);
  level.areaOfPoint.forEach((area, point) => {
    if (area >= 0 && (counts[point] ?? 0) >= least) people[area] = (people[area] ?? 0) + (level.people[point] ?? 0);
  });
  return people;
}
