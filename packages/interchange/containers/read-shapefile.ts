import { issue, type Issue } from '#domain/issue';
import type { RawGeometry } from '../geometry-checks';
import { degreesBy } from './coordinate-systems';
import { MAX_ROWS, tooManyRows } from './limits';
import { dbfRecords } from './read-dbf';
import type { FeatureFile, RawFeature } from './read-features';

/** The files that make a shapefile; without `dbf` there are shapes without names, without `prj` positions are taken for degrees and checked. */
export interface ShapefileParts {
  readonly shp: Uint8Array;
  readonly dbf: Uint8Array | null;
  readonly prj: Uint8Array | null;
  readonly cpg: Uint8Array | null;
}

type Position = [number, number];
type ToDegrees = (position: Position) => Position;

const HEADER_LENGTH = 100;
const FILE_CODE = 9994;
const RECORD_HEADER = 8;
/** Bytes before the positions of a polygon: type, box, two counts. */
const POLYGON_HEADER = 44;
const BYTES_PER_POSITION = 16;

/** Points and polygons of a shapefile, brought to degrees by what its `.prj` says. Other shapes keep their row and have no geometry. */
export function readShapefile({ shp, dbf, prj, cpg }: ShapefileParts): FeatureFile | Issue {
  const view = new DataView(shp.buffer, shp.byteOffset, shp.byteLength);
  if (shp.length < HEADER_LENGTH || view.getInt32(0) !== FILE_CODE) return issue('fileTruncated', 'error', { value: '.shp' });
  if (view.getInt32(24) * 2 > shp.length) return issue('fileTruncated', 'error', { value: '.shp', expected: `${String(view.getInt32(24) * 2)} B` });
  const toDegrees = prj === null ? (position: Position): Position => position : degreesBy(new TextDecoder().decode(prj.subarray(0, 10_000)));
  if (toDegrees === null) return issue('crsProjected', 'error', { column: '.prj', value: new TextDecoder().decode(prj?.subarray(0, 80)), expected: 'EPSG:4326' });
  const features: RawFeature[] = [];
  const records = dbf === null ? null : dbfRecords(dbf, cpg);
  for (let at = HEADER_LENGTH; at + RECORD_HEADER <= shp.length;) {
    const length = view.getInt32(at + 4) * 2;
    if (length < 4 || at + RECORD_HEADER + length > shp.length) return issue('fileTruncated', 'error', { value: '.shp' });
    if (features.length >= MAX_ROWS) return tooManyRows();
    const geometry = shapeOf(new DataView(shp.buffer, shp.byteOffset + at + RECORD_HEADER, length), toDegrees);
    if (geometry === 'broken') return issue('fileTruncated', 'error', { value: '.shp' });
    const properties = records?.next().value ?? {};
    features.push({ row: features.length + 1, id: null, properties, geometry });
    at += RECORD_HEADER + length;
  }
  return { container: 'shapefile', layer: null, crs: null, features };
}

function shapeOf(record: DataView, toDegrees: ToDegrees): RawGeometry | 'broken' | null {
  const type = record.getInt32(0, true);
  // Each type comes plain, with heights (+10) and with measures (+20); the positions stand at the same place.
  switch (type % 10) {
    case 1:
      return record.byteLength < 20 ? 'broken' : { type: 'Point', coordinates: toDegrees([record.getFloat64(4, true), record.getFloat64(12, true)]) };
    case 5:
      return polygonOf(record, toDegrees);
    default:
      return type === 0 ? null : { type: type % 10 === 3 ? 'LineString' : 'MultiPoint', coordinates: [] };
  }
}

function polygonOf(record: DataView, toDegrees: ToDegrees): RawGeometry | 'broken' {
  if (record.byteLength < POLYGON_HEADER) return 'broken';
  const [parts, points] = [record.getInt32(36, true), record.getInt32(40, true)];
  const firstPoint = POLYGON_HEADER + parts * 4;
  if (parts < 0 || points < 0 || firstPoint + points * BYTES_PER_POSITION > record.byteLength) return 'broken';
  const rings: Position[][] = [];
  for (let part = 0; part < parts; part++) {
    const from = record.getInt32(POLYGON_HEADER + part * 4, true);
    const to = part + 1 < parts ? record.getInt32(POLYGON_HEADER + (part + 1) * 4, true) : points;
    if (from < 0 || to < from || to > points) return 'broken';
    const ring: Position[] = [];
    for (let point = from; point < to; point++) {
      const at = firstPoint + point * BYTES_PER_POSITION;
      ring.push([record.getFloat64(at, true), record.getFloat64(at + 8, true)]);
    }
    rings.push(ring);
  }
  const polygons = polygonsOf(rings).map((polygon) => polygon.map((ring) => ring.map(toDegrees)));
  return polygons.length === 1 ? { type: 'Polygon', coordinates: polygons[0] ?? [] } : { type: 'MultiPolygon', coordinates: polygons };
}

/** Twice the area, positive for a ring against the clock. In a shapefile outer rings run with the clock and holes against it. */
const signedArea = (ring: readonly Position[]): number => ring.reduce((sum, [x, y], i) => {
  const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
  return sum + x * nextY - nextX * y;
}, 0);

/** A hole belongs to the smallest outer ring that holds its first position; without one it is taken for an outer ring. */
function polygonsOf(rings: readonly Position[][]): Position[][][] {
  const outer = rings.filter((ring) => signedArea(ring) <= 0).map((ring) => ({ area: Math.abs(signedArea(ring)), box: boxOf(ring), rings: [ring] }));
  for (const hole of rings.filter((ring) => signedArea(ring) > 0)) {
    const [position] = hole;
    const holders = position === undefined ? [] : outer.filter(({ box, rings: [ring = []] }) => inBox(position, box) && isInside(position, ring));
    const holder = holders.sort((a, b) => a.area - b.area)[0];
    if (holder === undefined) outer.push({ area: 0, box: boxOf(hole), rings: [hole] });
    else holder.rings.push(hole);
  }
  return outer.map(({ rings: polygon }) => polygon);
}

type Box = readonly [west: number, south: number, east: number, north: number];
function boxOf(ring: readonly Position[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) [west, south, east, north] = [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)];
  return [west, south, east, north];
}
const inBox = ([x, y]: Position, [west, south, east, north]: Box): boolean => x >= west && x <= east && y >= south && y <= north;

function isInside([x, y]: Position, ring: readonly Position[]): boolean {
  let inside = false;
  for (const [i, [x1, y1]] of ring.entries()) {
    const [x2, y2] = ring[(i + 1) % ring.length] ?? [x1, y1];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}
