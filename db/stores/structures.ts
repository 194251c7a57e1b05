import type { StructureRecord, StructureType } from '#domain/records';
import type { Tier, Viewer } from '#domain/viewer';
import type { Handle, Page, PageRequest, Saved } from './handle';
import { notYet } from './not-yet';

interface AreaName {
  readonly code: string;
  readonly name: string;
}
export interface StructureItem {
  readonly id: string;
  readonly name: string;
  readonly type: StructureType;
  readonly typeAsGiven: string | null;
  readonly ownership: StructureRecord['ownership'];
  /** Null: known by area only. */
  readonly lngLat: [number, number] | null;
  /** Null: in no known area of that type. */
  readonly healthZone: AreaName | null;
  readonly territory: AreaName | null;
  readonly province: AreaName | null;
  readonly tier: Tier;
  readonly externalIds: { readonly scheme: string; readonly id: string }[];
  readonly supportedBy: string[];
  readonly source: string;
  readonly sourceRow: number | null;
}
/** Left out: no filter. A list holds alternatives. */
export interface StructureFilters {
  readonly ids?: readonly string[] | undefined;
  readonly types?: readonly StructureType[] | undefined;
  readonly ownerships?: readonly StructureRecord['ownership'][] | undefined;
  readonly healthZones?: readonly string[] | undefined;
  readonly territories?: readonly string[] | undefined;
  readonly provinces?: readonly string[] | undefined;
  /** Part of the name, whatever its case. */
  readonly search?: string | undefined;
}

export async function saveStructures(db: Handle, batchId: string, records: readonly StructureRecord[]): Promise<Saved[]> {
  return notYet(db, batchId, records);
}
/**
 * Puts every structure into its health zone, territory and province, and answers how many moved. With a position: the
 * area that covers it, on a border the one with the lowest code. Without: the declared code, or a name that fits one area only.
 */
export async function assignStructureAreas(db: Handle): Promise<number> {
  return notYet(db);
}
/** Null: there is none, or none that this viewer may see. */
export async function getStructure(db: Handle, viewer: Viewer, id: string): Promise<StructureItem | null> {
  return notYet(db, viewer, id);
}
/** By name. */
export async function listStructures(db: Handle, viewer: Viewer, page: PageRequest & { readonly filters?: StructureFilters | undefined }): Promise<Page<StructureItem>> {
  return notYet(db, viewer, page);
}
