import type { AreaType } from '#domain/records';
import type { LngLat } from '#domain/units';
import type { ListRow } from '#interchange/lists/list-rows';
import { featuresHead, listProperties } from '#interchange/lists/write-list';
import type { TableMeta } from '#interchange/write-table';
import type { MovementClosure } from '#domain/reach-records';
import type { PresenceItem } from '../../contract/imports';
import type { OverlapPair } from '../../contract/records';
import type { PlacedRow } from './record-rows';
import { isRecordList, type TableName } from './tables';

/** A point inside each area, by `type:code`. */
export type AreaPoints = ReadonlyMap<string, LngLat>;

export const areaPointKey = (type: AreaType, code: string): string => `${type}:${code}`;

type Place = (row: unknown, points: AreaPoints) => LngLat[];
const at = (points: AreaPoints, types: readonly AreaType[], code: string | null): LngLat[] => {
  if (code === null) return [];
  for (const type of types) {
    const point = points.get(areaPointKey(type, code));
    if (point !== undefined) return [point];
  }
  return [];
};
const FINEST_FIRST: readonly AreaType[] = ['healthArea', 'healthZone', 'territory', 'province', 'country'];

/** Where the rows of a table are that have no position of their own: at a point inside their areas. An organisation is nowhere. */
const PLACES: Partial<Record<TableName, Place>> = {
  structures: (row) => {
    const { lng, lat } = row as ListRow;
    return typeof lng === 'number' && typeof lat === 'number' ? [[lng, lat]] : [];
  },
  initiatives: (row, points) => (row as PlacedRow).places.split(' ').flatMap((key) => {
    const point = points.get(key);
    return point === undefined ? [] : [point];
  }),
  closures: (row, points) => (row as MovementClosure).areaCodes.flatMap((code) => at(points, FINEST_FIRST, code)),
  overlaps: (row, points) => (row as OverlapPair).areaCodes.flatMap((code) => at(points, FINEST_FIRST, code)),
  presence: (row, points) => {
    const { healthZoneCode, admin2Code, admin1Code } = row as PresenceItem;
    return healthZoneCode !== null ? at(points, ['healthZone'], healthZoneCode) : admin2Code !== null ? at(points, ['territory'], admin2Code) : at(points, ['province'], admin1Code);
  },
};

/**
 * Rows of a table as GeoJSON (EPSG:4326): what a table has in its columns, or of an analysis what stands in the JSON answer, as properties; the position of the
 * row, its drawn outline, or one point inside each of its areas, as geometry. A row without either is a feature without a geometry: left out, it would look as if there were none.
 */
export function writeFeatures(table: TableName, rows: readonly unknown[], heading: TableMeta & { readonly dataVersion: number }, points: AreaPoints): Uint8Array<ArrayBuffer> {
  const place = PLACES[table];
  const properties = isRecordList(table) ? listProperties(table, rows as readonly ListRow[]) : (row: unknown) => row;
  const features = rows.map((row) => ({ type: 'Feature', geometry: outlineOf(row) ?? geometryOf(place?.(row, points) ?? []), properties: properties(row as ListRow) }));
  const sources = heading.sources.length > 0 ? heading.sources : sourcesOfRows(rows);
  return new TextEncoder().encode(JSON.stringify({ ...featuresHead({ ...heading, sources }), features }));
}

/** What the rows themselves name as their sources, by name; the two sides of a pair have one each. */
export function sourcesOfRows(rows: readonly unknown[]): string[] {
  const parts = rows.flatMap((row): unknown[] => [row, ...Object.values(row as Readonly<Record<string, unknown>>)]);
  return [...new Set(parts.flatMap((part) => (typeof part === 'object' && part !== null && 'source' in part && typeof part.source === 'string' ? [part.source] : [])))].sort();
}

/** An outline that somebody drew. */
function outlineOf(row: unknown): object | null {
  const { outline } = row as Partial<Pick<MovementClosure, 'outline'>>;
  return Array.isArray(outline) ? { type: 'MultiPolygon', coordinates: outline } : null;
}

function geometryOf(places: readonly LngLat[]): object | null {
  const [first] = places;
  if (first === undefined) return null;
  return places.length === 1 ? { type: 'Point', coordinates: first } : { type: 'MultiPoint', coordinates: places };
}
