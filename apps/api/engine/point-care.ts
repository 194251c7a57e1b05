import { buildSites, nearestSites, type SiteIndex } from '#analysis/nearest';
import type { PointCare } from '#analysis/classify';
import { markAreas, pointsInAreas, sameAreaKm } from '#analysis/reach';
import type { PointSet } from '#analysis/sphere';
import { areaTypes } from '#domain/vocabularies/places';
import type { Dataset } from './dataset';
import { raisesAwareness, reportsCare } from './initiatives';
import type { AreaRef } from './levels';
import type { ResolvedQuestion } from './resolve-question';
import { finestArea, type Judged, judgeStructures, mayBeReady, numbersWhere, READINESS } from './structures';

/** Some of the structures, ready to be asked which is nearest; `structure` turns a site's number into the structure's. */
export interface SiteSet {
  readonly sites: SiteIndex;
  readonly structure: Int32Array;
}

/** A change of the day asks for new ones; moving the threshold, θ or the window does not. */
const DAYS_KEPT = 6;

export const judgedOn = ({ memory, structures }: Dataset, { parameters: { asOf }, standard }: Pick<ResolvedQuestion, 'standard'> & { parameters: { asOf: string } }): Judged =>
  memory.recall('judged', DAYS_KEPT, `${asOf} ${standard.code}`, () => judgeStructures(structures, asOf, standard));

/** The structures with a position that `numbers` lists, in its order. */
function siteSet({ structures: { lng, lat } }: Dataset, numbers: Int32Array): SiteSet {
  const structure = numbers.filter((number) => Number.isFinite(lng[number]));
  return { sites: buildSites(Float64Array.from(structure, (number) => lng[number] ?? NaN), Float64Array.from(structure, (number) => lat[number] ?? NaN)), structure };
}

/** The ready structures, the almost ready ones and those of unknown readiness, as sites. */
export const judgedSites = (dataset: Dataset, judged: Judged): { ready: SiteSet; almost: SiteSet; unknown: SiteSet } =>
  dataset.memory.recall('judgedSites', DAYS_KEPT, `${judged.asOf} ${judged.standard.code}`, () => ({
    ready: siteSet(dataset, numbersWhere(judged.level, READINESS.ready)),
    almost: siteSet(dataset, numbersWhere(judged.almost, 1)),
    unknown: siteSet(dataset, numbersWhere(judged.level, READINESS.unknown)),
  }));

/** The nearest structure of a set to each point: number of the structure (−1: none) and km. */
export function nearestStructures(points: PointSet, { sites, structure }: SiteSet): { structure: Int32Array; distanceKm: Float64Array } {
  const { site, distanceKm } = nearestSites(points, sites);
  return { structure: site.map((number) => structure[number] ?? -1), distanceKm };
}

/** What is known at each demand point, for one question. */
export function pointCare(dataset: Dataset, question: ResolvedQuestion): PointCare {
  const { memory, initiatives } = dataset;
  const { asOf, awarenessMonths, reach, evidence } = question.parameters;
  const aware = memory.recall('aware', DAYS_KEPT, `${asOf} ${awarenessMonths}`, () =>
    pointsOfAreas(dataset, initiatives.all.filter((one) => raisesAwareness(one, question.window)).flatMap((one) => one.footprint)));
  const reported = memory.recall('reported', DAYS_KEPT, `${asOf} ${evidence}`, () =>
    pointsOfAreas(dataset, evidence === 'assessed' ? [] : initiatives.all.filter((one) => reportsCare(one, question.asOfDay)).flatMap((one) => one.footprint)));
  const sameArea = reach === 'sameArea';
  const distances = memory.recall('distances', DAYS_KEPT, `${asOf} ${question.standard.code} ${sameArea}`, () => (sameArea ? careInSameArea(dataset, question) : careByDistance(dataset, question)));
  return { aware, reported, ...distances };
}

type Distances = Pick<PointCare, 'readyKm' | 'unknownKm' | 'unknownHere'>;

function careByDistance(dataset: Dataset, question: ResolvedQuestion): Distances {
  const { demand } = dataset.levels;
  const judged = judgedOn(dataset, question);
  const { ready, unknown } = judgedSites(dataset, judged);
  return {
    readyKm: nearestSites(demand, ready.sites).distanceKm,
    unknownKm: nearestSites(demand, unknown.sites).distanceKm,
    unknownHere: unplaced(dataset, judged, () => true),
  };
}

/** The same area is the one that people are placed in, whatever the level of the answer: a structure somewhere in the province is not care next door. */
function careInSameArea(dataset: Dataset, question: ResolvedQuestion): Distances {
  const { base, levels, structures } = dataset;
  const judged = judgedOn(dataset, question);
  const { areaCount, areaOfPoint } = levels.level(base);
  const own = structures.areaOf[base];
  const kmTo = (level: number): Float64Array => sameAreaKm(areaOfPoint, markAreas(areaCount, numbersWhere(judged.level, level).map((number) => own[number] ?? -1)));
  return {
    readyKm: kmTo(READINESS.ready),
    unknownKm: kmTo(READINESS.unknown),
    unknownHere: unplaced(dataset, judged, (number) => (own[number] ?? -1) === -1),
  };
}

/**
 * Points of the areas that hold a structure known by area only, if it is ready or nobody knows: care there is at most to assess,
 * never ready, never none (decision 0004).
 */
function unplaced(dataset: Dataset, judged: Judged, among: (structure: number) => boolean): Uint8Array {
  const { structures } = dataset;
  const areas: AreaRef[] = [];
  for (let number = 0; number < structures.rows.length; number += 1) {
    if (Number.isFinite(structures.lng[number]) || !mayBeReady(judged.level[number]) || !among(number)) continue;
    const area = finestArea(structures, number);
    if (area !== null) areas.push(dataset.levels.holder(area));
  }
  return pointsOfAreas(dataset, areas);
}

function pointsOfAreas({ levels }: Dataset, areas: readonly AreaRef[]): Uint8Array {
  const marked = areaTypes.codes.flatMap((type) => {
    const numbers = areas.filter((area) => area.type === type).map(({ number }) => number);
    if (numbers.length === 0) return [];
    const { areaCount, areaOfPoint } = levels.level(type);
    return [{ areaOfPoint, marked: markAreas(areaCount, numbers) }];
  });
  return pointsInAreas(levels.demand.lng.length, marked);
}
