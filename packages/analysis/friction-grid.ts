import type { RasterPlacement } from '#domain/raster-placement';
import { frameOf } from './raster-frame';

/** Cells of a raster, from … up to, not including. */
export interface GridBox {
  readonly columns: readonly [number, number];
  readonly rows: readonly [number, number];
}

/** West, south, east, north, degrees, EPSG:4326. */
export type DegreeBox = readonly [west: number, south: number, east: number, north: number];

/** Paths may lead outside the areas: so far around them the ground is kept, degrees. */
const MARGIN_DEGREES = 0.5;
export const MAX_GRID_CELLS = 8_000_000;

/** The part of a raster that lies over a box, with a margin around it; null: none does. */
export function cutTo(placement: RasterPlacement, [west, south, east, north]: DegreeBox): GridBox | null {
  const { gridOf } = frameOf(placement);
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let step = 0; step <= 16; step += 1) {
    const lng = west - MARGIN_DEGREES + ((east - west + 2 * MARGIN_DEGREES) * step) / 16;
    const lat = south - MARGIN_DEGREES + ((north - south + 2 * MARGIN_DEGREES) * step) / 16;
    for (const [column, row] of [gridOf(lng, south - MARGIN_DEGREES), gridOf(lng, north + MARGIN_DEGREES), gridOf(west - MARGIN_DEGREES, lat), gridOf(east + MARGIN_DEGREES, lat)]) {
      [left, top, right, bottom] = [Math.min(left, column), Math.min(top, row), Math.max(right, column), Math.max(bottom, row)];
    }
  }
  const clamp = (at: number, most: number): number => Math.min(most, Math.max(0, at));
  const columns: [number, number] = [clamp(Math.floor(left), placement.width), clamp(Math.ceil(right), placement.width)];
  const rows: [number, number] = [clamp(Math.floor(top), placement.height), clamp(Math.ceil(bottom), placement.height)];
  return columns[0] < columns[1] && rows[0] < rows[1] ? { columns, rows } : null;
}

/** Puts the cells of a part of a friction raster on a grid that the engine can hold: as they are, or several together where they would be too many. */
export class FrictionSum {
  readonly placement: RasterPlacement;
  /** Cells of the raster along each side of a cell of the grid. */
  readonly coarsened: number;
  readonly #sum: Float64Array;
  readonly #passable: Uint16Array;

  constructor(raster: RasterPlacement, private readonly box: GridBox, maxCells = MAX_GRID_CELLS) {
    const [width, height] = [box.columns[1] - box.columns[0], box.rows[1] - box.rows[0]];
    let side = 1;
    while (Math.ceil(width / side) * Math.ceil(height / side) > maxCells) side += 1;
    this.coarsened = side;
    this.placement = {
      crs: raster.crs,
      width: Math.ceil(width / side),
      height: Math.ceil(height / side),
      west: raster.west + box.columns[0] * raster.cellX,
      north: raster.north - box.rows[0] * raster.cellY,
      cellX: raster.cellX * side,
      cellY: raster.cellY * side,
    };
    this.#sum = new Float64Array(this.placement.width * this.placement.height);
    this.#passable = new Uint16Array(this.#sum.length);
  }

  /** Cells from `column`, `row` of the raster on, row by row, minutes per metre; NaN: cannot be crossed. */
  add({ column, row, width, values }: { readonly column: number; readonly row: number; readonly width: number; readonly values: Float64Array }): void {
    for (let at = 0; at < values.length; at += 1) {
      const friction = values[at] ?? NaN;
      if (Number.isNaN(friction)) continue;
      const x = Math.floor((column + (at % width) - this.box.columns[0]) / this.coarsened);
      const y = Math.floor((row + Math.floor(at / width) - this.box.rows[0]) / this.coarsened);
      const cell = y * this.placement.width + x;
      this.#sum[cell] = (this.#sum[cell] ?? 0) + friction;
      this.#passable[cell] = (this.#passable[cell] ?? 0) + 1;
    }
  }

  /** Mean of the passable cells. Where half of them or more are barriers the whole is one: a river must not open because the grid is coarse. */
  friction(): Float32Array {
    const { width } = this.placement;
    return Float32Array.from(this.#sum, (sum, cell) => {
      const passable = this.#passable[cell] ?? 0;
      return passable * 2 > this.#cellsIn(cell % width, Math.floor(cell / width)) ? sum / passable : NaN;
    });
  }

  /** At the eastern and southern border a cell of the grid may hold fewer. */
  #cellsIn(x: number, y: number): number {
    const { columns, rows } = this.box;
    return Math.min(this.coarsened, columns[1] - columns[0] - x * this.coarsened) * Math.min(this.coarsened, rows[1] - rows[0] - y * this.coarsened);
  }
}
