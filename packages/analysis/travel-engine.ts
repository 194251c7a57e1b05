import type { TravelGrid } from './travel-grid';
import { createQueue, emptyQueue, putCell, type TravelQueue } from './travel-queue';
import { spread, type TravelState } from './travel-spread';
import { costOf, MOST_UNITS, neighbour, prepareFriction, prepareSteps, type TravelSteps } from './travel-steps';

const SEEN = -2;

/**
 * What is known by cell, and how it is patched: the cells of what goes are taken back, and whoever stands beside them moves in.
 *
 * A barrier stands at time 0 and belongs to nobody, so that nothing ever improves it: the walk needs no test for barriers or for the edge of the grid.
 * Diagonal steps between two barriers are allowed, as in GRASS `r.cost`. Cells are numbered as in the grid; `at` is a cell with the row above counted in.
 */
export class TravelEngine implements TravelState {
  readonly minutes: Float32Array;
  readonly source: Int32Array;
  /** Time by cell with the rows of barriers around, as `steps.friction`; beyond the cap (`unreached`) where nobody gets. */
  readonly units: Int32Array;
  readonly owner: Int32Array;
  private readonly grid: TravelGrid;
  private readonly steps: TravelSteps;
  private readonly queue: TravelQueue;
  /** Where each run of barriers begins and ends, by turns. */
  private barrierRuns: Int32Array | null = null;
  private unreached = MOST_UNITS + 1;

  constructor(grid: TravelGrid) {
    this.grid = grid;
    this.steps = prepareSteps(grid);
    this.queue = createQueue(grid.width, grid.height + 2, this.steps.meanUnits, this.steps.dearestUnits);
    this.units = new Int32Array(this.steps.friction.length);
    this.owner = new Int32Array(this.steps.friction.length);
    this.minutes = new Float32Array(grid.friction.length);
    this.source = this.owner.subarray(grid.width, grid.width + grid.friction.length);
    this.clear(MOST_UNITS);
  }

  /** Nobody gets anywhere; from now on times up to the cap, included, are followed. */
  clear(capUnits: number): void {
    this.unreached = capUnits + 1;
    emptyQueue(this.queue);
    this.barrierRuns ??= runsOfZeros(this.steps.friction);
    this.units.fill(this.unreached);
    for (let i = 0; i < this.barrierRuns.length; i += 2) this.units.fill(0, this.barrierRuns[i], this.barrierRuns[i + 1]);
    this.owner.fill(-1);
    this.minutes.fill(Infinity);
  }

  /** A source begins in its cell, unless a lower one does already; on a barrier it gets nowhere. */
  begin(cell: number, source: number): void {
    const at = cell + this.grid.width;
    if (this.steps.friction[at] !== 0) this.improve(at, 0, source);
  }

  /** The cells of one source, from these of its own on: each was reached through cells of the same source. */
  cellsOf(from: Iterable<number>, source: number): Int32Array {
    const { owner, steps, grid: { width } } = this;
    const { offset } = steps;
    let seen = new Int32Array(1024);
    let count = 0;
    const see = (at: number): void => {
      if (count === seen.length) {
        const twice = new Int32Array(2 * count);
        twice.set(seen);
        seen = twice;
      }
      owner[at] = SEEN;
      seen[count] = at;
      count += 1;
    };
    for (const cell of from) if (cell >= 0 && owner[cell + width] === source) see(cell + width);
    // The list grows while it is gone through.
    for (let i = 0; i < count; i += 1) {
      const at = seen[i] ?? 0;
      const column = at % width;
      const inside = column > 0 && column < width - 1;
      for (let step = 0; step < 8; step += 1) {
        const to = inside ? at + (offset[step] ?? 0) : neighbour(steps, at, column, step);
        if (owner[to] === source) see(to);
      }
    }
    const cells = seen.slice(0, count);
    for (let i = 0; i < count; i += 1) {
      const at = cells[i] ?? 0;
      owner[at] = source;
      cells[i] = at - width;
    }
    return cells;
  }

  /** Takes these cells back: nobody has reached them. */
  withdraw(lost: Int32Array): void {
    const { owner, units, minutes, unreached, grid: { width } } = this;
    for (const cell of lost) {
      owner[cell + width] = -1;
      units[cell + width] = unreached;
      minutes[cell] = Infinity;
    }
  }

  /** After cells were taken back: whoever stands beside the cells that were lost moves in. First all who stand there now, then they move. */
  refill(lost: Int32Array): void {
    const { owner, units, grid: { width } } = this;
    const [into, times, sources]: [number[], number[], number[]] = [[], [], []];
    for (const cell of lost) {
      const at = cell + width;
      const column = at % width;
      for (let step = 0; step < 8; step += 1) {
        const from = neighbour(this.steps, at, column, step);
        const by = owner[from] ?? -1;
        if (by < 0) continue;
        into.push(at);
        times.push((units[from] ?? 0) + costOf(this.steps, at, from, step));
        sources.push(by);
      }
    }
    into.forEach((at, i) => this.improve(at, times[i] ?? Infinity, sources[i] ?? -1));
  }

  /**
   * Other ground under the same sources: takes back every time that a way over changed cells may have, lays the ground, and lets the neighbours in.
   * Sources in the cells that were taken back have to begin again.
   */
  relay(given: Float32Array): void {
    const { units, minutes, owner, steps, grid: { width } } = this;
    const changed: number[] = [];
    for (let cell = 0; cell < given.length; cell += 1) {
      if (prepareFriction(given, cell, steps) !== steps.friction[cell + width]) changed.push(cell);
    }
    // Cells that are opened, or were reached by nobody, wait for somebody too.
    const empty = changed.filter((cell) => (owner[cell + width] ?? -1) < 0);
    const lost = this.withdrawBeyond(changed);
    for (const cell of changed) {
      const friction = prepareFriction(given, cell, steps);
      steps.friction[cell + width] = friction;
      units[cell + width] = friction === 0 ? 0 : this.unreached;
      owner[cell + width] = -1;
      minutes[cell] = Infinity;
    }
    this.barrierRuns = null;
    this.refill(Int32Array.from(lost.concat(empty).filter((cell) => steps.friction[cell + width] !== 0)));
  }

  /** Takes back the times of these cells and of whatever was, or may have been, reached through them; answers all that had one. */
  private withdrawBeyond(cells: readonly number[]): number[] {
    const { units, minutes, owner, grid: { width } } = this;
    const lost: number[] = [];
    const times: number[] = [];
    const lose = (at: number): void => {
      lost.push(at);
      times.push(units[at] ?? 0);
      units[at] = this.unreached;
      owner[at] = -1;
      minutes[at - width] = Infinity;
    };
    for (const cell of cells) if ((owner[cell + width] ?? -1) >= 0) lose(cell + width);
    for (const [i, at] of lost.entries()) {
      const column = at % width;
      for (let step = 0; step < 8; step += 1) {
        const to = neighbour(this.steps, at, column, step);
        if ((owner[to] ?? -1) >= 0 && units[to] === (times[i] ?? 0) + costOf(this.steps, at, to, step)) lose(to);
      }
    }
    return lost.map((at) => at - width);
  }

  /** Works until nothing improves, or until so many steps are done; answers whether nothing does any more. Interrupted, only `settle` and `clear` may follow. */
  settle(most?: number): boolean {
    if (most !== undefined) return spread(this.steps, this, this.queue, most);
    while (!spread(this.steps, this, this.queue));
    return true;
  }

  /** The cells from one cell to its source, both included; none where nobody gets. Of several ways of the same time, the first in the order of steps. */
  pathFrom(cell: number): Int32Array {
    const { units, owner, grid } = this;
    let at = cell + grid.width;
    if ((owner[at] ?? -1) < 0) return new Int32Array(0);
    const path = [cell];
    while ((units[at] ?? 0) > 0) {
      at = this.before(at);
      path.push(at - grid.width);
    }
    return Int32Array.from(path);
  }

  private before(at: number): number {
    const column = at % this.grid.width;
    for (let step = 0; step < 8; step += 1) {
      const from = neighbour(this.steps, at, column, step);
      if (this.owner[from] === this.owner[at] && (this.units[from] ?? 0) + costOf(this.steps, at, from, step) === this.units[at]) return from;
    }
    throw new Error(`nobody reaches cell ${at - this.grid.width} in its time: its neighbours were changed without it`);
  }

  private improve(at: number, reached: number, by: number): void {
    const known = this.units[at] ?? 0;
    if (reached > known || (reached === known && by >= (this.owner[at] ?? -1))) return;
    this.units[at] = reached;
    this.owner[at] = by;
    putCell(this.queue, at, reached);
  }
}

function runsOfZeros(values: Float32Array): Int32Array {
  const ends: number[] = [];
  for (let at = 0; at <= values.length; at += 1) {
    const open = ends.length % 2 === 1;
    if ((values[at] === 0) !== open) ends.push(at);
  }
  return Int32Array.from(ends);
}
