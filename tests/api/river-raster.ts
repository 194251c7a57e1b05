import type { RasterPlacement } from '#domain/raster-placement';
import { writeTiff } from '../write-tiff';

/**
 * A river without a bridge between D, where all 2,000 people of zone 3 of the hand-made country live (22.5, 0.5), and Hôpital Trois (22.53, 0.5): cells of
 * 0.01°, D in the middle of column 5 and the hospital of column 8, both in row 0; columns 6 and 7 are water down to row 8, and row 9 leads round it:
 * 219.43 min.
 */
const AROUND: RasterPlacement = { crs: 'EPSG:4326', width: 12, height: 10, west: 22.445, north: 0.505, cellX: 0.01, cellY: 0.01 };
const isWater = (column: number, row: number): boolean => (column === 6 || column === 7) && row < 9;
/** Friction, minutes per metre, as a GeoTIFF. */
export const RIVER = writeTiff(AROUND, Array.from({ length: 120 }, (_, cell) => (isWater(cell % 12, Math.floor(cell / 12)) ? -9999 : 0.01)), { nodata: -9999 });
