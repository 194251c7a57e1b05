import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Database } from '#db/database';
import { readDataVersion } from '#db/stores/data-version';
import type { ImportProgress } from './import-report';
import { takeRaster } from '../rasters/raster-folder';
import type { Importer } from './import-queue';

const EXERCISE_FILE = new URL('../../../../data/exercise/exercise.json', import.meta.url);
/** A record of the file points to it. */
const GROUND_FILE = new URL('../../../../data/exercise/exercise-friction.tif', import.meta.url);

/**
 * Loads the exercise data into a database that nothing was ever loaded into, and answers whether it did.
 * Throws if the file, which is ours, is refused in any row.
 */
export async function loadExerciseIfEmpty(database: Database, importer: Importer, onProgress?: (progress: ImportProgress) => void): Promise<boolean> {
  if ((await readDataVersion(database.kysely)) > 0) return false;
  await placeGround(database.rastersDir);
  const bytes = new Uint8Array(await readFile(EXERCISE_FILE));
  const report = await importer.importFile(bytes, { fileName: 'exercise.json', profile: 'exercise', dryRun: false, acceptPartial: false, author: { origin: 'exercise', actor: null } }, onProgress === undefined ? {} : { onProgress });
  if (report.outcome !== 'applied') throw new Error(`The exercise data are refused: ${JSON.stringify(report.issues.slice(0, 5))}`);
  return true;
}

async function placeGround(rastersDir: string): Promise<void> {
  const content = new Uint8Array(await readFile(GROUND_FILE));
  const ground = await takeRaster(rastersDir, content, createHash('sha256').update(content).digest('hex'));
  await ground.keep();
  await ground.drop();
}
