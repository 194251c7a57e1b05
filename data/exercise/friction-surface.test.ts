import { readFileSync } from 'node:fs';
import { fromArrayBuffer } from 'geotiff';
import { expect, it } from 'vitest';
import { areasOf, recordsInOrder } from './exercise-records';
import { frictionSurface } from './friction-surface';
import { GROUND_FILE } from './ground-record';
import { townPosition } from './towns';

const surface = frictionSurface(areasOf(recordsInOrder()));
const at = (lng: number, lat: number): number => surface.values[Math.floor((surface.north - lat) / surface.cellDeg) * surface.width + Math.floor((lng - surface.west) / surface.cellDeg)] ?? NaN;

it('the file is what the script writes, cell by cell', async () => {
  const file = readFileSync(GROUND_FILE);
  const image = await (await fromArrayBuffer(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength))).getImage();
  const [values] = await image.readRasters();
  expect([image.getWidth(), image.getHeight(), image.getGeoKeys()?.GeographicTypeGeoKey]).toEqual([surface.width, surface.height, 4326]);
  expect(image.getBoundingBox()[0]).toBeCloseTo(surface.west, 9);
  expect(image.getBoundingBox()[3]).toBeCloseTo(surface.north, 9);
  expect(values).toEqual(surface.values);
});

it('a town with a road is on it, one without is not; nobody crosses Lake Kivu or the border', () => {
  expect(at(...townPosition('Goma'))).toBeCloseTo(0.0024, 6);
  expect(at(...townPosition('Shabunda'))).toBeGreaterThan(0.013);
  expect(at(28.95, -1.95)).toBeNaN();
  expect(at(30.1, -1.95)).toBeNaN();
});
