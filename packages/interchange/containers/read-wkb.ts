import type { RawGeometry } from '../geometry-checks';

type Position = [number, number];
export type ToDegrees = (position: Position) => Position;

/** Types of geometry by their number. */
const NAMES: Readonly<Record<number, string>> = { 2: 'LineString', 4: 'MultiPoint', 5: 'MultiLineString', 7: 'GeometryCollection' };
const MOST_NESTED = 3;

/** Well-known binary at an offset: points and polygons, heights and measures dropped; other shapes have their type and no positions. Throws a RangeError where it ends early. */
export function readWkb(view: DataView, from: number, toDegrees: ToDegrees): RawGeometry | null {
  return geometryAt(view, { at: from }, toDegrees, 0);
}

interface Cursor {
  at: number;
}

function geometryAt(view: DataView, cursor: Cursor, toDegrees: ToDegrees, depth: number): RawGeometry | null {
  if (depth > MOST_NESTED) throw new RangeError('geometries inside geometries');
  const little = view.getUint8(cursor.at) === 1;
  const stated = view.getUint32(cursor.at + 1, little);
  cursor.at += 5;
  // Heights and measures are said in thousands, or in the highest bits; a coordinate system may follow those.
  const kind = (stated & 0x0fff_ffff) % 1000;
  const thousands = Math.floor((stated & 0x0fff_ffff) / 1000);
  const dimensions = 2 + ((stated & 0x8000_0000) !== 0 || thousands === 1 || thousands === 3 ? 1 : 0) + ((stated & 0x4000_0000) !== 0 || thousands >= 2 ? 1 : 0);
  if ((stated & 0x2000_0000) !== 0) cursor.at += 4;
  const stride = dimensions * 8;
  const position = (): Position => {
    const found: Position = [view.getFloat64(cursor.at, little), view.getFloat64(cursor.at + 8, little)];
    cursor.at += stride;
    return found;
  };
  /** A count, of things that take at least so many bytes each: more than are left is a lie. */
  const count = (bytes: number): number => {
    const number = view.getUint32(cursor.at, little);
    cursor.at += 4;
    if (number * bytes > view.byteLength - cursor.at) throw new RangeError(`${String(number)} of ${String(bytes)} bytes`);
    return number;
  };
  const times = <T>(number: number, make: () => T): T[] => Array.from({ length: number }, make);
  switch (kind) {
    case 1: {
      const found = position();
      return found.every(Number.isNaN) ? null : { type: 'Point', coordinates: toDegrees(found) };
    }
    case 3:
      return { type: 'Polygon', coordinates: times(count(4), () => times(count(stride), () => toDegrees(position()))) };
    case 6:
      return { type: 'MultiPolygon', coordinates: times(count(9), () => geometryAt(view, cursor, toDegrees, depth + 1)?.coordinates) };
    default:
      return { type: NAMES[kind] ?? `WKB ${String(kind)}`, coordinates: [] };
  }
}
