/**
 * Travel time as a whole process, as `r.cost` is one: reads a raster of friction and the cells of the sources, works, writes the raster of minutes.
 *
 *   node measure-travel.js <friction.f32> <sources.i32> <width> <height> <cell width m> <cell height m> <minutes.f32>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createTravelTimes } from '#analysis/travel-times';

const [, , frictionPath = '', sourcesPath = '', ...rest] = process.argv;
const [width = 0, height = 0, cellWidthM = 0, cellHeightM = 0] = rest.slice(0, 4).map(Number);
const floats = ({ buffer, byteOffset, byteLength }: Buffer): Float32Array => new Float32Array(buffer, byteOffset, byteLength / 4);
const sources = readFileSync(sourcesPath);

/** In a function of its own, so that the raster is let go once the engine has it. */
const prepare = (): ReturnType<typeof createTravelTimes> => createTravelTimes({
  width, height, wraps: false, friction: floats(readFileSync(frictionPath)),
  cellWidthM: new Float64Array(height).fill(cellWidthM), cellHeightM: new Float64Array(height).fill(cellHeightM),
});
const { minutes } = prepare().run(new Int32Array(sources.buffer, sources.byteOffset, sources.byteLength / 4));
writeFileSync(rest[4] ?? '', new Uint8Array(minutes.buffer, minutes.byteOffset, minutes.byteLength));
