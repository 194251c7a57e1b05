import { buildPoints, type PointSet } from './sphere';

/**
 * Sites in rows of latitude, each row cut into columns of longitude, sites of a row lying next to each other in memory: any stretch of a
 * row is one run of the arrays. Longitudes are counted eastward from the far side of the widest empty stretch, so no site lies astride.
 */
export interface SiteIndex {
  readonly count: number;
  readonly rows: number;
  readonly columns: number;
  readonly south: number;
  readonly rowsPerDegree: number;
  /** Longitude from which columns are counted, and the degrees that they fill. */
  readonly west: number;
  readonly widthDegrees: number;
  readonly columnsPerDegree: number;
  /** Sites of a cell: `cellStart[row * columns + column]` up to the next, in the order of `number` and `points`. */
  readonly cellStart: Int32Array;
  readonly number: Int32Array;
  readonly points: PointSet;
}

/** Indexes sites by position, degrees EPSG:4326. The number of a site is its place in the arrays. One without a finite position is never found. */
export function buildSites(lng: Float64Array, lat: Float64Array): SiteIndex {
  const placed: number[] = [];
  for (let site = 0; site < lng.length; site += 1) if (Number.isFinite(lng[site]) && Number.isFinite(lat[site])) placed.push(site);
  const { west, widthDegrees } = arcOf(placed.map((site) => eastOf(0, lng[site] ?? 0)));
  let [south, north] = [Infinity, -Infinity];
  for (const site of placed) {
    south = Math.min(south, lat[site] ?? 0);
    north = Math.max(north, lat[site] ?? 0);
  }
  // About two cells to a site, as wide as high; then columns four times finer, which cost nothing: a run crosses them.
  const height = Math.max(north - south, 1e-9);
  const width = Math.max(widthDegrees, 1e-9);
  const rows = Math.max(1, Math.min(2048, placed.length, Math.round(Math.sqrt((placed.length * 2) * (height / width)))));
  const columns = Math.max(1, Math.min(4096, Math.round((8 * placed.length) / rows)));
  const half = { rows, columns, south, rowsPerDegree: rows / height, west, widthDegrees, columnsPerDegree: columns / width };

  const cellStart = new Int32Array(rows * columns + 1);
  const cells = placed.map((site) => siteRow(half, lat[site] ?? 0) * columns + siteColumn(half, eastOf(west, lng[site] ?? 0)));
  for (const cell of cells) cellStart[cell + 1] = (cellStart[cell + 1] ?? 0) + 1;
  for (let cell = 1; cell < cellStart.length; cell += 1) cellStart[cell] = (cellStart[cell] ?? 0) + (cellStart[cell - 1] ?? 0);
  const next = cellStart.slice();
  const number = new Int32Array(placed.length);
  placed.forEach((site, i) => {
    const cell = cells[i] ?? 0;
    const place = next[cell] ?? 0;
    number[place] = site;
    next[cell] = place + 1;
  });
  const points = buildPoints(Float64Array.from(number, (site) => lng[site] ?? NaN), Float64Array.from(number, (site) => lat[site] ?? NaN));
  return { ...half, count: lng.length, cellStart, number, points };
}

/**
 * Degrees eastward from `west` (in [0, 360)) to a longitude, in [0, 360). The longitude is first brought into [0, 360) itself, so that equal
 * positions, however written (180 and −180), always give the same figure.
 */
export function eastOf(west: number, lng: number): number {
  // The remainder is slow, and longitudes are nearly always within one turn.
  const normal = lng >= 0 && lng < 360 ? lng : lng < 0 && lng >= -180 ? lng + 360 : ((lng % 360) + 360) % 360;
  return normal >= west ? normal - west : normal - west + 360;
}

type Rows = Pick<SiteIndex, 'rows' | 'south' | 'rowsPerDegree'>;
type Columns = Pick<SiteIndex, 'columns' | 'columnsPerDegree'>;

/** Row of a latitude; the first or last one beyond them. */
export function siteRow({ rows, south, rowsPerDegree }: Rows, lat: number): number {
  const row = Math.floor((lat - south) * rowsPerDegree);
  return row >= rows ? rows - 1 : row > 0 ? row : 0;
}

export function siteColumn({ columns, columnsPerDegree }: Columns, east: number): number {
  const column = Math.floor(east * columnsPerDegree);
  return column >= columns ? columns - 1 : column > 0 ? column : 0;
}

/** The shortest arc of longitude that holds all sites: what is left when the widest empty stretch is taken out. */
function arcOf(lngs: readonly number[]): { west: number; widthDegrees: number } {
  const sorted = [...lngs].sort((a, b) => a - b);
  let west = sorted[0] ?? 0;
  let widest = west + 360 - (sorted.at(-1) ?? 0);
  for (let i = 1; i < sorted.length; i += 1) {
    const gap = (sorted[i] ?? 0) - (sorted[i - 1] ?? 0);
    if (gap > widest) [widest, west] = [gap, sorted[i] ?? 0];
  }
  return { west, widthDegrees: Math.max(0, 360 - widest) };
}

const DEGREES = 180 / Math.PI;
/** Added to every bound, degrees: far above the rounding of the arithmetic, far below any distance that matters. */
const MARGIN = 1e-9;

/** Degrees of arc that a chord of the unit sphere spans, never too few. */
export function arcDegrees(chord: number): number {
  const half = chord / 2;
  // asin(x) ≤ 1.0005 x up to x = 0.05: nearly every question, without the function.
  const arc = half < 0.05 ? 1.0005 * half : Math.asin(Math.min(1, half));
  return 2 * arc * DEGREES + MARGIN;
}

/** How far east and west of a position a circle of this chord reaches, in degrees of longitude, never too few; 360 if round a pole. */
export function lngReach(cosLat: number, chord: number): number {
  // sin Δλ = sin δ ÷ cos φ, and the chord is no shorter than the sine.
  const ratio = chord / cosLat;
  // asin(x) ≤ 1.05 x up to x = 0.5.
  if (ratio < 0.5) return 1.05 * ratio * DEGREES + MARGIN;
  return ratio < 1 ? Math.asin(ratio) * DEGREES + MARGIN : 360;
}

/**
 * Visits every run of sites (`from` up to, not including, `to`) that may hold one within a chord of a position, each once. Never misses one;
 * visits others too.
 */
export function eachRun(sites: SiteIndex, lng: number, lat: number, chord: number, visit: (from: number, to: number) => void): void {
  const degrees = arcDegrees(chord);
  const reach = lngReach(Math.cos(lat / DEGREES), chord);
  const east = eastOf(sites.west, lng);
  const firstRow = siteRow(sites, lat - degrees);
  const lastRow = siteRow(sites, lat + degrees);
  const eachRow = (firstColumn: number, lastColumn: number): void => {
    for (let row = firstRow; row <= lastRow && firstColumn <= lastColumn; row += 1) {
      const start = row * sites.columns;
      visit(sites.cellStart[start + firstColumn] ?? 0, sites.cellStart[start + lastColumn + 1] ?? 0);
    }
  };
  const firstColumn = siteColumn(sites, east - reach);
  const lastColumn = siteColumn(sites, east + reach);
  eachRow(firstColumn, lastColumn);
  // The circle may reach the sites from the other side of the meridian where columns begin. What was visited is not visited again.
  if (reach < 360 && east - reach < 0) eachRow(Math.max(lastColumn + 1, siteColumn(sites, east - reach + 360)), sites.columns - 1);
  if (reach < 360 && east + reach >= 360) eachRow(0, Math.min(firstColumn - 1, siteColumn(sites, east + reach - 360)));
}
