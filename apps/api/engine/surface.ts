import type { MultiPolygonCoords } from '#analysis/area-edges';
import { buildPolygonIndex, covers, type PolygonIndex } from '#analysis/polygon-index';
import { cellSizesOf, frameOf, type RasterFrame } from '#analysis/raster-frame';
import type { TravelGrid } from '#analysis/travel-grid';
import type { AnalysisProgramme } from '#db/stores/analysis-input';
import { isInForce } from '#domain/closure-rules';
import type { IsoDate } from '#domain/dates';
import type { RasterPlacement } from '#domain/raster-placement';
import type { MovementClosure, RasterRecord } from '#domain/reach-records';
import type { LngLat } from '#domain/units';
import { areaTypes } from '#domain/vocabularies/places';
import type { AreaSets } from './area-sets';
import { byText } from './by-text';

/** What a surface is made from: a friction raster, cut to the loaded areas. */
export interface FrictionGround {
  readonly record: RasterRecord;
  /** Of the part that was cut out, coarser than the file where `coarsened` is above 1. */
  readonly placement: RasterPlacement;
  /** Cells of the file along each side of a cell of this grid. */
  readonly coarsened: number;
  /** Minutes per metre, by cell; NaN: cannot be crossed. */
  readonly friction: Float32Array;
}

/** An area closed to movement, as this viewer may see it. */
export interface KnownClosure {
  readonly id: string;
  readonly record: MovementClosure;
}

/** The surface as it is on a day. The same closures give the same object, so that what is computed over it can be kept by `key`. */
export interface SurfaceDay {
  /** Empty where nothing is closed. */
  readonly key: string;
  readonly grid: TravelGrid;
  /** In force, by id. */
  readonly closures: readonly KnownClosure[];
}

/** The ground that people walk and drive over, made from the newest friction raster. */
export interface Surface {
  readonly record: RasterRecord;
  /** Cells of the raster along each side of a cell of the grid: above 1, the raster was too fine to be held whole. */
  readonly coarsened: number;
  /** Without any closure. */
  readonly grid: TravelGrid;
  /** Cell that holds a position, EPSG:4326; −1: outside the surface. */
  readonly cellOf: (lng: number, lat: number) => number;
  /** Centre of a cell, EPSG:4326. */
  readonly lngLatOf: (cell: number) => LngLat;
  /** Position of a column and row, fractions of a cell included, EPSG:4326. */
  readonly positionOf: (column: number, row: number) => LngLat;
  /**
   * With the areas that are closed or slowed on that day. `alsoClosed`: codes of areas that somebody tries out as closed.
   * A cell belongs to an area where its centre does. Where two closures slow the same cell, the slower one counts.
   */
  readonly on: (day: IsoDate, alsoClosed?: readonly string[]) => SurfaceDay;
}

/** Days kept: each weighs as much as the surface. */
const DAYS_KEPT = 4;

/** Builds the surface. Closures that this viewer may not see are not in `programmes`: for this viewer there are none. */
export function buildSurface(ground: FrictionGround, sets: AreaSets, programmes: readonly AnalysisProgramme[]): Surface {
  const { record, coarsened, placement, friction } = ground;
  const frame = frameOf(placement);
  const grid: TravelGrid = { width: placement.width, height: placement.height, wraps: frame.wraps, friction, ...cellSizesOf(placement) };
  const known = programmes.flatMap((one): KnownClosure[] => (one.kind === 'movementClosure' ? [{ id: one.id, record: one.record }] : [])).sort((a, b) => byText(a.id, b.id));
  const days = new Map<string, SurfaceDay>();
  const untouched: SurfaceDay = { key: '', grid, closures: [] };
  return {
    record,
    coarsened,
    grid,
    cellOf: frame.cellOf,
    lngLatOf: frame.lngLatOf,
    positionOf: frame.positionOf,
    on(day, alsoClosed = []) {
      const closures = known.filter(({ record }) => isInForce(record, day));
      const tried = [...new Set(alsoClosed)].sort(byText);
      if (closures.length === 0 && tried.length === 0) return untouched;
      const key = [...closures.map(({ id }) => id), ...tried.map((code) => `+${code}`)].join(' ');
      const kept = days.get(key);
      if (kept !== undefined) return kept;
      const oldest = days.keys().next();
      if (days.size >= DAYS_KEPT && oldest.done !== true) days.delete(oldest.value);
      const made: SurfaceDay = { key, closures, grid: { ...grid, friction: closeGround(frame, friction, sets, closures, tried) } };
      days.set(key, made);
      return made;
    },
  };
}

function closeGround(frame: RasterFrame, open: Float32Array, sets: AreaSets, closures: readonly KnownClosure[], tried: readonly string[]): Float32Array {
  const friction = open.slice();
  const slowed = new Map<number, number>();
  for (const { record: { areaCodes, outline, effect, factor } } of closures) {
    const slower = effect === 'slowed' ? (factor ?? Infinity) : Infinity;
    for (const outlineOfOne of outlinesOf(sets, areaCodes, outline)) {
      forEachCellIn(frame, outlineOfOne, (cell) => void slowed.set(cell, Math.max(slower, slowed.get(cell) ?? 1)));
    }
  }
  for (const one of outlinesOf(sets, tried, null)) forEachCellIn(frame, one, (cell) => void slowed.set(cell, Infinity));
  for (const [cell, factor] of slowed) friction[cell] = factor === Infinity ? NaN : (open[cell] ?? NaN) * factor;
  return friction;
}

/** Outlines of a closure: its own, and those of its areas at whatever level they are. An area without an outline closes nothing. */
function outlinesOf(sets: AreaSets, areaCodes: readonly string[], outline: MovementClosure['outline']): MultiPolygonCoords[] {
  const found: MultiPolygonCoords[] = outline === null ? [] : [outline];
  for (const code of areaCodes) {
    for (const type of areaTypes.codes) {
      const drawn = sets[type].outlines[sets[type].numberOf.get(code) ?? -1];
      if (drawn) found.push(drawn);
    }
  }
  return found;
}

/** Every cell whose centre the outline covers, borders included. */
function forEachCellIn(frame: RasterFrame, outline: MultiPolygonCoords, visit: (cell: number) => void): void {
  const index = buildPolygonIndex([outline]);
  const { width, height } = frame.placement;
  const [columns, rows] = spanOf(frame, index);
  for (let row = Math.max(0, rows[0]); row < Math.min(height, rows[1]); row += 1) {
    for (let column = Math.max(0, columns[0]); column < Math.min(width, columns[1]); column += 1) {
      const [lng, lat] = frame.positionOf(column + 0.5, row + 0.5);
      if (covers(index, 0, lng, lat)) visit(row * width + column);
    }
  }
}

/** Columns and rows that an outline can touch: those of the corners and sides of its box, and one more all round. */
function spanOf(frame: RasterFrame, { grid: { west, south, east, north } }: PolygonIndex): [columns: [number, number], rows: [number, number]] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let step = 0; step <= 8; step += 1) {
    const [lng, lat] = [west + ((east - west) * step) / 8, south + ((north - south) * step) / 8];
    for (const [column, row] of [frame.gridOf(lng, south), frame.gridOf(lng, north), frame.gridOf(west, lat), frame.gridOf(east, lat)]) {
      [left, top, right, bottom] = [Math.min(left, column), Math.min(top, row), Math.max(right, column), Math.max(bottom, row)];
    }
  }
  return [[Math.floor(left) - 1, Math.ceil(right) + 1], [Math.floor(top) - 1, Math.ceil(bottom) + 1]];
}
