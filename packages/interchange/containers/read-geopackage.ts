import { issue, type Issue } from '#domain/issue';
import type { RawGeometry } from '../geometry-checks';
import { degreesBy } from './coordinate-systems';
import { MAX_ROWS, tooManyRows } from './limits';
import type { FeatureFile, RawFeature } from './read-features';
import { readWkb, type ToDegrees } from './read-wkb';
import { SqliteFault, SqliteFile, type SqliteValue } from './sqlite-file';
import { storableText } from './xml-text';

/** A GeoPackage that cannot be read as it is, with the names of its layers where one is to be chosen. */
export interface GeopackageRefusal {
  readonly issue: Issue;
  readonly layers: readonly string[];
}

interface Layer {
  readonly table: string;
  readonly geometryColumn: string;
  readonly srsId: number;
}

const HEADER_LENGTH = 8;
/** Bytes of the box that may stand before a geometry, by its kind. */
const ENVELOPES: Readonly<Record<number, number>> = { 0: 0, 1: 32, 2: 48, 3: 48, 4: 64 };
const asIs: ToDegrees = (position) => position;

/**
 * Features of one layer of a GeoPackage, brought to degrees by the coordinate system that the file describes. Of several layers `chosen` says which.
 * Read page by page without running anything of it. A file that is damaged or no GeoPackage is answered as an issue.
 */
export function readGeopackage(bytes: Uint8Array, chosen: string | undefined): FeatureFile | GeopackageRefusal {
  try {
    const file = new SqliteFile(bytes);
    const layers = layersOf(file);
    const names = layers.map(({ table }) => table);
    if (layers.length === 0) return { issue: issue('fileKindUnknown', 'error', { value: file.tables.has('gpkg_contents') ? 'GeoPackage' : 'SQLite', expected: 'gpkg_geometry_columns' }), layers: [] };
    const wanted = chosen === undefined ? layers : layers.filter(({ table }) => table === chosen);
    const [layer] = wanted;
    if (layer === undefined) return { issue: issue('sheetMissing', 'error', { value: chosen ?? null, expected: names.join(', ') }), layers: names };
    if (wanted.length > 1) return { issue: issue('severalSheets', 'error', { value: names.join(', '), expected: '--sheet' }), layers: names };
    const found = featuresOf(file, layer);
    return Array.isArray(found) ? { container: 'geopackage', layer: layer.table, crs: null, features: found } : { issue: found, layers: names };
  } catch (error) {
    // A RangeError: a number of the file leads beyond its end.
    if (!(error instanceof SqliteFault) && !(error instanceof RangeError)) throw error;
    return { issue: issue('fileTruncated', 'error', { value: 'GeoPackage' }), layers: [] };
  }
}

const text = (value: SqliteValue | undefined): string => (typeof value === 'string' ? value : '');

function layersOf(file: SqliteFile): Layer[] {
  const layers: Layer[] = [];
  for (const { values } of file.records('gpkg_geometry_columns')) {
    const [table, column, srsId] = [text(values.get('table_name')), text(values.get('column_name')), values.get('srs_id')];
    const known = file.tables.get(table.toLowerCase());
    if (known !== undefined && column !== '') layers.push({ table: known.name, geometryColumn: column.toLowerCase(), srsId: typeof srsId === 'number' ? srsId : 0 });
  }
  return layers;
}

function featuresOf(file: SqliteFile, { table, geometryColumn, srsId }: Layer): RawFeature[] | Issue {
  const toDegrees = degreesOf(file, srsId);
  if ('severity' in toDegrees) return toDegrees;
  const features: RawFeature[] = [];
  for (const { rowid, values } of file.records(table)) {
    if (features.length >= MAX_ROWS) return tooManyRows();
    const shape = values.get(geometryColumn);
    const properties: Record<string, unknown> = {};
    for (const [name, value] of values) if (name !== geometryColumn && !(value instanceof Uint8Array)) properties[storableText(name)] = typeof value === 'string' ? storableText(value) : value;
    features.push({ row: features.length + 1, id: String(rowid), properties, geometry: shape instanceof Uint8Array ? geometryOf(shape, toDegrees) : null });
  }
  return features;
}

/** How positions become degrees; an issue: the file does not say so that it could be followed. 0 is longitude and latitude of no named system. */
function degreesOf(file: SqliteFile, srsId: number): ToDegrees | Issue {
  if (srsId === 4326 || srsId === 0) return asIs;
  for (const { values } of file.records('gpkg_spatial_ref_sys')) {
    if (values.get('srs_id') !== srsId) continue;
    if (text(values.get('organization')).toUpperCase() === 'EPSG' && values.get('organization_coordsys_id') === 4326) return asIs;
    const found = degreesBy(text(values.get('definition')).slice(0, 10_000));
    if (found !== null) return found;
  }
  return issue('crsProjected', 'error', { column: 'srs_id', value: String(srsId), expected: 'EPSG:4326' });
}

function geometryOf(bytes: Uint8Array, toDegrees: ToDegrees): RawGeometry | null {
  const flags = bytes[3] ?? 0;
  const envelope = ENVELOPES[(flags >> 1) & 7];
  if (bytes[0] !== 0x47 || bytes[1] !== 0x50 || envelope === undefined) throw new SqliteFault('geometry');
  const isEmpty = (flags & 0x10) !== 0;
  return isEmpty ? null : readWkb(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), HEADER_LENGTH + envelope, toDegrees);
}
