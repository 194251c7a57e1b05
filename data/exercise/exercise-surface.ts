import { exerciseRecords } from './exercise-records';
import { frictionSurface } from './friction-surface';
import { writeGeotiff } from './write-geotiff';

/** The bytes of `exercise-friction.tif`. */
export function exerciseSurface(): Buffer {
  const areas = exerciseRecords().flatMap(({ kind, record }) => (kind === 'area' ? [record] : []));
  return writeGeotiff(frictionSurface(areas), 'Exercice, fictif : minutes pour avancer d\'un metre / Exercise, fictitious: minutes to move by one metre');
}
