import { createHash } from 'node:crypto';
import { cutTo, type DegreeBox, FrictionSum } from '#analysis/friction-grid';
import { locate } from '#analysis/polygon-index';
import { PeopleSum, type RasterPeople } from '#analysis/raster-people';
import type { AreaType } from '#domain/records';
import { areaTypes } from '#domain/vocabularies/places';
import type { RasterPlacement } from '#domain/raster-placement';
import { type RasterValues, ValueCount } from '#interchange/rasters/check-values';
import type { OpenRaster } from '#interchange/rasters/open-raster';
import { type AreaSets, baseLevelOf } from '../../engine/area-sets';

/** People of a population raster, by the areas that are loaded. Levels in the order of `areaTypes.codes`. */
export interface DerivedPeople extends RasterPeople {
  readonly placement: RasterPlacement;
  readonly values: RasterValues;
}
/** The ground of a friction raster around the areas that are loaded. */
export interface DerivedFriction {
  readonly placement: RasterPlacement;
  readonly coarsened: number;
  readonly friction: Float32Array;
  /** Of the part around the areas. */
  readonly values: RasterValues;
}

/** Names of what is worked out; another way of working it out takes another name. */
export const PEOPLE = 'people-1';
export const FRICTION = 'friction-1';

export type OnRowsRead = (done: number, total: number) => void;

/** The level that crosses the one at which people are placed. */
const crossingLevel = (sets: AreaSets, base: AreaType): AreaType | null => (base === 'healthZone' && sets.territory.hasOutlines ? 'territory' : null);

/** Sums the people of a raster by area, reading it once. */
export async function derivePeople(raster: OpenRaster, sets: AreaSets, onRows: OnRowsRead = () => undefined): Promise<DerivedPeople> {
  const base = baseLevelOf(sets);
  const crossing = crossingLevel(sets, base);
  const sum = new PeopleSum({
    placement: raster.placement,
    base: areaTypes.codes.indexOf(base),
    crossing: crossing === null ? -1 : areaTypes.codes.indexOf(crossing),
    levels: areaTypes.codes.map((type) => ({ count: sets[type].areas.length, locate: (lng, lat) => locate(sets[type].index, lng, lat) })),
  });
  const count = new ValueCount();
  for await (const window of raster.windows()) {
    count.add(window);
    sum.add(window);
    onRows(window.row + window.height, raster.placement.height);
  }
  return { ...sum.result(), placement: raster.placement, values: count.values() };
}

/** Cuts the ground of a friction raster to the areas; null: it lies over none of them. */
export async function deriveFriction(raster: OpenRaster, sets: AreaSets, onRows: OnRowsRead = () => undefined): Promise<DerivedFriction | null> {
  const box = extentOf(sets);
  const part = box === null ? null : cutTo(raster.placement, box);
  if (part === null) return null;
  const sum = new FrictionSum(raster.placement, part);
  const count = new ValueCount();
  for await (const window of raster.windows(part)) {
    count.add(window);
    sum.add(window);
    onRows(window.row + window.height - part.rows[0], part.rows[1] - part.rows[0]);
  }
  return { placement: sum.placement, coarsened: sum.coarsened, friction: sum.friction(), values: count.values() };
}

/** Everything that has an outline; null: nothing has. */
export function extentOf(sets: AreaSets): DegreeBox | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const type of areaTypes.codes) {
    if (!sets[type].hasOutlines) continue;
    const { grid } = sets[type].index;
    [west, south, east, north] = [Math.min(west, grid.west), Math.min(south, grid.south), Math.max(east, grid.east), Math.max(north, grid.north)];
  }
  return west <= east ? [west, south, east, north] : null;
}

/** Tells one set of outlines from another: what was worked out over other outlines does not hold any more. */
export function outlinesDigest(sets: AreaSets): string {
  const hash = createHash('sha256');
  for (const type of areaTypes.codes) {
    const { areas, index: { edges } } = sets[type];
    hash.update(`${type} ${areas.map(({ code }) => code).join(' ')}\n`).update(edges.firstEdge).update(edges.ends);
  }
  return hash.digest('hex').slice(0, 16);
}
