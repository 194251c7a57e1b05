import { TravelEngine } from './travel-engine';
import type { TravelGrid } from './travel-grid';
import { MOST_UNITS, UNITS_PER_MIN } from './travel-steps';

/** Whoever sets out from some cells: the cells reached, in no order, and the minutes of every cell (Infinity: not reached). Both change with the next run. */
export interface TravelRun {
  readonly reached: Int32Array;
  readonly minutes: Float32Array;
}

/** Many short runs over the same grid, one after the other, each as if it were the only one. */
export interface TravelRuns {
  /** What `read` finds in one run from these cells up to the cap, included. Cells of −1 and on barriers reach nothing. Costs as much as what is reached. */
  from<Found>(cells: Iterable<number>, capMin: number, read: (run: TravelRun) => Found): Found;
}

/** The memory (16 bytes a cell) is kept between runs. Ways are as long there as back: a cell reaches the start in the same time. */
export function createTravelRuns(grid: TravelGrid): TravelRuns {
  const engine = new TravelEngine(grid);
  let cap = MOST_UNITS;
  return {
    from(cells, capMin, read) {
      if (!(capMin >= 0)) throw new Error(`a cap of ${capMin} min; 0 or more expected`);
      const wanted = Math.min(MOST_UNITS, Math.floor(capMin * UNITS_PER_MIN));
      if (wanted !== cap) engine.clear(wanted);
      cap = wanted;
      for (const cell of cells) if (cell >= 0) engine.begin(cell, 0);
      engine.settle();
      const reached = engine.cellsOf(cells, 0);
      try {
        return read({ reached, minutes: engine.minutes });
      } finally {
        engine.withdraw(reached);
      }
    },
  };
}
