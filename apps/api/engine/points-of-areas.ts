import { markAreas, pointsInAreas } from '#analysis/reach';
import { areaTypes } from '#domain/vocabularies/places';
import type { Dataset } from './dataset';
import type { AreaRef } from './levels';

/** Points that lie in any of the areas. */
export function pointsOfAreas({ levels }: Dataset, areas: readonly AreaRef[]): Uint8Array {
  const marked = areaTypes.codes.flatMap((type) => {
    const numbers = areas.filter((area) => area.type === type).map(({ number }) => number);
    if (numbers.length === 0) return [];
    const { areaCount, areaOfPoint } = levels.level(type);
    return [{ areaOfPoint, marked: markAreas(areaCount, numbers) }];
  });
  return pointsInAreas(levels.demand.lng.length, marked);
}
