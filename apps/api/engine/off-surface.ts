import type { AreaLevel } from '#analysis/area-level';
import { type GapView, structuresOf } from './gap-view';
import type { Footing } from './reach-by/reach';
import { mayBeReady } from './structures';

const QUESTIONS_KEPT = 8;

/**
 * What a metric over the ground cannot move in an area: the share of its people, and how many of its structures that may be ready. They are outside
 * the surface, on ground that cannot be crossed, or where movement is closed: reached by nobody, which is known and not unknown.
 */
export function offSurface(view: GapView, area: number): { readonly share: number; readonly structures: number } {
  const { reach: { footing, key }, dataset, level, set, judged } = view;
  if (footing === null) return { share: 0, structures: 0 };
  const shares = dataset.memory.recall('offSurface', QUESTIONS_KEPT, `${set.type} ${key}`, () => sharesOffSurface(level, footing));
  const astray = structuresOf(view, area).filter((number) => footing.structures[number] === 0 && Number.isFinite(dataset.structures.lng[number]) && mayBeReady(judged.level[number]));
  return { share: shares[area] ?? 0, structures: astray.length };
}

function sharesOffSurface(level: AreaLevel, { points }: Footing): Float64Array {
  const mass = new Float64Array(level.areaCount);
  level.areaOfPoint.forEach((area, point) => {
    if (area >= 0 && points[point] === 0) mass[area] = (mass[area] ?? 0) + (level.mass[point] ?? 0);
  });
  return mass.map((astray, area) => (astray === 0 ? 0 : astray / (level.totalMass[area] ?? 1)));
}
