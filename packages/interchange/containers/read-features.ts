import { feature } from 'topojson-client';
import { issue, type Issue } from '#domain/issue';
import type { RawGeometry } from '../geometry-checks';
import { isObject } from './read-json';

type Topology = Parameters<typeof feature>[0];
type TopologyObject = Parameters<typeof feature>[1];

/** One feature as the file has it; the geometry is not checked yet. */
export interface RawFeature {
  /** 1-based. */
  readonly row: number;
  readonly id: string | null;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: RawGeometry | null;
}

export interface FeatureFile {
  readonly container: 'geojson' | 'topojson' | 'shapefile' | 'kml' | 'geopackage';
  readonly layer: string | null;
  /** Name of the coordinate system, if the file names one. */
  readonly crs: string | null;
  readonly features: readonly RawFeature[];
}

/** Features of a GeoJSON FeatureCollection or of one object of a TopoJSON topology. Null: it is neither. */
export function readFeatures(json: unknown, layer: string | undefined): FeatureFile | Issue | null {
  if (!isObject(json)) return null;
  if (json['type'] === 'FeatureCollection') return { container: 'geojson', layer: null, crs: crsName(json['crs']), features: featuresOf(json['features']) };
  if (json['type'] === 'Feature') return { container: 'geojson', layer: null, crs: crsName(json['crs']), features: featuresOf([json]) };
  return json['type'] === 'Topology' ? readTopology(json, layer) : null;
}

function readTopology(json: Record<string, unknown>, layer: string | undefined): FeatureFile | Issue {
  const objects = isObject(json['objects']) ? json['objects'] : {};
  const layers = Object.keys(objects);
  if (layer === undefined && layers.length > 1) return issue('severalSheets', 'error', { value: layers.join(', '), expected: '--sheet' });
  const name = layer ?? layers[0];
  const object = name === undefined ? undefined : objects[name];
  if (!isObject(object)) return issue('sheetMissing', 'error', { value: name ?? null, expected: layers.join(', ') });
  try {
    const unpacked: unknown = feature(json as unknown as Topology, object as unknown as TopologyObject);
    const features = isObject(unpacked) && unpacked['type'] === 'Feature' ? [unpacked] : isObject(unpacked) ? unpacked['features'] : [];
    return { container: 'topojson', layer: name ?? null, crs: crsName(json['crs']) ?? crsName(object['crs']), features: featuresOf(features) };
  } catch (error) {
    return issue('fileTruncated', 'error', { value: error instanceof Error ? error.message : null, expected: 'arcs' });
  }
}

const featuresOf = (features: unknown): RawFeature[] =>
  (Array.isArray(features) ? (features as unknown[]) : []).map((value, i) => {
    const raw = isObject(value) ? value : {};
    return {
      row: i + 1,
      id: typeof raw['id'] === 'string' || typeof raw['id'] === 'number' ? String(raw['id']) : null,
      properties: isObject(raw['properties']) ? raw['properties'] : {},
      geometry: isObject(raw['geometry']) ? { type: raw['geometry']['type'], coordinates: raw['geometry']['coordinates'] } : null,
    };
  });

function crsName(crs: unknown): string | null {
  const name = isObject(crs) && isObject(crs['properties']) ? (crs['properties']['name'] ?? crs['properties']['code']) : null;
  return typeof name === 'string' || typeof name === 'number' ? String(name) : null;
}
