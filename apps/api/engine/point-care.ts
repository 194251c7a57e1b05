import { buildSites, nearestSites, type SiteIndex } from '#analysis/nearest';
import type { PointCare } from '#analysis/classify';
import { markAreas, sameAreaKm } from '#analysis/reach';
import type { PointSet } from '#analysis/sphere';
import type { Dataset } from './dataset';
import { raisesAwareness, reportsCare } from './initiatives';
import { type Judged, judgedOn, judgingKey } from './judged';
import type { AreaRef } from './levels';
import { missionCare } from './mission-reach';
import { pointsOfAreas } from './points-of-areas';
import type { ResolvedQuestion } from './resolve-question';
import { finestArea, mayBeReady, numbersWhere, READINESS } from './structures';

/** Some of the structures, ready to be asked which is nearest; `structure` turns a site's number into the structure's. */
export interface SiteSet {
  readonly sites: SiteIndex;
  readonly structure: Int32Array;
}

/** A change of the day asks for new ones; moving the threshold, θ or the window does not. */
const DAYS_KEPT = 12;

/** The structures with a position that `numbers` lists, in its order. */
function siteSet({ structures: { lng, lat } }: Dataset, numbers: Int32Array): SiteSet {
  const structure = numbers.filter((number) => Number.isFinite(lng[number]));
  return { sites: buildSites(Float64Array.from(structure, (number) => lng[number] ?? NaN), Float64Array.from(structure, (number) => lat[number] ?? NaN)), structure };
}

/** The ready structures, the almost ready ones and those of unknown readiness, as sites. */
export const judgedSites = (dataset: Dataset, judged: Judged): { ready: SiteSet; almost: SiteSet; unknown: SiteSet } =>
  dataset.memory.recall('judgedSites', DAYS_KEPT, judgingKey(judged.judging), () => ({
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
  const { service, asOf, awarenessMonths, reach, evidence } = question.parameters;
  const aware = memory.recall('aware', DAYS_KEPT, `${service} ${asOf} ${awarenessMonths}`, () =>
    pointsOfAreas(dataset, initiatives.all.filter((one) => raisesAwareness(one, service, question.window)).flatMap((one) => one.footprint)));
  const reported = memory.recall('reported', DAYS_KEPT, `${service} ${asOf} ${evidence}`, () =>
    pointsOfAreas(dataset, evidence === 'assessed' ? [] : initiatives.all.filter((one) => reportsCare(one, service, question.asOfDay)).flatMap((one) => one.footprint)));
  const sameArea = reach === 'sameArea';
  const distances = memory.recall('distances', DAYS_KEPT, `${judgingKey(question.judging)} ${sameArea}`, () => (sameArea ? careInSameArea(dataset, question) : careByDistance(dataset, question)));
  return { aware, reported, ...withMissions(dataset, question, distances) };
}

/** The same with what missions give on the day: ready where a team is, whatever the threshold. */
export function withMissions(dataset: Dataset, { judging, parameters: { reach } }: ResolvedQuestion, distances: Distances): Omit<PointCare, 'aware' | 'reported'> {
  const { ready, somewhere } = missionCare(dataset, judging, reach === 'sameArea');
  return { ...distances, readyHere: ready, unknownHere: eitherOf(distances.unknownHere, somewhere) };
}

const eitherOf = (a: Uint8Array, b: Uint8Array | null): Uint8Array => (b === null ? a : a.map((value, point) => value | (b[point] ?? 0)));

type Distances = Pick<PointCare, 'toReady' | 'toUnknown' | 'unknownHere'>;

function careByDistance(dataset: Dataset, question: ResolvedQuestion): Distances {
  const { demand } = dataset.levels;
  const judged = judgedOn(dataset, question.judging);
  const { ready, unknown } = judgedSites(dataset, judged);
  return {
    toReady: nearestSites(demand, ready.sites).distanceKm,
    toUnknown: nearestSites(demand, unknown.sites).distanceKm,
    unknownHere: unplaced(dataset, judged, () => true),
  };
}

/** The same area is the one that people are placed in, whatever the level of the answer: a structure somewhere in the province is not care next door. */
export function careInSameArea(dataset: Dataset, question: ResolvedQuestion): Distances {
  const { base, levels, structures } = dataset;
  const judged = judgedOn(dataset, question.judging);
  const { areaCount, areaOfPoint } = levels.level(base);
  const own = structures.areaOf[base];
  const kmTo = (level: number): Float64Array => sameAreaKm(areaOfPoint, markAreas(areaCount, numbersWhere(judged.level, level).map((number) => own[number] ?? -1)));
  return {
    toReady: kmTo(READINESS.ready),
    toUnknown: kmTo(READINESS.unknown),
    unknownHere: unplaced(dataset, judged, (number) => (own[number] ?? -1) === -1),
  };
}

/**
 * Points of the areas that hold a structure known by area only, if it is ready or nobody knows: care there is at most to assess,
 * never ready, never none (decision 0004).
 */
export function unplaced(dataset: Dataset, judged: Judged, among: (structure: number) => boolean): Uint8Array {
  const { structures } = dataset;
  const areas: AreaRef[] = [];
  for (let number = 0; number < structures.rows.length; number += 1) {
    if (Number.isFinite(structures.lng[number]) || !mayBeReady(judged.level[number]) || !among(number)) continue;
    const area = finestArea(structures, number);
    if (area !== null) areas.push(dataset.levels.holder(area));
  }
  return pointsOfAreas(dataset, areas);
}
