import { TravelEngine } from './travel-engine';
import type { TravelField, TravelGrid } from './travel-grid';
import { MOST_UNITS, UNITS_PER_MIN } from './travel-steps';

/** Some 50 ms of work. */
const STEPS_PER_PIECE = 300_000;

/**
 * Travel time from the nearest of many sources over the 8-neighbour grid (domain.md §3), kept up to date while sources come and go.
 * A step costs the mean friction of its two cells × its true length in metres; barriers are never entered, diagonals between two of them are.
 * Exact over time counted in 2⁻¹⁵ minute, up to 34 days; of two sources at the same time, the lower number. The answer does not depend on the order of
 * work: adding and removing leave, bit for bit, what a full run over the same sources gives.
 */
export interface TravelTimes {
  /**
   * Forgets what was and runs over these sources: their cells (row × width + column); −1: no position, reaches nobody. One on a barrier reaches
   * nobody either. With `capMin`, times up to it, included, and nothing beyond; it holds for what is added and removed afterwards.
   */
  run(sources: Int32Array, capMin?: number): TravelField;
  /** The same in pieces, to be asked for one after the other. Whoever runs anything else between two of them is answered, and this begins again. */
  runInPieces(sources: Int32Array, capMin?: number, stepsPerPiece?: number): Generator<void, TravelField>;
  /** One more source; answers its number: the next one, or the given one, which must be free (one that was removed comes back, one of −1 gets a place). */
  add(cell: number, source?: number): number;
  /** Without this source. Its number stays free. Throws if there is none of that number. */
  remove(source: number): void;
  /** The same sources over other ground (a road closed, a bridge built): friction of every cell. Costs as much as what changes with it, and a look at each cell. */
  changeGround(friction: Float32Array): void;
  /** Views that change with every call; ask again after each. */
  readonly field: TravelField;
  /** The way: cells from this one to its source, both included; empty where nobody gets. */
  pathFrom(cell: number): Int32Array;
}

export function createTravelTimes(grid: TravelGrid): TravelTimes {
  return new GridTravelTimes(grid);
}

class GridTravelTimes implements TravelTimes {
  private readonly engine: TravelEngine;
  private readonly cellCount: number;
  /** Cell of each source, −1 where it has none (any more). */
  private cells: number[] = [];
  private runs = 0;

  constructor(grid: TravelGrid) {
    this.engine = new TravelEngine(grid);
    this.cellCount = grid.width * grid.height;
  }

  get field(): TravelField {
    return { minutes: this.engine.minutes, source: this.engine.source };
  }

  run(sources: Int32Array, capMin = Infinity): TravelField {
    this.begin(sources, capMin);
    this.engine.settle();
    return this.field;
  }

  *runInPieces(sources: Int32Array, capMin = Infinity, stepsPerPiece = STEPS_PER_PIECE): Generator<void, TravelField> {
    for (;;) {
      this.begin(sources, capMin);
      const run = this.runs;
      while (this.runs === run && !this.engine.settle(stepsPerPiece)) yield;
      if (this.runs === run) return this.field;
    }
  }

  private begin(sources: Int32Array, capMin: number): void {
    if (!(capMin >= 0)) throw new Error(`a cap of ${capMin} min; 0 or more expected`);
    for (const cell of sources) if (cell !== -1) this.checkCell(cell);
    this.cells = [...sources];
    this.engine.clear(Math.min(MOST_UNITS, Math.floor(capMin * UNITS_PER_MIN)));
    sources.forEach((cell, source) => {
      if (cell >= 0) this.engine.begin(cell, source);
    });
    this.runs += 1;
  }

  add(cell: number, source = this.cells.length): number {
    this.checkCell(cell);
    if (source > this.cells.length || (this.cells[source] ?? -1) >= 0) throw new Error(`source ${source} cannot be added; a free number up to ${this.cells.length} expected`);
    this.cells[source] = cell;
    this.engine.begin(cell, source);
    this.engine.settle();
    return source;
  }

  remove(source: number): void {
    const cell = this.cells[source] ?? -1;
    if (cell < 0) throw new Error(`source ${source} cannot be removed; there is none of that number`);
    this.cells[source] = -1;
    const lost = this.engine.cellsOf([cell], source);
    if (lost.length === 0) return;
    this.engine.withdraw(lost);
    this.engine.refill(lost);
    const heir = this.cells.indexOf(cell);
    if (heir >= 0) this.engine.begin(cell, heir);
    this.engine.settle();
  }

  changeGround(friction: Float32Array): void {
    if (friction.length !== this.cellCount) throw new Error(`${friction.length} cells of friction; ${this.cellCount} expected`);
    this.engine.relay(friction);
    this.cells.forEach((cell, source) => {
      if (cell >= 0) this.engine.begin(cell, source);
    });
    this.engine.settle();
  }

  pathFrom(cell: number): Int32Array {
    this.checkCell(cell);
    return this.engine.pathFrom(cell);
  }

  private checkCell(cell: number): void {
    if (!Number.isInteger(cell) || cell < 0 || cell >= this.cellCount) throw new Error(`cell ${cell}; 0 to ${this.cellCount - 1} expected`);
  }
}
