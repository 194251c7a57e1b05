import { deflateSync } from 'node:zlib';
import type { RasterPlacement } from '#domain/raster-placement';

/** How a test wants its GeoTIFF written. Left out: one band of 32-bit floats in strips of 16 rows, not packed, in degrees. */
export interface TiffOptions {
  readonly nodata?: number | null;
  readonly description?: string;
  /** `strip`: all in one strip; `tiles`: of 16 × 16 cells. */
  readonly layout?: 'strips' | 'strip' | 'tiles';
  readonly deflate?: boolean;
  readonly big?: boolean;
  readonly bands?: number;
  /** Left out: as the placement says. Null: no keys at all. */
  readonly geoKeys?: Readonly<Record<number, number>> | null;
  readonly format?: 'float32' | 'float64' | 'int16' | 'uint8';
  /** Values stand for points: the tie point is the centre of the first cell. */
  readonly points?: boolean;
}

type Tag = readonly [tag: number, type: 'ascii' | 'short' | 'long' | 'double', values: readonly number[] | string];

const SIZES = { ascii: 1, short: 2, long: 4, double: 8, long8: 8 } as const;
const TYPES = { ascii: 2, short: 3, long: 4, double: 12, long8: 16 } as const;
const FORMATS = { float32: [3, 4], float64: [3, 8], int16: [2, 2], uint8: [1, 1] } as const;
const SIDE = 16;

/** Writes a GeoTIFF, little-endian. Rows of `values` from north to south. */
export function writeTiff(placement: RasterPlacement, values: readonly number[], options: TiffOptions = {}): Uint8Array<ArrayBuffer> {
  const { width, height } = placement;
  const { layout = 'strips', deflate = false, format = 'float32', bands = 1, nodata = null, description, points = false, big = false } = options;
  const rowsInBlock = layout === 'strip' ? height : SIDE;
  const blocks = blocksOf(placement, values, layout, rowsInBlock, format, bands).map((block) => (deflate ? deflateSync(block) : block));
  const shift = points ? 0.5 : 0;
  const tags: Tag[] = [
    [256, 'long', [width]], [257, 'long', [height]], [258, 'short', Array<number>(bands).fill(FORMATS[format][1] * 8)], [259, 'short', [deflate ? 8 : 1]], [262, 'short', [1]],
    ...(description === undefined ? [] : [[270, 'ascii', description] as Tag]),
    [277, 'short', [bands]], [284, 'short', [1]], [339, 'short', Array<number>(bands).fill(FORMATS[format][0])],
    [33550, 'double', [placement.cellX, placement.cellY, 0]],
    [33922, 'double', [0, 0, 0, placement.west + shift * placement.cellX, placement.north - shift * placement.cellY, 0]],
    ...geoTags(placement, options),
    ...(nodata === null ? [] : [[42113, 'ascii', String(nodata)] as Tag]),
    ...(layout === 'tiles' ? [[322, 'short', [SIDE]] as Tag, [323, 'short', [SIDE]] as Tag] : [[278, 'long', [rowsInBlock]] as Tag]),
  ];
  return assemble(tags, blocks, layout === 'tiles', big);
}

function geoTags({ crs }: RasterPlacement, { geoKeys, points = false }: TiffOptions): Tag[] {
  if (geoKeys === null) return [];
  const number = Number(crs.replace('EPSG:', ''));
  const keys = geoKeys ?? { 1024: number === 4326 ? 2 : 1, 1025: points ? 2 : 1, [number === 4326 ? 2048 : 3072]: number };
  const entries = Object.entries(keys).map(([key, value]) => [Number(key), 0, 1, value]);
  return [[34735, 'short', [1, 1, 0, entries.length, ...entries.flat()]]];
}

function blocksOf({ width, height }: RasterPlacement, values: readonly number[], layout: TiffOptions['layout'], rows: number, format: NonNullable<TiffOptions['format']>, bands: number): Uint8Array[] {
  const columns = layout === 'tiles' ? SIDE : width;
  const blocks: Uint8Array[] = [];
  for (let top = 0; top < height; top += rows) {
    for (let left = 0; left < width; left += columns) {
      const inBlock = layout === 'tiles' ? rows : Math.min(rows, height - top);
      const cells = Array.from({ length: inBlock * columns }, (_, i) => {
        const [x, y] = [left + (i % columns), top + Math.floor(i / columns)];
        return x < width && y < height ? (values[y * width + x] ?? 0) : 0;
      });
      blocks.push(packed(cells.flatMap((value) => Array<number>(bands).fill(value)), format));
    }
  }
  return blocks;
}

function packed(values: readonly number[], format: NonNullable<TiffOptions['format']>): Uint8Array {
  const array = { float32: Float32Array, float64: Float64Array, int16: Int16Array, uint8: Uint8Array }[format].from(values);
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

/** Header, blocks, directory, and then what does not fit into the directory. */
function assemble(tags: readonly Tag[], blocks: readonly Uint8Array[], tiled: boolean, big: boolean): Uint8Array<ArrayBuffer> {
  const wide = big ? ('long8' as const) : ('long' as const);
  const header = big ? 16 : 8;
  let at = header;
  const offsets = blocks.map((block) => (at += block.length) - block.length);
  const all = [...tags, [tiled ? 324 : 273, wide, offsets] as const, [tiled ? 325 : 279, wide, blocks.map(({ length }) => length)] as const].sort(([a], [b]) => a - b);
  const [countSize, entrySize, inline] = big ? [8, 20, 8] : [2, 12, 4];
  const directory = at;
  let extra = directory + countSize + all.length * entrySize + inline;
  const sized = all.map(([tag, type, values]) => ({ tag, type, values: typeof values === 'string' ? [...Buffer.from(`${values}\0`, 'latin1')] : values }));
  const length = extra + sized.reduce((sum, { type, values }) => sum + (SIZES[type] * values.length > inline ? SIZES[type] * values.length : 0), 0);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  const word = (where: number, value: number): void => (big ? view.setBigUint64(where, BigInt(value), true) : view.setUint32(where, value, true));
  bytes.set(big ? [0x49, 0x49, 0x2b, 0, 8, 0, 0, 0] : [0x49, 0x49, 0x2a, 0]);
  word(big ? 8 : 4, directory);
  blocks.forEach((block, i) => bytes.set(block, offsets[i]));
  if (big) word(directory, sized.length);
  else view.setUint16(directory, sized.length, true);
  sized.forEach(({ tag, type, values }, i) => {
    const entry = directory + countSize + i * entrySize;
    view.setUint16(entry, tag, true);
    view.setUint16(entry + 2, TYPES[type], true);
    word(entry + 4, values.length);
    let where = entry + 4 + inline;
    if (SIZES[type] * values.length > inline) {
      word(where, extra);
      where = extra;
      extra += SIZES[type] * values.length;
    }
    values.forEach((value, n) => {
      const place = where + n * SIZES[type];
      if (type === 'ascii') view.setUint8(place, value);
      else if (type === 'short') view.setUint16(place, value, true);
      else if (type === 'long') view.setUint32(place, value, true);
      else if (type === 'long8') view.setBigUint64(place, BigInt(value), true);
      else view.setFloat64(place, value, true);
    });
  });
  return bytes;
}
