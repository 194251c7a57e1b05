import type { TravelGrid } from './travel-grid';

/**
 * Time is counted in whole units of 2⁻¹⁵ minute (about two milliseconds): sums of whole numbers have no rounding and no order, so an answer that was
 * patched step by step is the same, bit for bit, as one worked out from nothing. A step is rounded once, by half a unit at most.
 */
export const UNITS_PER_MIN = 32_768;

/** The longest time that is told apart from never: 49,152 minutes, 34 days. A step costs at most a third of it, so that no sum leaves 31 bits. */
export const MOST_UNITS = 3 * 2 ** 29 - 1;
const MOST_STEP_UNITS = 2 ** 29;

/** The eight neighbours in a fixed order: west, east, north, south, then the diagonals. */
const COLUMN_STEP = Int32Array.of(-1, 1, 0, 0, -1, 1, -1, 1);
const ROW_STEP = Int32Array.of(0, 0, -1, 1, -1, -1, 1, 1);

/** What one step costs, prepared: `units = round((friction here + friction there) × factor)`, both frictions as prepared here. */
export interface TravelSteps {
  readonly width: number;
  readonly wraps: boolean;
  /** From a cell to each of its neighbours, where both are in the grid. */
  readonly offset: Int32Array;
  /** Minutes per metre by cell, barriers 0, with one row of barriers above and one below: cell `c` stands at `c + width`. */
  readonly friction: Float32Array;
  /** Friction below or above these is taken as these: no step is free, and no sum leaves 31 bits. */
  readonly easiest: number;
  readonly hardest: number;
  /** Factor of each of the eight steps out of each row: `factor[row × 8 + step]`. */
  readonly factor: Float64Array;
  /** Orthogonal steps over mean ground, and the dearest of all, in units. */
  readonly meanUnits: number;
  readonly dearestUnits: number;
}

/**
 * Half of the distance of each step, since a step costs the mean friction of its two cells × its metres: the width of the row, the mean height of
 * both rows, and for a diagonal the hypotenuse of the means of both. A step costs at least one unit, whatever the ground.
 * Throws on sizes that do not fit and on friction below zero.
 */
export function prepareSteps(grid: TravelGrid): TravelSteps {
  checkSizes(grid);
  const factor = stepFactors(grid);
  const [least, most] = [factor.reduce((a, b) => Math.min(a, b), Infinity), factor.reduce((a, b) => Math.max(a, b), 0)];
  const held = { easiest: 0.5 / least, hardest: MOST_STEP_UNITS / 2 / most };
  const friction = new Float32Array(grid.friction.length + 2 * grid.width);
  let sum = 0;
  let count = 0;
  let top = 0;
  for (let cell = 0; cell < grid.friction.length; cell += 1) {
    const here = prepareFriction(grid.friction, cell, held);
    if (here === 0) continue;
    friction[cell + grid.width] = here;
    sum += here;
    count += 1;
    top = Math.max(top, here);
  }
  const meanFactor = factor.reduce((a, b) => a + b, 0) / Math.max(1, factor.length);
  const offset = ROW_STEP.map((rows, step) => rows * grid.width + (COLUMN_STEP[step] ?? 0));
  return { width: grid.width, wraps: grid.wraps, offset, friction, factor, ...held, meanUnits: count === 0 ? 1 : (2 * sum * meanFactor) / count, dearestUnits: 2 * top * most + 1 };
}

/** What a step costs, in units, from a cell to the neighbour that it leads to. The same on the way back. */
export function costOf({ width, friction, factor }: TravelSteps, at: number, to: number, step: number): number {
  const row = Math.floor(at / width) - 1;
  return (((friction[at] ?? 0) + (friction[to] ?? 0)) * (factor[row * 8 + step] ?? 0) + 0.5) | 0;
}

/** The neighbour of a cell that may stand in the first or last column: round the Earth, or, where the grid ends, a barrier. */
export function neighbour({ width, wraps, offset }: TravelSteps, at: number, column: number, step: number): number {
  const to = column + (COLUMN_STEP[step] ?? 0);
  const next = at + (offset[step] ?? 0);
  if (to >= 0 && to < width) return next;
  if (!wraps) return 0;
  return to < 0 ? next + width : next - width;
}

/** The friction of a cell as the walk needs it: 0 for a barrier (not a number, infinite), else more than 0. Throws below zero. */
export function prepareFriction(friction: Float32Array, cell: number, { easiest, hardest }: Pick<TravelSteps, 'easiest' | 'hardest'>): number {
  const given = friction[cell] ?? NaN;
  if (given < 0) throw new Error(`friction of cell ${cell} is ${given} min/m; 0 or more expected`);
  return given < Infinity ? Math.fround(Math.min(Math.max(given, easiest), hardest)) : 0;
}

function stepFactors({ height, cellWidthM, cellHeightM }: TravelGrid): Float64Array {
  const factor = new Float64Array(height * 8);
  for (let row = 0; row < height; row += 1) {
    for (let step = 0; step < 8; step += 1) {
      const other = Math.min(height - 1, Math.max(0, row + (ROW_STEP[step] ?? 0)));
      const east = ((cellWidthM[row] ?? NaN) + (cellWidthM[other] ?? NaN)) / 2;
      const north = ((cellHeightM[row] ?? NaN) + (cellHeightM[other] ?? NaN)) / 2;
      const metres = ROW_STEP[step] === 0 ? east : COLUMN_STEP[step] === 0 ? north : Math.sqrt(east * east + north * north);
      factor[row * 8 + step] = (metres / 2) * UNITS_PER_MIN;
    }
  }
  return factor;
}

function checkSizes({ width, height, friction, cellWidthM, cellHeightM }: TravelGrid): void {
  if (friction.length !== width * height) throw new Error(`${friction.length} cells of friction for ${width} × ${height}; ${width * height} expected`);
  for (const sizes of [cellWidthM, cellHeightM]) {
    if (sizes.length !== height) throw new Error(`${sizes.length} cell sizes for ${height} rows; one per row expected`);
    const wrong = sizes.find((size) => !(size > 0 && size < Infinity));
    if (wrong !== undefined) throw new Error(`a cell of ${wrong} m; more than 0 expected`);
  }
}
