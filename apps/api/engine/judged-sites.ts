import { buildSites, nearestSites, type SiteIndex } from '#analysis/nearest';
import { buildPoints, type PointSet } from '#analysis/sphere';
import type { Dataset } from './dataset';
import type { Judged } from './judged';
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
  dataset.memory.recall('judgedSites', DAYS_KEPT, judged.key, () => ({
    ready: siteSet(dataset, numbersWhere(judged.level, READINESS.ready)),
    almost: siteSet(dataset, numbersWhere(judged.almost, 1)),
    unknown: siteSet(dataset, numbersWhere(judged.level, READINESS.unknown)),
  }));

/** The nearest structure of a set to each point, by the straight line. */
export function nearestStructures(points: PointSet, { sites, structure }: SiteSet): NearestStructures {
  const { site, distanceKm } = nearestSites(points, sites);
  return { structure: site.map((number) => structure[number] ?? -1), distanceKm, travelMin: null };
}

/** Which side of closed borders some points, and all structures, are on: who is on different sides does not reach each other. */
export interface Sides {
  readonly count: number;
  readonly ofPoint: Int32Array;
  readonly ofStructure: Int32Array;
}

/** The nearest structure on the same side of closed borders, by the straight line; −1 and Infinity: there is none. */
export function nearestOnSameSide(dataset: Dataset, points: PointSet, numbers: Int32Array, sides: Sides): NearestStructures {
  const structure = new Int32Array(points.lng.length).fill(-1);
  const distanceKm = new Float64Array(points.lng.length).fill(Infinity);
  for (let side = 0; side < sides.count; side += 1) {
    const here = Int32Array.from(points.lng.keys()).filter((point) => sides.ofPoint[point] === side);
    const found = nearestStructures(
      buildPoints(Float64Array.from(here, (point) => points.lng[point] ?? NaN), Float64Array.from(here, (point) => points.lat[point] ?? NaN)),
      siteSet(dataset, numbers.filter((number) => sides.ofStructure[number] === side)),
    );
    here.forEach((point, i) => {
      structure[point] = found.structure[i] ?? -1;
      distanceKm[point] = found.distanceKm[i] ?? Infinity;
    });
  }
  return { structure, distanceKm, travelMin: null };
}
