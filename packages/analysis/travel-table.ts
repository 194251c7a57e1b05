import { TravelEngine } from './travel-engine';
import type { TravelGrid } from './travel-grid';
import { MOST_UNITS, UNITS_PER_MIN } from './travel-steps';

/** Who reaches what, source by source: source `s` reaches `cell[i]` in `minutes[i]` for `i` from `start[s]` up to, not including, `start[s + 1]`; cells ascending. */
export interface TravelTable {
  readonly start: Int32Array;
  readonly cell: Int32Array;
  readonly minutes: Float32Array;
}

/**
 * Prepares a grid for tables: `(sources, capMin)` answers the cells that each source reaches within the cap, included, as if it were the only one.
 * A source of −1 or on a barrier reaches none. Ways are as long there as back: a cell reaches the source in the same time. The memory (16 bytes a cell)
 * is kept between calls; what a call answers is its own.
 */
export function prepareTravelTables(grid: TravelGrid): (sources: Int32Array, capMin: number) => TravelTable {
  const engine = new TravelEngine(grid);
  return (sources, capMin) => {
    if (!(capMin >= 0)) throw new Error(`a cap of ${capMin} min; 0 or more expected`);
    engine.clear(Math.min(MOST_UNITS, Math.floor(capMin * UNITS_PER_MIN)));
    const start = new Int32Array(sources.length + 1);
    const cells: Int32Array[] = [];
    const minutes: Float32Array[] = [];
    sources.forEach((cell, source) => {
      const reached = cell < 0 ? new Int32Array(0) : reachedAlone(engine, cell);
      cells.push(reached);
      minutes.push(minutesAt(engine, reached));
      start[source + 1] = (start[source] ?? 0) + reached.length;
      if (cell >= 0) engine.withdraw(cell, 0);
    });
    return { start, cell: joined(cells, new Int32Array(start.at(-1) ?? 0)), minutes: joined(minutes, new Float32Array(start.at(-1) ?? 0)) };
  };
}

function reachedAlone(engine: TravelEngine, cell: number): Int32Array {
  engine.begin(cell, 0);
  engine.settle();
  return engine.cellsOf(cell, 0).sort();
}

/** Copied one by one: `from` with a function asks an iterator for each, which takes longer than the walk. */
function minutesAt({ minutes }: TravelEngine, cells: Int32Array): Float32Array {
  const here = new Float32Array(cells.length);
  for (let i = 0; i < cells.length; i += 1) here[i] = minutes[cells[i] ?? -1] ?? Infinity;
  return here;
}

function joined<Column extends Int32Array | Float32Array>(parts: readonly Column[], into: Column): Column {
  let at = 0;
  for (const part of parts) {
    into.set(part, at);
    at += part.length;
  }
  return into;
}
