/** Writes the exercise data set: `npx tsx data/exercise/make-exercise.ts`. README.md beside says what is in it. */
import { writeFileSync } from 'node:fs';
import { exerciseFile } from './exercise-file';
import { areasOf, recordsInOrder } from './exercise-records';
import { frictionSurface } from './friction-surface';
import { GROUND_FILE } from './ground-record';
import { writeGeotiff } from './write-geotiff';

// The ground first: a record of the file below names it by its digest.
const ground = writeGeotiff(frictionSurface(areasOf(recordsInOrder())), 'Exercice, fictif : minutes pour avancer d\'un metre / Exercise, fictitious: minutes to move by one metre');
writeFileSync(GROUND_FILE, ground);
console.log(`exercise-friction.tif: ${(ground.length / 1000).toFixed(0)} kB`);

const text = exerciseFile();
writeFileSync(new URL('exercise.json', import.meta.url), text);
console.log(`exercise.json: ${text.split('\n').length - 3} records, ${(text.length / 1000).toFixed(0)} kB`);
