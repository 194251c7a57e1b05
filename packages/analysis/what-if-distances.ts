import type { ClosedRegions } from './closed-regions';
import { buildSites, nearestSites } from './nearest';
import { eachRun, type SiteIndex } from './site-grid';
import { buildPoints, chordSquaredBetween, chordToKm, kmToChordSquared, type PointSet } from './sphere';

/** All sites by number, and which of them count, before something is tried out and after. A site without a position (NaN) is near nothing. */
export interface TriedSites {
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  /** 1: counts. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

export interface TriedDemand {
  readonly points: PointSet;
  /** The same points, to be found from a site (`indexDemand`). */
  readonly index: SiteIndex;
}

/**
 * Distances to the nearest site that counts once some more count, others no longer, and nobody passes certain borders. `before`: those to the sites
 * that count before, as `nearestSites` gives them. Up to `km` the answer equals `nearestSites` over the sites of a point's own region that count after;
 * beyond it, it is sure only that the distance is beyond. Touches no other points than those within `km` of a site that changes, and those behind a border.
 */
export function distancesAfter({ points, index }: TriedDemand, before: Float64Array, sites: TriedSites, km: number, regions: ClosedRegions | null): Float64Array {
  const after = before.slice();
  const regionOf = (point: number): number => regions?.ofPoint[point] ?? 0;
  const isOpen = (site: number): boolean => (regions?.ofSite[site] ?? 0) === 0;
  const numbers = (accept: (site: number) => boolean): Int32Array => numbersWhere(sites.before.length, accept);
  const measure = (concerned: Int32Array, from: Int32Array): void => {
    const { distanceKm } = nearestSites(somePoints(points, concerned), sitesOf(sites, from));
    concerned.forEach((point, i) => (after[point] = distanceKm[i] ?? Infinity));
  };

  const gone = numbers((site) => sites.before[site] === 1 && !(sites.after[site] === 1 && isOpen(site)));
  const orphaned = new Set<number>();
  eachPointNear(index, sites, gone, km, (point, distanceKm) => {
    if (before[point] === distanceKm && regionOf(point) === 0) orphaned.add(point);
  });
  if (orphaned.size > 0) measure(Int32Array.from(orphaned), numbers((site) => sites.before[site] === 1 && sites.after[site] === 1 && isOpen(site)));

  const come = numbers((site) => sites.before[site] === 0 && sites.after[site] === 1 && isOpen(site));
  eachPointNear(index, sites, come, km, (point, distanceKm) => {
    if (distanceKm < (after[point] ?? Infinity) && regionOf(point) === 0) after[point] = distanceKm;
  });

  for (let region = 1; regions !== null && region < regions.count; region += 1) {
    measure(numbersWhere(regions.ofPoint.length, (point) => regions.ofPoint[point] === region), numbers((site) => sites.after[site] === 1 && regions.ofSite[site] === region));
  }
  return after;
}

function numbersWhere(count: number, accept: (number: number) => boolean): Int32Array {
  const found: number[] = [];
  for (let number = 0; number < count; number += 1) if (accept(number)) found.push(number);
  return Int32Array.from(found);
}

/** Visits every point within `km` of each site, with the same figure as `nearestSites` gives. */
function eachPointNear(index: SiteIndex, { lng, lat }: TriedSites, numbers: Int32Array, km: number, visit: (point: number, distanceKm: number) => void): void {
  const from = buildPoints(Float64Array.from(numbers, (site) => lng[site] ?? NaN), Float64Array.from(numbers, (site) => lat[site] ?? NaN));
  const chord = Math.sqrt(kmToChordSquared(km));
  for (let i = 0; i < numbers.length; i += 1) {
    if (!Number.isFinite(from.x[i])) continue;
    eachRun(index, from.lng[i] ?? 0, from.lat[i] ?? 0, chord, (first, stop) => {
      for (let place = first; place < stop; place += 1) {
        const distanceKm = chordToKm(chordSquaredBetween(from, i, index.points, place));
        if (distanceKm <= km) visit(index.number[place] ?? -1, distanceKm);
      }
    });
  }
}

const sitesOf = ({ lng, lat }: TriedSites, numbers: Int32Array): SiteIndex => buildSites(Float64Array.from(numbers, (site) => lng[site] ?? NaN), Float64Array.from(numbers, (site) => lat[site] ?? NaN));

function somePoints({ lng, lat, x, y, z }: PointSet, numbers: Int32Array): PointSet {
  const some = (values: Float64Array): Float64Array => Float64Array.from(numbers, (point) => values[point] ?? NaN);
  return { lng: some(lng), lat: some(lat), x: some(x), y: some(y), z: some(z) };
}
