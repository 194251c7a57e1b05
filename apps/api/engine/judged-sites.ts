import { buildSites, nearestSites, type SiteIndex } from '#analysis/nearest';
import type { PointSet } from '#analysis/sphere';
import type { Dataset } from './dataset';
import { type Judged, judgingKey } from './judged';
import type { NearestStructures } from './reach-by/reach';
import { numbersWhere, READINESS } from './structures';

/** Some of the structures, ready to be asked which is nearest; `structure` turns a site's number into the structure's. */
interface SiteSet {
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

/** The nearest structure of a set to each point, by the straight line. */
export function nearestStructures(points: PointSet, { sites, structure }: SiteSet): NearestStructures {
  const { site, distanceKm } = nearestSites(points, sites);
  return { structure: site.map((number) => structure[number] ?? -1), distanceKm, travelMin: null };
}
