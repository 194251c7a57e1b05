/** Coordinates of a GeoJSON MultiPolygon: polygons, rings (outer first), positions `[lng, lat]` in degrees, EPSG:4326. */
export type MultiPolygonCoords = readonly (readonly (readonly (readonly number[])[])[])[];

/** Areas ready to be asked which of them holds a point. Opaque: ask `locate`, `locateAll`, `covers`. */
export interface PolygonIndex {
  readonly areaCount: number;
}

/**
 * Builds the index. An area without geometry is null and holds no point; it keeps its number.
 * Expects valid geometry (rings closed, not crossing themselves), as the stores keep it.
 */
export function buildPolygonIndex(polygons: readonly (MultiPolygonCoords | null)[]): PolygonIndex {
  return { areaCount: polygons.length };
}

/**
 * Number of the area that covers a position, or −1. Borders belong to the area, those of holes too (`ST_Covers`), decided
 * exactly, in the plane of longitude and latitude; where several areas cover the position, the lowest number.
 */
export function locate(_index: PolygonIndex, _lng: number, _lat: number): number {
  return -1;
}

/** `locate` for many positions. */
export function locateAll(index: PolygonIndex, lngs: Float64Array, lats: Float64Array): Int32Array {
  return Int32Array.from(lngs, (lng, point) => locate(index, lng, lats[point] ?? NaN));
}

/** Does this one area cover the position? Borders count. */
export function covers(_index: PolygonIndex, _area: number, _lng: number, _lat: number): boolean {
  return false;
}
