import type { Issue } from '#domain/issue';
import type { IssueCode } from '#domain/issue-codes';
import type { MultiPolygon } from '#domain/records';
import type { LngLat } from '#domain/units';
import { COUNTRY_BOXES } from './country-boxes';

/** West, south, east, north, degrees. */
export type Bbox = readonly [west: number, south: number, east: number, north: number];
type Ring = readonly (readonly number[])[];

/** A geometry as a file has it: nothing of it is checked yet. */
export interface RawGeometry {
  readonly type: unknown;
  /** A collection of geometries has none; it is not accepted anywhere. */
  readonly coordinates?: unknown;
}

/** A fault of a geometry: the code of the issue, what was found, what was expected. */
export interface GeometryFault {
  readonly code: Extract<IssueCode, 'geometryMissing' | 'geometryType' | 'ringUnclosed' | 'ringTooShort' | 'coordinatesOutOfRange'>;
  readonly value: string | null;
  readonly expected: string | null;
}

export const faultOf = (code: GeometryFault['code'], value: string | null, expected: string | null): GeometryFault => ({ code, value, expected });

export const isPosition = (lng: unknown, lat: unknown): boolean =>
  typeof lng === 'number' && typeof lat === 'number' && Math.abs(lng) <= 180 && Math.abs(lat) <= 90;

/** What is wrong with one ring, EPSG:4326: out of range or not finite, not closed, fewer than four points or three different ones. Null: nothing. */
export function ringFault(ring: unknown): GeometryFault | null {
  if (!Array.isArray(ring)) return faultOf('geometryType', JSON.stringify(ring), 'ring');
  const positions = ring as Ring;
  const outside = positions.find((position) => !Array.isArray(position) || !isPosition(position[0], position[1]));
  if (outside) return faultOf('coordinatesOutOfRange', JSON.stringify(outside).slice(0, 80), 'longitude −180…180, latitude −90…90');
  const first = positions[0];
  const last = positions.at(-1);
  if (first === undefined || last === undefined) return faultOf('ringTooShort', '0', '≥ 4');
  if (first[0] !== last[0] || first[1] !== last[1]) return faultOf('ringUnclosed', `${JSON.stringify(first)} … ${JSON.stringify(last)}`, JSON.stringify(first));
  const different = new Set(positions.map(([lng, lat]) => `${String(lng)} ${String(lat)}`)).size;
  return positions.length < 4 || different < 3 ? faultOf('ringTooShort', String(positions.length), '≥ 4') : null;
}

/** A Polygon or MultiPolygon of a file as a MultiPolygon of closed rings in range, altitudes dropped; or what is wrong with it. */
export function checkedMultiPolygon(geometry: RawGeometry | null): { geometry: MultiPolygon } | GeometryFault {
  if (geometry === null) return faultOf('geometryMissing', null, 'Polygon, MultiPolygon');
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return faultOf('geometryType', String(geometry.type), 'Polygon, MultiPolygon');
  const polygons: unknown = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  if (!Array.isArray(polygons) || polygons.length === 0) return faultOf('geometryMissing', geometry.type, 'Polygon, MultiPolygon');
  for (const polygon of polygons as unknown[]) {
    if (!Array.isArray(polygon) || polygon.length === 0) return faultOf('geometryMissing', geometry.type, 'ring');
    for (const ring of polygon as unknown[]) {
      const fault = ringFault(ring);
      if (fault) return fault;
    }
  }
  const coordinates = (polygons as Ring[][]).map((rings) => rings.map((ring) => ring.map(([lng = 0, lat = 0]) => [lng, lat])));
  return { geometry: { type: 'MultiPolygon', coordinates } };
}

const GEOGRAPHIC = /CRS:?84|EPSG:{1,2}(?:[\d.]*:)?4326$|^4326$|^WGS[ _-]?84$/i;

/** Whether a named coordinate system is longitude, latitude on WGS 84. A file that names none means it (RFC 7946). */
export const isDegreesCrs = (name: string | null): boolean => name === null || GEOGRAPHIC.test(name.trim());

/** Every position of a geometry, as it stands in the file, without any check. */
export function* positionsOf(geometry: RawGeometry | null): Generator<readonly [number, number]> {
  if (geometry === null) return;
  const stack: unknown[] = [geometry.coordinates];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    if (!Array.isArray(item)) continue;
    const [lng, lat] = item as unknown[];
    if (typeof lng === 'number' && typeof lat === 'number') yield [lng, lat];
    else for (const part of item as unknown[]) stack.push(part);
  }
}

/** Degrees by which a box is widened: outlines at 1:50 million, and facilities just over the border. */
const MARGIN = 1;

const isInside = (lng: number, lat: number, [west, south, east, north]: Bbox): boolean =>
  lng >= west - MARGIN && lng <= east + MARGIN && lat >= south - MARGIN && lat <= north + MARGIN;

/**
 * Whether longitude and latitude seem swapped: most points lie outside the expected box, and most would lie inside if turned.
 * False where the box cannot tell (both ways inside), and for no points.
 */
export function looksSwapped(points: Iterable<LngLat>, expected: Bbox): boolean {
  let count = 0;
  let inside = 0;
  let insideTurned = 0;
  for (const [lng, lat] of points) {
    count++;
    if (isInside(lng, lat, expected)) inside++;
    if (isInside(lat, lng, expected)) insideTurned++;
  }
  return inside * 2 < count && insideTurned * 2 > count;
}

const boxByCode = new Map(Object.entries(COUNTRY_BOXES).flatMap(([codes, box]) => codes.split(' ').map((code): [string, Bbox] => [code, box])));

/** Bounding box of a country by ISO 3166 alpha-2 or alpha-3; null for a code that is none, such as the `XX` of exercises. */
export const countryBox = (code: string): Bbox | null => boxByCode.get(code.toUpperCase()) ?? null;

/** A row of the file told where it is wrong. */
export const geometryIssue = (fault: GeometryFault, row: number): Issue => ({ ...fault, severity: 'error', row, column: 'geometry' });
