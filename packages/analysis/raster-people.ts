import { frameOf, cellSizesOf } from './raster-frame';
import { type RasterPlacement, utmZoneOf } from '#domain/raster-placement';

/** People of a raster, put together as one number for each block of cells in each area. */
export interface RasterBlocks {
  /** Base area of each block, ascending. */
  readonly area: Int32Array;
  /** The cell that holds most of them: where the block’s people are taken to be. */
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  readonly people: Float64Array;
}

/** The people of a raster by area. Each cell belongs to the one area that holds its centre; on a border, to the area of the lowest number. */
export interface RasterPeople {
  readonly blocks: RasterBlocks;
  /** For each level, in the order given: people of each area. */
  readonly byLevel: readonly Float64Array[];
  /** For each level: west, south, east, north of the cells with a value of each area, degrees, by their centres; ±Infinity where it has none. */
  readonly spanByLevel: readonly Float64Array[];
  /** In all, and in no area of the base level. */
  readonly total: number;
  readonly outside: number;
}

/** Areas of a level, for positions in degrees: the area that covers it, or −1. */
export type LocateArea = (lng: number, lat: number) => number;

export interface PeopleOptions {
  readonly placement: RasterPlacement;
  /** Levels to sum by. */
  readonly levels: readonly { readonly locate: LocateArea; readonly count: number }[];
  /** Of these, the level at which people are placed. */
  readonly base: number;
  /** Of these, a level that crosses it: no block has people of two of its areas. −1: there is none. */
  readonly crossing: number;
}

/** Edge of a block, metres, and what doubles it. */
const BLOCK_M = 1000;
export const MAX_BLOCKS = 400_000;

/**
 * Sums the cells of a raster, part after part, by area of every level, and by block of about a kilometre, or of more where that would be more than
 * `MAX_BLOCKS` blocks. Sums are of the values as they are, never rounded.
 */
export class PeopleSum {
  readonly #frame;
  readonly #byLevel: Float64Array[];
  readonly #spanByLevel: Float64Array[];
  /** Cells along each side of a block. */
  #side: number;
  #blocks = new Map<number, Block>();
  /** Of degrees: the centres of all columns and rows, worked out once. */
  readonly #lngOfColumn: Float64Array | null = null;
  readonly #latOfRow: Float64Array | null = null;
  /** Area of the cell at hand at each level. */
  readonly #areas: Int32Array;
  #total = 0;
  #outside = 0;

  constructor(private readonly options: PeopleOptions) {
    this.#frame = frameOf(options.placement);
    this.#byLevel = options.levels.map(({ count }) => new Float64Array(count));
    this.#spanByLevel = options.levels.map(({ count }) => Float64Array.from({ length: count * 4 }, (_, i) => (i % 4 < 2 ? Infinity : -Infinity)));
    if (utmZoneOf(options.placement.crs) === null) {
      this.#lngOfColumn = Float64Array.from({ length: options.placement.width }, (_, column) => this.#frame.positionOf(column + 0.5, 0)[0]);
      this.#latOfRow = Float64Array.from({ length: options.placement.height }, (_, row) => this.#frame.positionOf(0, row + 0.5)[1]);
    }
    this.#areas = new Int32Array(options.levels.length);
    const { cellHeightM } = cellSizesOf(options.placement);
    this.#side = Math.max(1, Math.round(BLOCK_M / (cellHeightM[Math.floor(cellHeightM.length / 2)] ?? BLOCK_M)));
  }

  /** Cells from `column`, `row` of the raster on, row by row; NaN: no value. */
  add({ column, row, width, values }: { readonly column: number; readonly row: number; readonly width: number; readonly values: Float64Array }): void {
    for (let at = 0; at < values.length; at += 1) {
      const people = values[at] ?? NaN;
      if (!Number.isNaN(people)) this.#addCell(column + (at % width), row + Math.floor(at / width), people);
    }
  }

  result(): RasterPeople {
    const blocks = [...this.#blocks.values()].sort((a, b) => a.area - b.area || a.row - b.row || a.column - b.column);
    return {
      blocks: {
        area: Int32Array.from(blocks, ({ area }) => area),
        lng: Float64Array.from(blocks, ({ lng }) => lng),
        lat: Float64Array.from(blocks, ({ lat }) => lat),
        people: Float64Array.from(blocks, ({ people }) => people),
      },
      byLevel: this.#byLevel,
      spanByLevel: this.#spanByLevel,
      total: this.#total,
      outside: this.#outside,
    };
  }

  #addCell(column: number, row: number, people: number): void {
    const lng = this.#lngOfColumn?.[column] ?? this.#frame.positionOf(column + 0.5, row + 0.5)[0];
    const lat = this.#latOfRow?.[row] ?? this.#frame.positionOf(column + 0.5, row + 0.5)[1];
    const { levels } = this.options;
    for (let level = 0; level < levels.length; level += 1) {
      const area = levels[level]?.locate(lng, lat) ?? -1;
      this.#areas[level] = area;
      const [sums, span] = [this.#byLevel[level], this.#spanByLevel[level]];
      if (area < 0 || sums === undefined || span === undefined) continue;
      sums[area] = (sums[area] ?? 0) + people;
      const at = area * 4;
      if (lng < (span[at] ?? 0)) span[at] = lng;
      if (lat < (span[at + 1] ?? 0)) span[at + 1] = lat;
      if (lng > (span[at + 2] ?? 0)) span[at + 2] = lng;
      if (lat > (span[at + 3] ?? 0)) span[at + 3] = lat;
    }
    if (people === 0) return;
    this.#total += people;
    const area = this.#areas[this.options.base] ?? -1;
    if (area < 0) {
      this.#outside += people;
      return;
    }
    this.#take({ area, crossing: this.#areas[this.options.crossing] ?? -1, column, row, lng, lat, people, most: people });
    if (this.#blocks.size > MAX_BLOCKS) this.#coarsen();
  }

  /** Adds people to their block; of two cells with as many, the first in reading order is where they are. */
  #take(cell: Block): void {
    const key = this.#keyOf(cell);
    const block = this.#blocks.get(key);
    if (block === undefined) {
      this.#blocks.set(key, { ...cell });
      return;
    }
    block.people += cell.people;
    if (cell.most < block.most || (cell.most === block.most && (cell.row > block.row || (cell.row === block.row && cell.column > block.column)))) return;
    Object.assign(block, { lng: cell.lng, lat: cell.lat, column: cell.column, row: cell.row, most: cell.most });
  }

  /** A number for each block, area and crossing area: fewer than 2⁵³ of them for any raster of a country. */
  #keyOf({ row, column, area, crossing }: Block): number {
    const { placement, levels, base, crossing: other } = this.options;
    const block = Math.floor(row / this.#side) * Math.ceil(placement.width / this.#side) + Math.floor(column / this.#side);
    return (block * (levels[base]?.count ?? 0) + area) * ((levels[other]?.count ?? 0) + 1) + crossing + 1;
  }

  #coarsen(): void {
    const finer = this.#blocks;
    this.#blocks = new Map();
    this.#side *= 2;
    for (const block of finer.values()) this.#take(block);
  }
}

interface Block {
  readonly area: number;
  readonly crossing: number;
  column: number;
  row: number;
  lng: number;
  lat: number;
  people: number;
  /** People of the cell that stands for the block. */
  most: number;
}
