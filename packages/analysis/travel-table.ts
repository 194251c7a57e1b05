import type { TravelRuns } from './travel-runs';

/** Who reaches what, source by source: source `s` reaches `cell[i]` in `minutes[i]` for `i` from `start[s]` up to, not including, `start[s + 1]`; cells ascending. */
export interface TravelTable {
  readonly start: Int32Array;
  readonly cell: Int32Array;
  readonly minutes: Float32Array;
}

/** The cells that each source reaches within the cap, included, as if it were the only one. A source of −1 or on a barrier reaches none. */
export function travelTable(runs: TravelRuns, sources: Int32Array, capMin: number): TravelTable {
  const start = new Int32Array(sources.length + 1);
  const cells: Int32Array[] = [];
  const minutes: Float32Array[] = [];
  sources.forEach((from, source) => {
    runs.from([from], capMin, (run) => {
      const reached = run.reached.slice().sort();
      cells.push(reached);
      minutes.push(minutesAt(run.minutes, reached));
      start[source + 1] = (start[source] ?? 0) + reached.length;
    });
  });
  return { start, cell: joined(cells, new Int32Array(start.at(-1) ?? 0)), minutes: joined(minutes, new Float32Array(start.at(-1) ?? 0)) };
}

/** Copied one by one: `from` with a function asks an iterator for each, which takes longer than the walk. */
function minutesAt(minutes: Float32Array, cells: Int32Array): Float32Array {
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
