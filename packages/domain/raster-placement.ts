import { z } from 'zod';

/** Coordinate systems in which rasters are taken: WGS 84 in degrees, or WGS 84 / UTM in metres. */
export const RASTER_CRS = /^EPSG:(4326|32[67](0[1-9]|[1-5]\d|60))$/;

/**
 * Where the cells of a raster lie: rows from north to south, columns from west to east, no rotation.
 * Lengths in the unit of the coordinate system: degrees for `EPSG:4326`, metres for UTM.
 */
export const rasterPlacement = z.object({
  crs: z.string().regex(RASTER_CRS),
  width: z.int().positive(),
  height: z.int().positive(),
  /** Outer corner of the first cell. */
  west: z.number(),
  north: z.number(),
  /** Size of a cell. */
  cellX: z.number().positive(),
  cellY: z.number().positive(),
});
export type RasterPlacement = z.infer<typeof rasterPlacement>;

/** Zone and hemisphere of a UTM system; null: degrees. */
export function utmZoneOf(crs: string): { readonly zone: number; readonly south: boolean } | null {
  const found = /^EPSG:32([67])(\d\d)$/.exec(crs);
  return found === null ? null : { zone: Number(found[2]), south: found[1] === '7' };
}
