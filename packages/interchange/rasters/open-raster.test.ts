import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RasterPlacement } from '#domain/raster-placement';
import { type TiffOptions, writeTiff } from '../../../tests/write-tiff';
import { type CellBox, openRaster, RasterDamaged } from './open-raster';

let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'jonction-rasters-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const placement: RasterPlacement = { crs: 'EPSG:4326', width: 40, height: 35, west: 28, north: -1, cellX: 0.01, cellY: 0.01 };
const values = Array.from({ length: 40 * 35 }, (_, i) => (i % 7 === 0 ? -99999 : i));

async function written(options: TiffOptions = {}, at = placement, bytes = writeTiff(at, values, { nodata: -99999, ...options })): Promise<string> {
  const path = join(folder, `${Math.random()}.tif`);
  await writeFile(path, bytes);
  return path;
}

async function read(path: string, box?: CellBox) {
  const raster = await openRaster(path);
  if ('severity' in raster) return raster;
  const cells: number[] = [];
  for await (const window of raster.windows(box)) cells.push(...window.values);
  await raster.close();
  return { placement: raster.placement, words: raster.words, cells };
}
const expected = values.map((value) => (value === -99999 ? NaN : value));

describe('a GeoTIFF, window by window', () => {
  it.each<[string, TiffOptions]>([
    ['strips', {}],
    ['one-strip', { layout: 'strip' }],
    ['tiles that reach beyond the border', { layout: 'tiles' }],
    ['tiles, deflated', { layout: 'tiles', deflate: true }],
    ['BigTIFF', { big: true, deflate: true }],
    ['64-bit floats', { format: 'float64' }],
  ])('%s: the same values at the same place, nodata as no value', async (_name, options) => {
    expect(await read(await written(options))).toMatchObject({ placement, cells: expected });
  });

  it('nodata-as-zero: where zero says that there is no value, no cell is zero', async () => {
    const path = await written({}, placement, writeTiff(placement, values.map((value) => Math.max(0, value)), { nodata: 0, format: 'int16' }));
    expect(await read(path)).toMatchObject({ cells: values.map((value) => (value <= 0 ? NaN : value)) });
  });

  it('nodata in decimals that only a 32-bit value has', async () => {
    const path = await written({}, placement, writeTiff(placement, values.map((value) => (value === -99999 ? -3.4e38 : value)), { nodata: -3.4e38 }));
    expect(await read(path)).toMatchObject({ cells: expected });
  });

  it('a part of it, across the borders of blocks', async () => {
    const path = await written({ layout: 'tiles' });
    // Rows 10 to 19, columns 5 to 24: 10 · 20 cells
    const cells = Array.from({ length: 200 }, (_, i) => expected[(10 + Math.floor(i / 20)) * 40 + 5 + (i % 20)]);
    expect(await read(path, { columns: [5, 25], rows: [10, 20] })).toMatchObject({ cells });
  });

  it('values-at-points: each cell lies around its point', async () => {
    const found = await read(await written({ points: true }));
    expect('placement' in found && found.placement.west).toBeCloseTo(28, 12);
    expect('placement' in found && found.placement.north).toBeCloseTo(-1, 12);
  });

  it('utm-zone-35-south: placed in metres', async () => {
    const utm: RasterPlacement = { ...placement, crs: 'EPSG:32735', west: 700_000, north: 9_700_000, cellX: 100, cellY: 100 };
    expect(await read(await written({}, utm))).toMatchObject({ placement: utm });
  });

  it('what the file says of itself', async () => {
    expect(await read(await written({ description: 'Friction surface, minutes per metre' }))).toMatchObject({ words: expect.stringContaining('minutes per metre') as unknown });
  });
});

describe('what cannot be placed or read is refused with the reason', () => {
  it.each<[string, TiffOptions, string, string | null]>([
    ['missing-crs', { geoKeys: null }, 'rasterCrsMissing', null],
    ['web-mercator', { geoKeys: { 1024: 1, 1025: 1, 3072: 3857 } }, 'rasterCrsOther', 'EPSG:3857'],
    ['nad-27', { geoKeys: { 1024: 2, 1025: 1, 2048: 4267 } }, 'rasterCrsOther', 'EPSG:4267'],
    ['three-bands', { bands: 3 }, 'rasterBands', '3'],
  ])('%s', async (_name, options, code, value) => {
    expect(await read(await written(options))).toMatchObject({ code, severity: 'error', value });
  });

  it('cut-off: a directory that is not there, or a block that is not there', async () => {
    const whole = writeTiff(placement, values, { deflate: true });
    expect(await read(await written({}, placement, whole.slice(0, 200)))).toMatchObject({ code: 'fileTruncated' });
    const spoilt = whole.slice();
    spoilt.fill(7, 8, 60);
    await expect(read(await written({}, placement, spoilt))).rejects.toThrow(RasterDamaged);
  });
});
