import type { AreaRecord, AreaType, PlaceRecord } from '#domain/records';
import type { Viewer } from '#domain/viewer';
import type { Handle, Page, PageRequest, Saved } from './handle';
import { notYet } from './not-yet';

/** People in an area that was found: code and type, never a name. */
export interface ResolvedPopulation {
  readonly areaType: AreaType;
  readonly areaCode: string;
  readonly value: number;
  readonly year: number | null;
  readonly source: string;
  readonly sourceRow: number | null;
}
/** What names resolve against. `codes`: other codings of the same area, by scheme. */
export interface AreaIndexEntry {
  readonly type: AreaType;
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  readonly codes: Record<string, string>;
}
/** `population` null: not known. Of several, the one of the newest year, then the one loaded last. */
export interface AreaListItem {
  readonly id: string;
  readonly code: string;
  readonly type: AreaType;
  readonly name: string;
  readonly parentCode: string | null;
  readonly population: { readonly value: number; readonly year: number | null; readonly source: string } | null;
  readonly hasGeometry: boolean;
  readonly codes: Record<string, string>;
  readonly source: string;
  readonly sourceRow: number | null;
}

/** Geometries are those that `checkGeometries` gave back. */
export async function saveAreas(db: Handle, batchId: string, records: readonly AreaRecord[]): Promise<Saved[]> {
  return notYet(db, batchId, records);
}
/** Throws if an area is not there: the caller resolves first. */
export async function savePopulations(db: Handle, batchId: string, records: readonly ResolvedPopulation[]): Promise<Saved[]> {
  return notYet(db, batchId, records);
}
export async function savePlaces(db: Handle, batchId: string, records: readonly PlaceRecord[]): Promise<Saved[]> {
  return notYet(db, batchId, records);
}
export async function areaIndex(db: Handle): Promise<AreaIndexEntry[]> {
  return notYet(db);
}
/** West, south, east, north in degrees; null while no area has a geometry. */
export async function areasExtent(db: Handle): Promise<[number, number, number, number] | null> {
  return notYet(db);
}
export async function listAreas(db: Handle, viewer: Viewer, page: PageRequest & { readonly type?: AreaType | undefined }): Promise<Page<AreaListItem>> {
  return notYet(db, viewer, page);
}
/** Outlines as GeoJSON text (MultiPolygon, EPSG:4326), by code. `toleranceDeg` simplifies for the screen. Areas without a geometry are left out. */
export async function* listAreaGeometries(db: Handle, viewer: Viewer, type: AreaType, options: { readonly toleranceDeg?: number | undefined } = {}): AsyncIterable<{ code: string; geojson: string }> {
  yield notYet(db, viewer, type, options);
}
