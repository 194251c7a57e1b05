import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { derived, holdsRaster, sweepRasters, takeRaster } from './raster-folder';

let folder = '';
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'jonction-rasters-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

const [ONE, TWO] = ['1'.repeat(64), '2'.repeat(64)];
const bytes = new Uint8Array([1, 2, 3]);

it('a raster is in its place whole once it is kept, and leaves nothing where it is not', async () => {
  const kept = await takeRaster(folder, bytes, ONE);
  expect(await holdsRaster(folder, ONE)).toBe(false);
  await kept.keep();
  await kept.drop();
  const dropped = await takeRaster(folder, { path: join(folder, `${ONE}.tif`) }, TWO);
  expect(await readdir(folder)).toHaveLength(2);
  await dropped.drop();
  expect(await readdir(folder)).toEqual([`${ONE}.tif`]);
});

it('what was worked out is made once, and again where its file cannot be read', async () => {
  let made = 0;
  const ask = () => derived(folder, ONE, 'people-1', () => Promise.resolve({ made: ++made, sums: Float64Array.of(1.5) }));
  expect([await ask(), await ask()]).toEqual([{ made: 1, sums: Float64Array.of(1.5) }, { made: 1, sums: Float64Array.of(1.5) }]);
  await writeFile(join(folder, `${ONE}.people-1`), 'half');
  expect((await ask()).made).toBe(2);
});

it('swept: what no record points to and nobody is writing any more; nothing else', async () => {
  for (const name of [`${ONE}.tif`, `${TWO}.tif`, `${TWO}.people-1`, 'incoming-a.tif', 'notes.txt']) await writeFile(join(folder, name), bytes);
  const record = { sha256: ONE } as Parameters<typeof sweepRasters>[1][number]['record'];
  const now = (await stat(join(folder, `${TWO}.tif`))).mtimeMs;
  expect(await sweepRasters(folder, [{ id: 'r', record }], now)).toBe(0);
  const old = new Date(now - 25 * 3600 * 1000);
  for (const name of await readdir(folder)) await utimes(join(folder, name), old, old);
  expect(await sweepRasters(folder, [{ id: 'r', record }], now)).toBe(3);
  expect((await readdir(folder)).sort()).toEqual([`${ONE}.tif`, 'notes.txt']);
  expect(await sweepRasters(join(folder, 'none'), [], now)).toBe(0);
});
