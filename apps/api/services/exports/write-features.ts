import type { AreaType } from '#domain/records';
import type { LngLat } from '#domain/units';
import { EXERCISE_NOTICE, type TableMeta } from '#interchange/write-table';
import type { PresenceItem } from '../../contract/imports';
import type { InitiativeItem, OverlapPair } from '../../contract/records';
import type { TableName } from './tables';

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
  initiatives: (row, points) => (row as InitiativeItem).areas.flatMap(({ type, code }) => at(points, [type], code)),
  overlaps: (row, points) => (row as OverlapPair).areaCodes.flatMap((code) => at(points, FINEST_FIRST, code)),
  presence: (row, points) => {
    const { healthZoneCode, admin2Code, admin1Code } = row as PresenceItem;
    return healthZoneCode !== null ? at(points, ['healthZone'], healthZoneCode) : admin2Code !== null ? at(points, ['territory'], admin2Code) : at(points, ['province'], admin1Code);
  },
};

/**
 * Rows of a table as GeoJSON: what stands in the JSON answer as properties, and one point inside each of its areas as geometry (EPSG:4326).
 * A row whose areas have no outline is a feature without a geometry: left out, it would look as if there were none.
 */
export function writeFeatures(table: TableName, rows: readonly unknown[], heading: TableMeta & { readonly dataVersion: number }, points: AreaPoints): Uint8Array<ArrayBuffer> {
  const place = PLACES[table];
  const features = rows.map((row) => ({ type: 'Feature', geometry: geometryOf(place?.(row, points) ?? []), properties: row }));
  const { title, exercise, sources, date, parameters, dataVersion } = heading;
  return new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', title, ...(exercise ? { notice: EXERCISE_NOTICE } : {}), dataVersion, date, parameters, sources, features }));
}

function geometryOf(places: readonly LngLat[]): object | null {
  const [first] = places;
  if (first === undefined) return null;
  return places.length === 1 ? { type: 'Point', coordinates: first } : { type: 'MultiPoint', coordinates: places };
}
