import { withinKm } from '#analysis/nearest';
import { indexedDemand } from '../demand-index';
import type { GapView } from '../gap-view';

/** Demand points within reach of a structure; null where nobody knows where it is. */
export function pointsReached({ dataset, question: { parameters: { reach }, limit } }: GapView, structure: number): readonly number[] | null {
  const { structures, base, levels: { demand } } = dataset;
  if (reach === 'sameArea') {
    const area = structures.areaOf[base][structure] ?? -1;
    return area < 0 ? null : Array.from({ length: (demand.firstPoint[area + 1] ?? 0) - (demand.firstPoint[area] ?? 0) }, (_, i) => (demand.firstPoint[area] ?? 0) + i);
  }
  const [lng, lat] = [structures.lng[structure] ?? NaN, structures.lat[structure] ?? NaN];
  return Number.isFinite(lng) ? withinKm(indexedDemand(dataset), lng, lat, limit).map(({ site }) => site) : null;
}
