import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { RasterRecord } from '#domain/reach-records';
import type { FrictionSurface } from './friction-surface';

/** The raster beside this file. */
export const GROUND_FILE = new URL('exercise-friction.tif', import.meta.url);

/** What points to the file: by the bytes that are there, for their compression may differ from one version of Node to the next. */
export function groundRecord({ west, north, cellDeg, width, height, values }: FrictionSurface): RasterRecord {
  const sha256 = createHash('sha256').update(readFileSync(GROUND_FILE)).digest('hex');
  const known = values.filter((value) => !Number.isNaN(value));
  const degrees = (value: number): number => Number(value.toFixed(6));
  return {
    scheme: 'raster', externalId: sha256, kind: 'friction', title: 'Exercice : temps pour avancer (fictif)', sha256, width, height, crs: 'EPSG:4326',
    bounds: [west, degrees(north - height * cellDeg), degrees(west + width * cellDeg), north],
    cellsKnown: known.length, min: known.reduce((a, b) => Math.min(a, b), Infinity), max: known.reduce((a, b) => Math.max(a, b), 0), total: null, year: null, source: 'Exercice', sourceRow: null,
  };
}
