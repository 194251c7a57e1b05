import { buildPoints, chordSquaredBetween } from '#analysis/sphere';
import type { AreaType } from '#domain/records';
import type { Dataset } from '../dataset';
import type { Surface, SurfaceDay } from '../surface';
import type { Footing } from './reach';

/** Cells of the surface where people live and structures stand; −1: outside of it. */
interface Places {
  readonly points: Int32Array;
  readonly structures: Int32Array;
}

const DAYS_KEPT = 4;

/** Where everything lies on the surface. Nothing is moved to better ground: who lives on water is on water, and that is said (decision 0032). */
export const placesOn = ({ memory, levels, structures }: Dataset, surface: Surface): Places =>
  memory.recall('surfacePlaces', 1, '', () => {
    const cellsOf = (lng: Float64Array, lat: Float64Array): Int32Array => Int32Array.from(lng, (east, i) => (Number.isFinite(east) ? surface.cellOf(east, lat[i] ?? NaN) : -1));
    return { points: cellsOf(levels.demand.lng, levels.demand.lat), structures: cellsOf(structures.lng, structures.lat) };
  });

export const isCrossable = ({ grid }: SurfaceDay, cell: number): boolean => Number.isFinite(grid.friction[cell] ?? NaN);

export const footingOn = (dataset: Dataset, surface: Surface, day: SurfaceDay): Footing =>
  dataset.memory.recall('footing', DAYS_KEPT, day.key, () => {
    const { points, structures } = placesOn(dataset, surface);
    const marked = (cells: Int32Array): Uint8Array => Uint8Array.from(cells, (cell) => (isCrossable(day, cell) ? 1 : 0));
    return { points: marked(points), structures: marked(structures) };
  });

/**
 * The cell from which an area as a whole sets out: that of its centre of population; where that cannot be crossed (people live round a lake),
 * that of the point of the area nearest to the centre that can. −1: the area has none.
 */
export const originsOn = (dataset: Dataset, surface: Surface, day: SurfaceDay, type: AreaType): Int32Array =>
  dataset.memory.recall('surfaceOrigins', DAYS_KEPT, `${type} ${day.key}`, () => {
    const { levels } = dataset;
    const { demand } = levels;
    const centres = levels.centres(type);
    const { areaOfPoint } = levels.level(type);
    const origins = Int32Array.from(centres.lng, (lng, area) => (Number.isFinite(lng) ? surface.cellOf(lng, centres.lat[area] ?? NaN) : -1));
    const astray = Uint8Array.from(origins, (cell, area) => (Number.isFinite(centres.lng[area]) && !isCrossable(day, cell) ? 1 : 0));
    const { points } = placesOn(dataset, surface);
    const footing = footingOn(dataset, surface, day);
    const nearest = new Float64Array(origins.length).fill(Infinity);
    const places = buildPoints(demand.lng, demand.lat);
    origins.forEach((_, area) => {
      if (astray[area] === 1) origins[area] = -1;
    });
    areaOfPoint.forEach((area, point) => {
      if (area < 0 || astray[area] !== 1 || footing.points[point] !== 1) return;
      const chord = chordSquaredBetween(centres, area, places, point);
      if (chord >= (nearest[area] ?? Infinity)) return;
      nearest[area] = chord;
      origins[area] = points[point] ?? -1;
    });
    return origins;
  });
