import { type RasterPlacement, utmZoneOf } from '#domain/raster-placement';
import type { LngLat } from '#domain/units';
import { fromUtm, toUtm, WGS84_A, WGS84_E2 } from './utm';

/** The cells of a raster on the Earth. Cells are numbered row by row from the north-west; positions are degrees, EPSG:4326. */
export interface RasterFrame {
  readonly placement: RasterPlacement;
  /** True where the last column touches the first one: a grid all round the Earth. */
  readonly wraps: boolean;
  /** Column and row of a position, fractions of a cell included; outside the grid too. */
  readonly gridOf: (lng: number, lat: number) => [column: number, row: number];
  /** Cell that holds a position; −1: outside. The outer border belongs to the grid; between two cells, the eastern or southern one. */
  readonly cellOf: (lng: number, lat: number) => number;
  /** Centre of a cell. */
  readonly lngLatOf: (cell: number) => LngLat;
  /** Position of a column and row, fractions of a cell included. */
  readonly positionOf: (column: number, row: number) => LngLat;
}

const FULL_CIRCLE = 360;
/** Grids are written with rounded steps: a circle that lacks less than this part of a cell is closed. */
const CLOSED = 0.01;

export function frameOf(placement: RasterPlacement): RasterFrame {
  const { width, height, west, north, cellX, cellY, crs } = placement;
  const utm = utmZoneOf(crs);
  const gridOf = (lng: number, lat: number): [number, number] => {
    const [x, y] = utm === null ? [lng, lat] : toUtm(utm, lng, lat);
    const column = (x - west) / cellX;
    return [utm === null ? turned(column, width, FULL_CIRCLE / cellX) : column, (north - y) / cellY];
  };
  const positionOf = (column: number, row: number): LngLat => {
    const [x, y] = [west + column * cellX, north - row * cellY];
    return utm === null ? [x > 180 ? x - FULL_CIRCLE : x, y] : fromUtm(utm, x, y);
  };
  return {
    placement,
    wraps: utm === null && Math.abs(width * cellX - FULL_CIRCLE) < CLOSED * cellX,
    gridOf,
    positionOf,
    cellOf(lng, lat) {
      const [column, row] = gridOf(lng, lat);
      if (!(column >= 0 && row >= 0 && column <= width && row <= height)) return -1;
      return Math.min(height - 1, Math.floor(row)) * width + Math.min(width - 1, Math.floor(column));
    },
    lngLatOf: (cell) => positionOf((cell % width) + 0.5, Math.floor(cell / width) + 0.5),
  };
}

/** A grid that begins at 0° or beyond 180° holds the same longitudes under another number. */
function turned(column: number, width: number, circle: number): number {
  if (column >= 0 && column <= width) return column;
  const again = column - circle * Math.floor(column / circle);
  return again <= width ? again : column;
}

/**
 * True size of the cells of each row, metres: constant in UTM (grid metres, whose scale is within 0.1 %), and on the WGS 84 ellipsoid at the
 * latitude of the middle of the row for degrees.
 */
export function cellSizesOf({ crs, height, north, cellX, cellY }: RasterPlacement): { readonly cellWidthM: Float64Array; readonly cellHeightM: Float64Array } {
  if (utmZoneOf(crs) !== null) return { cellWidthM: new Float64Array(height).fill(cellX), cellHeightM: new Float64Array(height).fill(cellY) };
  const radians = Math.PI / 180;
  const cellWidthM = new Float64Array(height);
  const cellHeightM = new Float64Array(height);
  for (let row = 0; row < height; row += 1) {
    const phi = (north - (row + 0.5) * cellY) * radians;
    const w = 1 - WGS84_E2 * Math.sin(phi) ** 2;
    cellWidthM[row] = (WGS84_A / Math.sqrt(w)) * Math.cos(phi) * cellX * radians;
    cellHeightM[row] = ((WGS84_A * (1 - WGS84_E2)) / w ** 1.5) * cellY * radians;
  }
  return { cellWidthM, cellHeightM };
}

const EDGE_STEPS = 32;

/** West, south, east, north, degrees, of everything in the grid. The sides of a UTM grid are curved: they are followed. */
export function boundsOf({ placement: { width, height }, positionOf }: RasterFrame): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let step = 0; step <= EDGE_STEPS; step += 1) {
    const [column, row] = [(width * step) / EDGE_STEPS, (height * step) / EDGE_STEPS];
    for (const [lng, lat] of [positionOf(column, 0), positionOf(column, height), positionOf(0, row), positionOf(width, row)]) {
      [west, south, east, north] = [Math.min(west, lng), Math.min(south, lat), Math.max(east, lng), Math.max(north, lat)];
    }
  }
  return [west, south, east, north];
}
