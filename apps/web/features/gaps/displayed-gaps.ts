import type { GapArea, GapsAnswer, GapsSweep } from '#api/contract/gaps';
import type { LegendKey, Sort } from '../../state/page-state';

/** What is on the screen: the list, the figures, the legend and the map all draw this, so that they never disagree. */
export interface DisplayedGaps {
  readonly areas: readonly GapArea[];
  readonly summary: GapsAnswer['summary'];
  /** Threshold of these classes, km or minutes. */
  readonly threshold: number;
  /** False while the slider is ahead of the server: classes and people are the server’s own for this step, counts of structures are not. */
  readonly exact: boolean;
}

/** The answer as it stands, or with the classes and people of another step of the threshold slider laid over it. */
export function displayAt(answer: GapsAnswer, sweep: GapsSweep | undefined, threshold: number): DisplayedGaps {
  const step = sweep?.steps.indexOf(threshold) ?? -1;
  const classes = sweep?.areaClasses[step];
  const summary = sweep?.summaries[step];
  if (answer.parameters.threshold === threshold || sweep === undefined || classes === undefined || summary === undefined) {
    return { areas: answer.areas, summary: answer.summary, threshold: answer.parameters.threshold, exact: answer.parameters.threshold === threshold };
  }
  const positions = new Map(sweep.codes.map((code, position) => [code, position]));
  const areas = answer.areas.map((area): GapArea => {
    const position = positions.get(area.code);
    if (position === undefined) return area;
    return {
      ...area,
      class: sweep.classes[Number(classes[position])] ?? null,
      peopleInGap: sweep.peopleInGap[step]?.[position] ?? null,
      peopleUncertain: sweep.peopleUncertain[step]?.[position] ?? null,
    };
  });
  return { areas, summary: { ...answer.summary, ...summary }, threshold, exact: false };
}

/** Whether the steps of a sweep are those of an answer: everything but the threshold is the same. */
export function isSameQuestion(answer: GapsAnswer, sweep: GapsSweep): boolean {
  const plain = (parameters: GapsAnswer['parameters']): string => JSON.stringify({ ...parameters, threshold: 0 });
  return answer.dataVersion === sweep.dataVersion && plain(answer.parameters) === plain(sweep.parameters);
}

/** The entries of the legend that an area falls under: its class, or none, and perhaps an unknown population besides. */
export function legendKeysOf(area: GapArea): readonly LegendKey[] {
  const keys: LegendKey[] = [area.class ?? 'notClassified'];
  if (area.population === null) keys.push('populationUnknown');
  return keys;
}

export const isShown = (area: GapArea, off: readonly LegendKey[]): boolean => !legendKeysOf(area).some((key) => off.includes(key));

export const plainText = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const byName = (a: GapArea, b: GapArea): number => plainText(a.name).localeCompare(plainText(b.name)) || (a.code < b.code ? -1 : 1);
/** Most first; unknown after what is known to be someone and before what is known to be nobody. */
const mostFirst = (a: number | null, b: number | null): number => (b ?? 0.5) - (a ?? 0.5);

const ORDERS: Readonly<Record<Sort, (a: GapArea, b: GapArea) => number>> = {
  peopleInGap: (a, b) => mostFirst(a.peopleInGap, b.peopleInGap) || mostFirst(a.peopleUncertain, b.peopleUncertain) || mostFirst(a.population, b.population) || byName(a, b),
  peopleUncertain: (a, b) => mostFirst(a.peopleUncertain, b.peopleUncertain) || mostFirst(a.peopleInGap, b.peopleInGap) || mostFirst(a.population, b.population) || byName(a, b),
  population: (a, b) => mostFirst(a.population, b.population) || byName(a, b),
  // No ready structure known at all is the farthest.
  nearestReady: (a, b) => mostFirst(a.care.nearestReady?.distanceKm ?? 1e6, b.care.nearestReady?.distanceKm ?? 1e6) || byName(a, b),
  name: byName,
};

/** The list: what the legend and the search leave, in the chosen order. */
export function rankAreas(areas: readonly GapArea[], choice: { off: readonly LegendKey[]; search: string | null; sort: Sort }): GapArea[] {
  const wanted = choice.search === null ? '' : plainText(choice.search.trim());
  return areas
    .filter((area) => isShown(area, choice.off) && (wanted === '' || plainText(`${area.name} ${area.code} ${area.provinceName ?? ''}`).includes(wanted)))
    .sort(ORDERS[choice.sort]);
}

/** The figure that a row shows for an order, and the words for its unit. */
export interface RowFigure {
  readonly value: number | null;
  readonly unit: 'peopleInGap' | 'peopleUncertain' | 'population' | 'km' | 'unknown';
}

export function rowFigure(area: GapArea, sort: Sort): RowFigure {
  if (sort === 'nearestReady') return { value: area.care.nearestReady?.distanceKm ?? null, unit: 'km' };
  if (area.population === null) return { value: null, unit: 'unknown' };
  if (sort === 'peopleUncertain') return { value: area.peopleUncertain, unit: 'peopleUncertain' };
  if (sort === 'peopleInGap' && (area.peopleInGap ?? 0) > 0) return { value: area.peopleInGap, unit: 'peopleInGap' };
  if (sort === 'peopleInGap' && (area.peopleUncertain ?? 0) > 0) return { value: area.peopleUncertain, unit: 'peopleUncertain' };
  return { value: area.population, unit: 'population' };
}
