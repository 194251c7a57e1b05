type Position = readonly [lng: number, lat: number];

/** Square cells over a box, each with the number of the area that it belongs to. */
export interface LabelGrid {
  readonly west: number;
  readonly south: number;
  readonly cellDeg: number;
  readonly columns: number;
  readonly rows: number;
  readonly labels: Int16Array;
}

/** Cells over land that belong to no area, and cells over water or abroad, before they are filled. */
export const OUTSIDE = -1;
const WATER = -2;

interface GridPlan {
  readonly box: { readonly west: number; readonly south: number; readonly east: number; readonly north: number };
  readonly cellDeg: number;
  readonly isLand: (position: Position) => boolean;
  /** Number of the area at a position on land, or OUTSIDE. */
  readonly labelAt: (position: Position) => number;
}

/**
 * Labels the land, gives fragments cut off from their area to the neighbour, and continues every area over water and abroad:
 * frontiers then run through the middle of a lake, and the shore itself comes from the real outline later.
 */
export function labelGrid({ box, cellDeg, isLand, labelAt }: GridPlan): LabelGrid {
  const columns = Math.ceil((box.east - box.west) / cellDeg);
  const rows = Math.ceil((box.north - box.south) / cellDeg);
  const labels = new Int16Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const centre: Position = [box.west + (column + 0.5) * cellDeg, box.south + (row + 0.5) * cellDeg];
      labels[row * columns + column] = isLand(centre) ? labelAt(centre) : WATER;
    }
  }
  const grid = { west: box.west, south: box.south, cellDeg, columns, rows, labels };
  keepLargestParts(grid);
  spread(grid);
  return grid;
}

/** Each area keeps its largest connected part; the cells of the others wait for a neighbour to spread. */
function keepLargestParts(grid: LabelGrid): void {
  const { labels } = grid;
  const seen = new Uint8Array(labels.length);
  const largest = new Map<number, number[]>();
  const lost: number[] = [];
  for (let start = 0; start < labels.length; start += 1) {
    const label = labels[start] ?? WATER;
    if (label < 0 || seen[start]) continue;
    const part = connectedPart(grid, start, seen);
    const best = largest.get(label);
    if (!best || part.length > best.length) {
      lost.push(...(best ?? []));
      largest.set(label, part);
    } else lost.push(...part);
  }
  for (const cell of lost) labels[cell] = WATER;
}

function connectedPart(grid: LabelGrid, start: number, seen: Uint8Array): number[] {
  const part = [start];
  seen[start] = 1;
  // The list grows while it is walked.
  for (const cell of part) {
    for (const next of neighbours(grid, cell)) {
      if (seen[next] || grid.labels[next] !== grid.labels[start]) continue;
      seen[next] = 1;
      part.push(next);
    }
  }
  return part;
}

/** Breadth first from all labelled cells at once: each empty cell takes the nearest label. */
function spread(grid: LabelGrid): void {
  const { labels } = grid;
  const queue: number[] = [];
  labels.forEach((label, cell) => {
    if (label !== WATER) queue.push(cell);
  });
  for (const cell of queue) {
    for (const next of neighbours(grid, cell)) {
      if (labels[next] !== WATER) continue;
      labels[next] = labels[cell] ?? OUTSIDE;
      queue.push(next);
    }
  }
}

function neighbours({ columns, rows }: LabelGrid, cell: number): number[] {
  const [row, column] = [Math.floor(cell / columns), cell % columns];
  const found: number[] = [];
  if (column > 0) found.push(cell - 1);
  if (column < columns - 1) found.push(cell + 1);
  if (row > 0) found.push(cell - columns);
  if (row < rows - 1) found.push(cell + columns);
  return found;
}
