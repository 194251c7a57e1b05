import type { Dataset } from '../dataset';
import type { Judged } from '../judged';
import type { AreaRef } from '../levels';
import { pointsOfAreas } from '../points-of-areas';
import { finestArea, mayBeReady } from '../structures';

/**
 * Points of the areas that hold a structure known by area only, if it is ready or nobody knows: care there is at most to assess,
 * never ready, never none (decision 0004).
 */
export function unplaced(dataset: Dataset, judged: Judged, among: (structure: number) => boolean = () => true): Uint8Array {
  const { structures } = dataset;
  const areas: AreaRef[] = [];
  for (let number = 0; number < structures.rows.length; number += 1) {
    if (Number.isFinite(structures.lng[number]) || !mayBeReady(judged.level[number]) || !among(number)) continue;
    const area = finestArea(structures, number);
    if (area !== null) areas.push(dataset.levels.holder(area));
  }
  return pointsOfAreas(dataset, areas);
}
