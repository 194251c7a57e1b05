import { type Outline, outlineFault } from '#analysis/outline-ring';
import { buildPolygonIndex, covers, locate } from '#analysis/polygon-index';
import type { AreaType } from '#domain/records';
import type { LngLat } from '#domain/units';
import { areaTypes } from '#domain/vocabularies/places';
import { Problem, problemAt } from '../../problem';
import type { Dataset } from '../dataset';
import type { AreaRef } from '../levels';
import { pointsOfAreas } from '../points-of-areas';

/** Where a plan is, and whom it would reach. */
export interface PlanPlace {
  /** As asked; of an outline, the base areas that it touches. */
  readonly areas: readonly AreaRef[];
  /** Base areas that it touches, ascending: initiatives are known by area. */
  readonly base: readonly number[];
  /** Demand points in it, ascending, and the same as a mask. */
  readonly points: Int32Array;
  readonly inside: Uint8Array;
  /** Mean of its points, each counting for its people (for its weight, where nobody knows how many they are); null without points. */
  readonly centre: LngLat | null;
}

/** Throws `parameterInvalid` for a code that no area has, an outline that is none, or neither or both of the two. */
export function placeOfPlan(dataset: Dataset, { areas: codes, outline }: { readonly areas: readonly string[] | null; readonly outline: Outline | null }, areaType: AreaType): PlanPlace {
  if ((codes === null) === (outline === null)) throw problemAt('parameterInvalid', 'areas', codes === null ? null : codes.join(','), 'areas | outline');
  const found = outline === null ? ofAreas(dataset, codes ?? [], areaType) : ofOutline(dataset, outline);
  const points = Int32Array.from(found.inside.keys()).filter((point) => found.inside[point] === 1);
  return { ...found, points, centre: centreOf(dataset, points) };
}

function ofAreas(dataset: Dataset, codes: readonly string[], areaType: AreaType): Pick<PlanPlace, 'areas' | 'base' | 'inside'> {
  const { levels, base, sets } = dataset;
  const named = [...new Set(codes)].map((code) => ({ code, area: areaNamed(dataset, code, areaType) }));
  const unknown = named.filter(({ area }) => area === null);
  if (unknown.length > 0) throw new Problem('parameterInvalid', unknown.map(({ code }) => ({ code: 'areaCodeUnknown', column: 'areas', value: code, expected: [...sets[areaType].numberOf.keys()].slice(0, 5).join(' | ') })));
  const areas = named.flatMap(({ area }) => area ?? []);
  return { areas, base: ascending(areas.flatMap((area) => levels.touched(levels.holder(area), base))), inside: pointsOfAreas(dataset, areas.map((area) => levels.holder(area))) };
}

/** A code says not of which level it is: the level that is asked about, else the finest that has it. */
function areaNamed({ sets }: Dataset, code: string, areaType: AreaType): AreaRef | null {
  for (const type of [areaType, ...[...areaTypes.codes].reverse()]) {
    const number = sets[type].numberOf.get(code);
    if (number !== undefined) return { type, number };
  }
  return null;
}

function ofOutline({ levels: { demand }, sets, base }: Dataset, outline: Outline): Pick<PlanPlace, 'areas' | 'base' | 'inside'> {
  const fault = outlineFault(outline);
  if (fault !== null) throw problemAt('parameterInvalid', 'outline', outline.map((corner) => corner.join(' ')).join(',').slice(0, 80), fault === 'crossesItself' ? 'no two sides that cross' : '≥ 3 corners: lng lat,lng lat,lng lat');
  const ring = [...outline, ...outline.slice(0, 1)];
  const index = buildPolygonIndex([[[ring]]]);
  const inside = Uint8Array.from(demand.lng, (lng, point) => (covers(index, 0, lng, demand.lat[point] ?? NaN) ? 1 : 0));
  const corners = outline.map(([lng, lat]) => locate(sets[base].index, lng, lat));
  const touched = ascending([...corners, ...demand.areaIndex.filter((_, point) => inside[point] === 1)].filter((number) => number >= 0));
  return { areas: touched.map((number) => ({ type: base, number })), base: touched, inside };
}

const ascending = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);

function centreOf({ levels: { demand, people } }: Dataset, points: Int32Array): LngLat | null {
  const masses = points.some((point) => (people.exactPeople[point] ?? 0) > 0) ? people.exactPeople : demand.weight;
  let [x, y, z] = [0, 0, 0];
  for (const point of points) {
    const mass = masses[point] ?? 0;
    x += mass * (demand.x[point] ?? 0);
    y += mass * (demand.y[point] ?? 0);
    z += mass * (demand.z[point] ?? 0);
  }
  return x === 0 && y === 0 && z === 0 ? null : [Math.atan2(y, x) * DEGREES, Math.atan2(z, Math.hypot(x, y)) * DEGREES];
}
const DEGREES = 180 / Math.PI;
