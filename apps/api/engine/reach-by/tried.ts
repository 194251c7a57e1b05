import type { ClosedRegions } from '#analysis/closed-regions';
import { markAreas, sameAreaKm } from '#analysis/reach';
import { distancesAfter } from '#analysis/what-if-distances';
import type { Dataset } from '../dataset';
import { indexedDemand } from '../demand-index';
import type { Judged } from '../judged';
import { READINESS } from '../structures';
import { regionsWhenClosed } from './closed';
import type { Distances, Tried } from './distances';
import { unplaced } from './unplaced';

/** The line does not know roads: of a closed area it can be said only that nobody crosses its border, not that nobody moves within (decision 0034). */
export function triedByStraightLine(dataset: Dataset, limit: number, known: Distances, { was, is, closed }: Tried): Distances {
  const { levels, structures: { lng, lat } } = dataset;
  const demand = { points: levels.demand, index: indexedDemand(dataset) };
  const regions = regionsWhenClosed(dataset, closed);
  const after = (before: Float64Array, readiness: number): Float64Array => distancesAfter(demand, before, { lng, lat, before: whereAt(was, readiness), after: whereAt(is, readiness) }, limit, regions);
  return { toReady: after(known.toReady, READINESS.ready), toUnknown: after(known.toUnknown, READINESS.unknown), unknownHere: unplaced(dataset, is) };
}

const whereAt = ({ level }: Judged, readiness: number): Uint8Array => level.map((one) => (one === readiness ? 1 : 0));

/** A border that crosses an area parts it: the same area then means the same side of the border too. */
export function triedInSameArea(dataset: Dataset, { is, closed }: Tried): Distances {
  const { levels, structures, base } = dataset;
  const { areaCount, areaOfPoint } = levels.level(base);
  const own = structures.areaOf[base];
  const regions = regionsWhenClosed(dataset, closed);
  const sides = regions?.count ?? 1;
  const points = partsOf(areaOfPoint, sides, regions?.ofPoint);
  const sites = partsOf(own, sides, regions?.ofSite);
  const to = (readiness: number): Float64Array => sameAreaKm(points, markAreas(areaCount * sides, sites.filter((_, number) => is.level[number] === readiness)));
  return { toReady: to(READINESS.ready), toUnknown: to(READINESS.unknown), unknownHere: unplaced(dataset, is, (number) => (own[number] ?? -1) === -1) };
}

const partsOf = (areas: Int32Array, sides: number, sideOf: ClosedRegions['ofPoint'] | undefined): Int32Array => areas.map((area, i) => (area < 0 ? -1 : area * sides + (sideOf?.[i] ?? 0)));
