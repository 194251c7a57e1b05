import type { IsoDate } from '#domain/calendar';
import type { GapArea, GapsAnswer, GapsForecast, GapsSweep } from '#api/contract/gaps';
import type { ReachMetric } from '#domain/gap-parameters';
import type { TriedAreasAnswer, WhatIfAnswer } from '#api/contract/what-if';
import type { LegendKey, Sort } from '../../state/page-state';

/** What is on the screen: the list, the figures, the legend and the map all draw this, so that they never disagree. */
export interface DisplayedGaps {
  readonly areas: readonly GapArea[];
  readonly summary: GapsAnswer['summary'];
  /** Threshold of these classes, km or minutes. */
  readonly threshold: number;
  /** The day that they are foretold for, with no resupply; null: they are what is established on the day of the question. */
  readonly foretold: IsoDate | null;
  /** How the changes that are tried out stand; null: none is. Unless it is `shown`, everything here is today’s. */
  readonly tried: TriedState | null;
  /** False while a slider is ahead of the server: classes and people are the server’s own for this step, counts of structures are not. */
  readonly exact: boolean;
}

/** `waiting`: not worked out yet; `failed`: it cannot be; `today`: a person looks at today beside it. */
export type TriedState = 'shown' | 'waiting' | 'failed' | 'today';

/** Not what is established on the day: foretold, or tried out. */
export const isSupposed = ({ foretold, tried }: Pick<DisplayedGaps, 'foretold' | 'tried'>): boolean => foretold !== null || tried === 'shown';

/** What a person wants to see: the steps of the two sliders, at rest or under the thumb. */
export interface WantedStep {
  readonly threshold: number;
  readonly foretold: IsoDate | null;
}

/** What the page holds of the steps of the two sliders. */
export interface KnownSteps {
  readonly sweep: GapsSweep | undefined;
  readonly forecast: GapsForecast | undefined;
}

/** The day of an answer, if it is a forecast. */
const foretoldOf = ({ asOf, at }: GapsAnswer['parameters']): IsoDate | null => (at === asOf ? null : at);

/** The answer as it stands, or with the classes and people of another step of a slider laid over it: of one that nobody holds, the last answer stays. */
export function displayAt(answer: GapsAnswer, { sweep, forecast }: KnownSteps, wanted: WantedStep): DisplayedGaps {
  const { threshold } = answer.parameters;
  const foretold = foretoldOf(answer.parameters);
  const here = { areas: answer.areas, summary: answer.summary, threshold, foretold, tried: null };
  if (wanted.threshold === threshold && wanted.foretold === foretold) return { ...here, exact: true };
  if (wanted.foretold !== foretold) {
    const step = forecast?.dates.indexOf(wanted.foretold ?? answer.parameters.asOf) ?? -1;
    const laid = forecast && layOver(answer, forecast, step);
    return laid ? { ...here, ...laid, foretold: wanted.foretold, exact: false } : { ...here, exact: false };
  }
  const laid = sweep && layOver(answer, sweep, sweep.steps.indexOf(wanted.threshold));
  return laid ? { ...here, ...laid, threshold: wanted.threshold, exact: false } : { ...here, exact: false };
}

/** The answer with the changes that are tried out laid over it: classes, people and totals are the server’s own, what else is said of an area is today’s. */
export function displayTried(answer: GapsAnswer, { codes, classes, areaClasses, peopleInGap, peopleUncertain, summary }: WhatIfAnswer): DisplayedGaps {
  const { threshold } = answer.parameters;
  const steps: Steps = { codes, classes, areaClasses: [areaClasses], peopleInGap: [peopleInGap], peopleUncertain: [peopleUncertain], summaries: [summary] };
  return { areas: answer.areas, summary: answer.summary, ...layOver(answer, steps, 0), threshold, foretold: foretoldOf(answer.parameters), tried: 'shown', exact: false };
}

/** Are the changes tried out on this very question and these data? */
export const isTriedOn = (answer: GapsAnswer, tried: WhatIfAnswer): boolean => answer.dataVersion === tried.dataVersion && JSON.stringify(answer.parameters) === JSON.stringify(tried.parameters);

/** The areas on the screen with all that the server says of those which the changes concern, where it says it of these very classes and people; else as they are. */
export function sayTried({ areas }: Pick<DisplayedGaps, 'areas'>, said: TriedAreasAnswer | undefined): readonly GapArea[] {
  if (said === undefined) return areas;
  const byCode = new Map(said.areas.map((area) => [area.code, area]));
  return areas.map((area) => {
    const full = byCode.get(area.code);
    return full?.class === area.class && full.peopleInGap === area.peopleInGap && full.peopleUncertain === area.peopleUncertain ? full : area;
  });
}

type Steps = Pick<GapsSweep, 'codes' | 'classes' | 'areaClasses' | 'peopleInGap' | 'peopleUncertain' | 'summaries'>;

/** Classes and people of one step over the rest of an answer; null: there is no such step. */
function layOver(answer: GapsAnswer, steps: Steps, step: number): Pick<DisplayedGaps, 'areas' | 'summary'> | null {
  const classes = steps.areaClasses[step];
  const summary = steps.summaries[step];
  if (classes === undefined || summary === undefined) return null;
  const positions = new Map(steps.codes.map((code, position) => [code, position]));
  const areas = answer.areas.map((area): GapArea => {
    const position = positions.get(area.code);
    if (position === undefined) return area;
    const areaClass = steps.classes[Number(classes[position])] ?? null;
    const peopleInGap = steps.peopleInGap[step]?.[position] ?? null;
    const peopleUncertain = steps.peopleUncertain[step]?.[position] ?? null;
    // What stays as it was stays the same object: its row is not drawn anew.
    if (areaClass === area.class && peopleInGap === area.peopleInGap && peopleUncertain === area.peopleUncertain) return area;
    return { ...area, class: areaClass, peopleInGap, peopleUncertain };
  });
  return { areas, summary: { ...answer.summary, ...summary } };
}

/** Whether the steps of a slider are those of an answer: everything but what the slider moves is the same. */
export function isSameQuestion(answer: GapsAnswer, steps: Pick<GapsAnswer, 'parameters' | 'dataVersion'>, moved: 'threshold' | 'at'): boolean {
  const plain = (parameters: GapsAnswer['parameters']): string => JSON.stringify({ ...parameters, [moved]: 0 });
  return answer.dataVersion === steps.dataVersion && plain(answer.parameters) === plain(steps.parameters);
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

/** Minutes to the nearest ready structure by the model; null: none is known, or no way to it. */
const travelMinTo = ({ care: { nearestReady } }: GapArea): number | null => nearestReady?.travelMin?.modelled ?? null;

/** How far ready care is, by the metric: where none is known it is farthest, then where no way is known to it. */
const farness = (area: GapArea, reach: ReachMetric): number => (area.care.nearestReady === null ? 1e9 : reach === 'travelTime' ? (travelMinTo(area) ?? 1e8) : area.care.nearestReady.distanceKm);

const ORDERS: Readonly<Record<Sort, (a: GapArea, b: GapArea, reach: ReachMetric) => number>> = {
  peopleInGap: (a, b) => mostFirst(a.peopleInGap, b.peopleInGap) || mostFirst(a.peopleUncertain, b.peopleUncertain) || mostFirst(a.population, b.population) || byName(a, b),
  peopleUncertain: (a, b) => mostFirst(a.peopleUncertain, b.peopleUncertain) || mostFirst(a.peopleInGap, b.peopleInGap) || mostFirst(a.population, b.population) || byName(a, b),
  population: (a, b) => mostFirst(a.population, b.population) || byName(a, b),
  nearestReady: (a, b, reach) => farness(b, reach) - farness(a, reach) || byName(a, b),
  name: (a, b) => byName(a, b),
};

/** The list: what the legend and the search leave, in the chosen order. */
export function rankAreas(areas: readonly GapArea[], choice: { off: readonly LegendKey[]; search: string | null; sort: Sort; reach: ReachMetric }): GapArea[] {
  const wanted = choice.search === null ? '' : plainText(choice.search.trim());
  return areas
    .filter((area) => isShown(area, choice.off) && (wanted === '' || plainText(`${area.name} ${area.code} ${area.provinceName ?? ''}`).includes(wanted)))
    .sort((a, b) => ORDERS[choice.sort](a, b, choice.reach));
}

/** The figure that a row shows for an order, and the words for its unit. */
export interface RowFigure {
  readonly value: number | null;
  readonly unit: 'peopleInGap' | 'peopleUncertain' | 'population' | 'km' | 'onTheWay' | 'noWay' | 'unknown';
}

export function rowFigure(area: GapArea, sort: Sort, reach: ReachMetric): RowFigure {
  if (sort === 'nearestReady' && reach === 'travelTime' && area.care.nearestReady !== null) return travelMinTo(area) === null ? { value: null, unit: 'noWay' } : { value: travelMinTo(area), unit: 'onTheWay' };
  if (sort === 'nearestReady') return { value: area.care.nearestReady?.distanceKm ?? null, unit: 'km' };
  if (area.population === null) return { value: null, unit: 'unknown' };
  if (sort === 'peopleUncertain') return { value: area.peopleUncertain, unit: 'peopleUncertain' };
  if (sort === 'peopleInGap' && (area.peopleInGap ?? 0) > 0) return { value: area.peopleInGap, unit: 'peopleInGap' };
  if (sort === 'peopleInGap' && (area.peopleUncertain ?? 0) > 0) return { value: area.peopleUncertain, unit: 'peopleUncertain' };
  return { value: area.population, unit: 'population' };
}
