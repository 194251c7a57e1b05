import { markAreas, pointsInAreas } from '#analysis/reach';
import { buildPoints, type PointSet } from '#analysis/sphere';
import type { AreaType } from '#domain/records';
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

/** Numbers of the points of one area, ascending. */
export function pointNumbersOf({ levels }: Dataset, type: AreaType, area: number): number[] {
  const numbers: number[] = [];
  levels.level(type).areaOfPoint.forEach((one, point) => {
    if (one === area) numbers.push(point);
  });
  return numbers;
}

/** Where the people of an area live. */
export function pointsOfArea(dataset: Dataset, type: AreaType, area: number): PointSet {
  const { demand } = dataset.levels;
  const numbers = pointNumbersOf(dataset, type, area);
  return buildPoints(Float64Array.from(numbers, (point) => demand.lng[point] ?? NaN), Float64Array.from(numbers, (point) => demand.lat[point] ?? NaN));
}
