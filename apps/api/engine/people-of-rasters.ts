import { spreadEvenly } from '#analysis/even-spread';
import { frameOf } from '#analysis/raster-frame';
import type { RasterSpread } from '#analysis/demand';
import type { AreaType } from '#domain/records';
import { areaTypes } from '#domain/vocabularies/places';
import type { AreaSet, AreaSets } from './area-sets';
import type { PeopleGround } from './ground';

/** Points of an area that are looked up in a raster, to tell whether it lies over the whole area. */
const POINTS_LOOKED_UP = 64;
const COVERED = 0.99;
/** Cells with a value reach over this part of the area from west to east and from north to south; a sliver of the neighbour does not. */
const REACHED = 0.4;

/**
 * Gives the areas that a population raster covers its people, with its source and year, and says where in each base area they are. Each area takes
 * the raster loaded last of those that cover it; one that none covers keeps what it has. `used`: digests of the rasters that some area took.
 */
export function peopleOfRasters(sets: AreaSets, base: AreaType, rasters: readonly PeopleGround[]): { readonly sets: AreaSets; readonly spread: ReadonlyMap<number, RasterSpread>; readonly used: ReadonlySet<string> } {
  const spread = new Map<number, RasterSpread>();
  const used = new Set<string>();
  if (rasters.length === 0) return { sets, spread, used };
  const counted = areaTypes.codes.map((type, level): readonly [AreaType, AreaSet] => {
    const set = sets[type];
    const areas = set.areas.map((area, number) => {
      const raster = rasters.find((one) => covers(one, set, level, number));
      if (raster === undefined) return area;
      used.add(raster.record.sha256);
      if (type === base) spread.set(number, blocksIn(raster, number));
      const { source, year } = raster.record;
      return { ...area, population: { value: Math.round(raster.people.byLevel[level]?.[number] ?? 0), year, source } };
    });
    return [type, { ...set, areas }];
  });
  return { sets: Object.fromEntries(counted) as Record<AreaType, AreaSet>, spread, used };
}

function covers({ people }: PeopleGround, { index: { edges } }: AreaSet, level: number, area: number): boolean {
  const [west = NaN, south = NaN, east = NaN, north = NaN] = edges.bounds.subarray(area * 4, area * 4 + 4);
  const [left = NaN, bottom = NaN, right = NaN, top = NaN] = (people.spanByLevel[level] ?? new Float64Array()).subarray(area * 4, area * 4 + 4);
  const { crs, cellX, cellY } = people.placement;
  const metres = crs === 'EPSG:4326' ? 1 : 111_000;
  // The span is that of centres: half a cell more on each side.
  if (!(right - left + cellX / metres >= REACHED * (east - west) && top - bottom + cellY / metres >= REACHED * (north - south))) return false;
  const { cellOf } = frameOf(people.placement);
  const { lng, lat } = spreadEvenly(edges, area, POINTS_LOOKED_UP);
  const inside = lng.filter((one, i) => cellOf(one, lat[i] ?? NaN) >= 0).length;
  return inside >= COVERED * lng.length;
}

function blocksIn({ people: { blocks } }: PeopleGround, area: number): RasterSpread {
  const first = blocks.area.indexOf(area);
  const stop = first === -1 ? -1 : blocks.area.lastIndexOf(area) + 1;
  const part = (values: Float64Array): number[] => [...values.subarray(first, stop)];
  return first === -1 ? { lng: [], lat: [], people: [] } : { lng: part(blocks.lng), lat: part(blocks.lat), people: part(blocks.people) };
}
