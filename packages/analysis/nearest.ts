import { EARTH_RADIUS_KM } from '#domain/units';
import { arcDegrees, eachRun, eastOf, lngReach, siteColumn, siteRow, type SiteIndex } from './site-grid';
import { buildPoints, chordSquaredBetween, chordToKm, kmToChordSquared, type PointSet } from './sphere';

export { buildSites, type SiteIndex } from './site-grid';

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

/** The nearest site of each point, exactly, on the sphere (poles and antimeridian included); ties to the lowest site number. */
export function nearestSites(points: PointSet, sites: SiteIndex): Nearest {
  const count = points.lng.length;
  const distanceKm = new Float64Array(count).fill(Infinity);
  const site = new Int32Array(count).fill(-1);
  if (sites.number.length === 0) return { distanceKm, site };
  const search = new NearestSearch(sites);
  for (let point = 0; point < count; point += 1) {
    if (!Number.isFinite(points.x[point])) continue;
    search.find(points, point);
    distanceKm[point] = chordToKm(search.chordSquared);
    site[point] = sites.number[search.place] ?? -1;
  }
  return { distanceKm, site };
}

/** One search after another over the same sites: demand points come area by area, row by row, and the last answer is a good first guess. */
class NearestSearch {
  place = 0;
  chordSquared = Infinity;
  private x = 0;
  private y = 0;
  private z = 0;
  private readonly sites: SiteIndex;
  /** A guess further off than about three rows is worth improving before it bounds the search. */
  private readonly farChordSquared: number;

  constructor(sites: SiteIndex) {
    this.sites = sites;
    this.farChordSquared = (((3 / sites.rowsPerDegree) * Math.PI) / 180) ** 2;
  }

  find(points: PointSet, point: number): void {
    const { sites } = this;
    const lat = points.lat[point] ?? 0;
    const east = eastOf(sites.west, points.lng[point] ?? 0);
    this.x = points.x[point] ?? 0;
    this.y = points.y[point] ?? 0;
    this.z = points.z[point] ?? 0;
    this.chordSquared = Infinity;
    this.tryRun(this.place, this.place + 1);
    if (this.chordSquared > this.farChordSquared) this.probe(siteRow(sites, lat), siteColumn(sites, east));
    this.settle(lat, east);
  }

  /** Looks around the position's own cell, in ever larger blocks until there is a site: a better guess, not yet the answer. */
  private probe(row: number, column: number): void {
    const { rows, columns, cellStart } = this.sites;
    for (let size = 1, found = false; !found; size *= 2) {
      const lastRow = Math.min(rows - 1, row + size);
      const firstColumn = Math.max(0, column - 4 * size);
      const lastColumn = Math.min(columns - 1, column + 4 * size);
      for (let at = Math.max(0, row - size); at <= lastRow; at += 1) {
        const from = cellStart[at * columns + firstColumn] ?? 0;
        const to = cellStart[at * columns + lastColumn + 1] ?? 0;
        this.tryRun(from, to);
        found ||= to > from;
      }
    }
  }

  /** Whatever is nearer than the guess, or as near, lies within the circle through it. */
  private settle(lat: number, east: number): void {
    const { sites } = this;
    const chord = Math.sqrt(this.chordSquared);
    const degrees = arcDegrees(chord);
    const reach = lngReach(Math.sqrt(this.x * this.x + this.y * this.y), chord);
    const firstRow = siteRow(sites, lat - degrees);
    const lastRow = siteRow(sites, lat + degrees);
    this.tryBlock(firstRow, lastRow, siteColumn(sites, east - reach), siteColumn(sites, east + reach));
    // The circle may reach the sites from the other side of the meridian where columns begin.
    if (east - reach < 0) this.tryBlock(firstRow, lastRow, siteColumn(sites, east - reach + 360), sites.columns - 1);
    if (east + reach >= 360) this.tryBlock(firstRow, lastRow, 0, siteColumn(sites, east + reach - 360));
  }

  private tryBlock(firstRow: number, lastRow: number, firstColumn: number, lastColumn: number): void {
    const { columns, cellStart } = this.sites;
    for (let row = firstRow; row <= lastRow; row += 1) {
      this.tryRun(cellStart[row * columns + firstColumn] ?? 0, cellStart[row * columns + lastColumn + 1] ?? 0);
    }
  }

  private tryRun(from: number, to: number): void {
    const { x, y, z } = this.sites.points;
    for (let place = from; place < to; place += 1) {
      const dx = this.x - (x[place] ?? 0);
      const dy = this.y - (y[place] ?? 0);
      const dz = this.z - (z[place] ?? 0);
      const chordSquared = dx * dx + dy * dy + dz * dz;
      if (chordSquared < this.chordSquared || (chordSquared === this.chordSquared && this.isLower(place))) {
        this.chordSquared = chordSquared;
        this.place = place;
      }
    }
  }

  private isLower(place: number): boolean {
    const { number } = this.sites;
    return (number[place] ?? 0) < (number[this.place] ?? 0);
  }
}

/** The nearest site to one position among those accepted; null if there is none. Ties to the lowest number. */
export function nearestWhere(sites: SiteIndex, lng: number, lat: number, accept: (site: number) => boolean): SiteAt | null {
  // Circles of twice the radius each time, until one holds an accepted site.
  for (let km = 25; ; km *= 2) {
    const nearest = withinKm(sites, lng, lat, km).find(({ site }) => accept(site));
    if (nearest) return nearest;
    if (km > HALF_ROUND_KM) return null;
  }
}

/** All sites within `km` of a position (the bound included), nearest first, ties by site number. */
export function withinKm(sites: SiteIndex, lng: number, lat: number, km: number): SiteAt[] {
  const found: SiteAt[] = [];
  if (!Number.isFinite(lng) || !Number.isFinite(lat)) return found;
  const from = buildPoints(Float64Array.of(lng), Float64Array.of(lat));
  eachRun(sites, lng, lat, Math.sqrt(kmToChordSquared(km)), (first, stop) => {
    for (let place = first; place < stop; place += 1) {
      const distanceKm = chordToKm(chordSquaredBetween(from, 0, sites.points, place));
      if (distanceKm <= km) found.push({ site: sites.number[place] ?? -1, distanceKm });
    }
  });
  return found.sort((a, b) => a.distanceKm - b.distanceKm || a.site - b.site);
}

const HALF_ROUND_KM = Math.PI * EARTH_RADIUS_KM;
