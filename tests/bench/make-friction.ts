import type { TravelGrid } from '#analysis/travel-grid';
import { pick, seededRandom } from './seeded-random';

/**
 * Ground like that of a large country, seeded: forest and savanna in blots, hills, some lakes and long rivers with bridges as barriers, roads that are
 * twenty times as quick as paths. Cells of 926 × 928 m: a thirtieth of a degree near the equator, anisotropic on purpose.
 */
export function makeFriction(width: number, height: number, seed: number): TravelGrid {
  const random = seededRandom(seed);
  const blots = smoothNoise(width, height, 64, random);
  const hills = smoothNoise(width, height, 9, random);
  const water = smoothNoise(width, height, 40, random);
  const friction = Float32Array.from(blots, (blot, cell) => ((water[cell] ?? 0) > 0.86 ? NaN : 0.012 + 0.03 * blot + 0.02 * (hills[cell] ?? 0) ** 2));
  for (let river = 0; river < 12; river += 1) walk(width, height, random, 3000, (cell, step) => (friction[cell] = step % 90 < 2 ? (friction[cell] ?? NaN) : NaN));
  for (let road = 0; road < 400; road += 1) walk(width, height, random, 600, (cell) => (friction[cell] = Number.isNaN(friction[cell]) ? NaN : 0.0012));
  return { width, height, wraps: false, friction, cellWidthM: new Float64Array(height).fill(926), cellHeightM: new Float64Array(height).fill(928) };
}

/** Cells of so many sources, none of them on a barrier. */
export function makeSources({ friction }: TravelGrid, count: number, seed: number): Int32Array {
  const random = seededRandom(seed);
  return Int32Array.from({ length: count }, () => {
    let cell = pick(random, friction.length);
    while (Number.isNaN(friction[cell])) cell = pick(random, friction.length);
    return cell;
  });
}

/** Between 0 and 1, changing over about so many cells. */
function smoothNoise(width: number, height: number, size: number, random: () => number): Float32Array {
  const [columns, rows] = [Math.ceil(width / size) + 2, Math.ceil(height / size) + 2];
  const knots = Float32Array.from({ length: columns * rows }, random);
  const noise = new Float32Array(width * height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const [x, y] = [column / size, row / size];
      const [left, top] = [Math.floor(x), Math.floor(y)];
      const at = top * columns + left;
      const above = (knots[at] ?? 0) * (1 - x + left) + (knots[at + 1] ?? 0) * (x - left);
      const below = (knots[at + columns] ?? 0) * (1 - x + left) + (knots[at + columns + 1] ?? 0) * (x - left);
      noise[row * width + column] = above * (1 - y + top) + below * (y - top);
    }
  }
  return noise;
}

/** A line that wanders over the grid, at most so many cells long. */
function walk(width: number, height: number, random: () => number, cells: number, visit: (cell: number, step: number) => void): void {
  let [x, y, heading] = [random() * width, random() * height, random() * 2 * Math.PI];
  for (let step = 0; step < cells; step += 1) {
    const [column, row] = [Math.floor(x), Math.floor(y)];
    if (column < 0 || row < 0 || column >= width || row >= height) return;
    visit(row * width + column, step);
    // A thick line: no way through between two cells of a river that touch by a corner.
    if (column + 1 < width) visit(row * width + column + 1, step);
    heading += (random() - 0.5) * 0.3;
    [x, y] = [x + Math.cos(heading), y + Math.sin(heading)];
  }
}
