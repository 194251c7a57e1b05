import { deflateSync } from 'node:zlib';
import type { FrictionSurface } from './friction-surface';

const TYPES = { ascii: { code: 2, size: 1 }, short: { code: 3, size: 2 }, long: { code: 4, size: 4 }, double: { code: 12, size: 8 } } as const;
type Tag = readonly [tag: number, type: keyof typeof TYPES, values: readonly number[]];

const letters = (text: string): number[] => [...Buffer.from(`${text}\0`, 'latin1')];

/** One band of 32-bit floats in one deflated strip; WGS 84, a value per area, NaN for no value. */
export function writeGeotiff({ west, north, cellDeg, width, height, values }: FrictionSurface, description: string): Buffer {
  const strip = deflateSync(Buffer.from(values.buffer, values.byteOffset, values.byteLength), { level: 9 });
  const tags: Tag[] = [
    [256, 'long', [width]], [257, 'long', [height]], [258, 'short', [32]], [259, 'short', [8]], [262, 'short', [1]], [270, 'ascii', letters(description)], [273, 'long', [8]],
    [277, 'short', [1]], [278, 'long', [height]], [279, 'long', [strip.length]], [339, 'short', [3]],
    [33550, 'double', [cellDeg, cellDeg, 0]], [33922, 'double', [0, 0, 0, west, north, 0]],
    // Version 1.1.0, three keys: geographic coordinates, a value stands for its whole cell, EPSG:4326.
    [34735, 'short', [1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326]],
    [42113, 'ascii', letters('nan')],
  ];
  const directoryAt = 8 + strip.length + (strip.length % 2);
  const head = Buffer.alloc(directoryAt);
  head.write('II', 0, 'latin1');
  head.writeUInt16LE(42, 2);
  head.writeUInt32LE(directoryAt, 4);
  strip.copy(head, 8);
  return Buffer.concat([head, ...directory(tags, directoryAt)]);
}

/** The list of tags; values that do not fit into four bytes follow it. */
function directory(tags: readonly Tag[], at: number): Buffer[] {
  const list = Buffer.alloc(2 + tags.length * 12 + 4);
  const after: Buffer[] = [];
  let next = at + list.length;
  list.writeUInt16LE(tags.length, 0);
  tags.forEach(([tag, type, values], i) => {
    const bytes = bytesOf(type, values);
    const entry = 2 + i * 12;
    list.writeUInt16LE(tag, entry);
    list.writeUInt16LE(TYPES[type].code, entry + 2);
    list.writeUInt32LE(values.length, entry + 4);
    if (bytes.length <= 4) bytes.copy(list, entry + 8);
    else {
      list.writeUInt32LE(next, entry + 8);
      after.push(bytes);
      next += bytes.length;
    }
  });
  return [list, ...after];
}

function bytesOf(type: keyof typeof TYPES, values: readonly number[]): Buffer {
  const { size } = TYPES[type];
  const bytes = Buffer.alloc(Math.ceil((values.length * size) / 2) * 2);
  values.forEach((value, i) => {
    if (type === 'double') bytes.writeDoubleLE(value, i * size);
    else bytes.writeUIntLE(value, i * size, size);
  });
  return bytes;
}
