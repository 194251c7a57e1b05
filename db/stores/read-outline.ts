import type { MultiPolygon } from '#domain/records';

const POLYGON = 3;
const MULTI_POLYGON = 6;

/**
 * The outline of little-endian WKB (`st_asbinary(geometry, 'NDR')`), every bit of it: GeoJSON as PostGIS writes it ends at
 * 15 decimals, which is not enough near the equator for a record that has to come back as it was saved.
 */
export function readOutline(wkb: Uint8Array): MultiPolygon {
  const view = new DataView(wkb.buffer, wkb.byteOffset, wkb.byteLength);
  let at = 0;
  const uint32 = (): number => {
    const value = view.getUint32(at, true);
    at += 4;
    return value;
  };
  const degrees = (): number => {
    const value = view.getFloat64(at, true);
    at += 8;
    return value;
  };
  const list = <T>(item: () => T): T[] => Array.from({ length: uint32() }, item);
  const open = (type: number): void => {
    const littleEndian = view.getUint8(at) === 1;
    at += 1;
    const found = uint32();
    if (!littleEndian || found !== type) throw new Error(`Outline: little-endian WKB of type ${type} expected, not ${found}`);
  };
  open(MULTI_POLYGON);
  const coordinates = list(() => {
    open(POLYGON);
    return list(() => list(() => [degrees(), degrees()]));
  });
  return { type: 'MultiPolygon', coordinates };
}
