import { normaliseName } from '#domain/normalise-name';
import type { Cell } from '../cell-values';
import type { FeatureFile, RawFeature } from '../containers/read-features';
import { rowsInMemory } from '../row-list';
import type { Table } from '../table';

const POSITION = ['Latitude', 'Longitude'] as const;

/** The properties of features that are points, as a table with the position in two columns of its own. Null: most are no points. Feature i is row i, from 1. */
export function pointTable(file: FeatureFile): Table | null {
  const points = file.features.filter(({ geometry }) => geometry?.type === 'Point').length;
  if (points === 0 || points * 2 < file.features.length) return null;
  const names = [...new Set(file.features.flatMap(({ properties }) => Object.keys(properties)))].filter((name) => !/^(lat|lon|lng|long|latitude|longitude|x|y)$/i.test(name));
  const headers = [...names, ...POSITION];
  return {
    sheet: file.layer,
    headerRow: 0,
    headers,
    keys: headers.map(normaliseName),
    tags: null,
    above: [],
    rows: rowsInMemory(file.features.map((feature) => ({ row: feature.row, cells: [...names.map((name) => cellOf(feature.properties[name])), ...latLngOf(feature)] }))),
  };
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? null : JSON.stringify(value);
}

function latLngOf({ geometry }: RawFeature): readonly [Cell, Cell] {
  const [lng, lat]: readonly unknown[] = geometry?.type === 'Point' && Array.isArray(geometry.coordinates) ? (geometry.coordinates as unknown[]) : [];
  return [cellOf(lat), cellOf(lng)];
}
