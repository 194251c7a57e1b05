import type { AreaLevel } from './area-level';

/** People who come out of some classes, and people who come into them, whole; each counted where they live. */
export interface PeopleMoved {
  readonly leave: number;
  readonly enter: number;
}

/** Who leaves and who enters the classes with 1 in `classes`, in the areas with 1 in `counted`. People of whom nobody knows how many they are count 0. */
export function peopleMoved(level: Pick<AreaLevel, 'areaOfPoint' | 'people'>, before: Uint8Array, after: Uint8Array, classes: Uint8Array, counted: Uint8Array): PeopleMoved {
  let [leave, enter] = [0, 0];
  for (let point = 0; point < before.length; point += 1) {
    if (before[point] === after[point]) continue;
    const area = level.areaOfPoint[point] ?? -1;
    if (area < 0 || counted[area] !== 1) continue;
    const [was, is] = [classes[before[point] ?? 0], classes[after[point] ?? 0]];
    if (was === is) continue;
    if (was === 1) leave += level.people[point] ?? 0;
    else enter += level.people[point] ?? 0;
  }
  return { leave, enter };
}
