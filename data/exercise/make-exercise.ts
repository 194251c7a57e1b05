/** Writes the exercise data set: `npx tsx data/exercise/make-exercise.ts`. README.md beside says what is in it. */
import { writeFileSync } from 'node:fs';
import { exerciseFile } from './exercise-file';
import { exerciseSurface } from './exercise-surface';

const text = exerciseFile();
writeFileSync(new URL('exercise.json', import.meta.url), text);
console.log(`exercise.json: ${text.split('\n').length - 3} records, ${(text.length / 1000).toFixed(0)} kB`);

const surface = exerciseSurface();
writeFileSync(new URL('exercise-friction.tif', import.meta.url), surface);
console.log(`exercise-friction.tif: ${(surface.length / 1000).toFixed(0)} kB`);
