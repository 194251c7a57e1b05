type CellPoint = [column: number, row: number];
/** The outer ring, then its holes; rings are closed. */
type CellPolygon = CellPoint[][];

/**
 * Where one gets within so many minutes, as polygons in cell coordinates: columns from the west edge, rows from the north edge, the centre of the first
 * cell at 0.5, 0.5 (`positionOf` of a raster frame makes degrees of them). Marching squares between the centres of cells: the line runs where the
 * minutes in between are `limitMin`; beside ground that nobody crosses or reaches, half way to it. Cells that touch by a corner hang together, as the
 * walk goes. At the edge of the grid a polygon ends at the edge; one that closes round the Earth is cut there. Outer rings turn counter-clockwise, holes
 * clockwise, as GeoJSON wants them, seen with north above. Rings never touch themselves or each other.
 */
export function isochrone(width: number, height: number, minutes: Float32Array, limitMin: number): CellPolygon[] {
  if (minutes.length !== width * height) throw new Error(`${minutes.length} cells of minutes for ${width} × ${height}; ${width * height} expected`);
  const outline = new Outline(width, height, minutes, limitMin);
  outline.trace();
  return outline.polygons();
}

/** A line keeps this far from the centres of cells, as part of a cell: two that met there would not be rings any more. */
const KEEP_OFF = 1 / 64;

/**
 * The sides of a square of four centres that the line enters and leaves by, with the inside on its left; by which corners are inside
 * (NW 8, NE 4, SE 2, SW 1). Two opposite corners hang together: the line cuts the other two off.
 */
const [N, E, S, W] = [0, 1, 2, 3];
const LINES: readonly (readonly (readonly [from: number, to: number])[])[] = [
  [], [[S, W]], [[E, S]], [[E, W]], [[N, E]], [[N, W], [S, E]], [[N, S]], [[N, W]],
  [[W, N]], [[S, N]], [[E, N], [W, S]], [[E, N]], [[W, E]], [[S, E]], [[W, S]], [],
];

class Outline {
  private readonly width: number;
  private readonly height: number;
  private readonly minutes: Float32Array;
  private readonly limitMin: number;
  /** Centres in a row, one beyond the grid on either side included. */
  private readonly across: number;
  /** Side by which the line leaves a square, by the side by which it came. A side is twice the number of its western or northern centre, 1 more if it runs south. */
  private readonly leadsTo = new Map<number, number>();

  constructor(width: number, height: number, minutes: Float32Array, limitMin: number) {
    this.width = width;
    this.height = height;
    this.minutes = minutes;
    this.limitMin = limitMin;
    this.across = width + 2;
  }

  trace(): void {
    let above = new Uint8Array(this.across);
    let below = new Uint8Array(this.across);
    for (let row = -1; row < this.height; row += 1) {
      [above, below] = [below, above];
      this.markInside(row + 1, below);
      for (let square = 0, corners = 0; square + 1 < this.across; square += 1) {
        // The eastern corners of one square are the western ones of the next.
        corners = ((corners & 4) << 1) | ((corners & 2) >> 1) | ((above[square + 1] ?? 0) << 2) | ((below[square + 1] ?? 0) << 1);
        if (corners !== 0 && corners !== 15) this.draw((row + 1) * this.across + square, LINES[corners] ?? []);
      }
    }
  }

  /** Which centres of a row are inside: none of a row beyond the grid, none beyond its ends. */
  private markInside(row: number, marks: Uint8Array): void {
    const { minutes, width, height, limitMin } = this;
    marks.fill(0);
    for (let column = 0; row < height && column < width; column += 1) {
      const here = minutes[row * width + column] ?? Infinity;
      marks[column + 1] = here <= limitMin && here !== Infinity ? 1 : 0;
    }
  }

  private draw(centre: number, lines: (typeof LINES)[number]): void {
    const sides = [2 * centre, 2 * (centre + 1) + 1, 2 * (centre + this.across), 2 * centre + 1];
    for (const [from, to] of lines) this.leadsTo.set(sides[from] ?? 0, sides[to] ?? 0);
  }

  /** Every outer ring with the holes in the same ground: cells that hang together have one outer ring. */
  polygons(): CellPolygon[] {
    const rings = this.rings();
    const found: CellPolygon[] = [];
    const polygonOf = new Int32Array(this.minutes.length).fill(-1);
    for (const { ring, inside } of rings) {
      if (!isOuter(ring)) continue;
      this.spread(polygonOf, inside, found.length);
      found.push([ring]);
    }
    for (const { ring, inside } of rings) if (!isOuter(ring)) found[polygonOf[inside] ?? -1]?.push(ring);
    return found;
  }

  /** Follows each line until it comes back. */
  private rings(): { ring: CellPoint[]; inside: number }[] {
    const rings: { ring: CellPoint[]; inside: number }[] = [];
    for (const start of this.leadsTo.keys()) {
      const ring: CellPoint[] = [];
      for (let side: number | undefined = start; side !== undefined; ) {
        ring.push(this.pointOn(side));
        const next: number | undefined = this.leadsTo.get(side);
        this.leadsTo.delete(side);
        side = next;
      }
      // The last side has no way on any more: it was the first one.
      rings.push({ ring, inside: this.insideOf(start) });
    }
    return rings;
  }

  private pointOn(side: number): CellPoint {
    const { a, b, south } = this.endsOf(side);
    const [ta, tb] = [this.minutesAt(a.column, a.row), this.minutesAt(b.column, b.row)];
    const part = Math.max(ta, tb) === Infinity ? 0.5 : Math.min(1 - KEEP_OFF, Math.max(KEEP_OFF, (this.limitMin - ta) / (tb - ta)));
    return [a.column + 0.5 + (south ? 0 : part), a.row + 0.5 + (south ? part : 0)];
  }

  /** The cell at the inner end of a side. */
  private insideOf(side: number): number {
    const { a, b } = this.endsOf(side);
    const inner = this.isInside(a.column, a.row) ? a : b;
    return inner.row * this.width + inner.column;
  }

  private endsOf(side: number): { a: { column: number; row: number }; b: { column: number; row: number }; south: boolean } {
    const centre = Math.floor(side / 2);
    const south = side % 2 === 1;
    const a = { column: (centre % this.across) - 1, row: Math.floor(centre / this.across) - 1 };
    return { a, b: { column: a.column + (south ? 0 : 1), row: a.row + (south ? 1 : 0) }, south };
  }

  private minutesAt(column: number, row: number): number {
    if (column < 0 || row < 0 || column >= this.width || row >= this.height) return Infinity;
    return this.minutes[row * this.width + column] ?? Infinity;
  }

  private isInside(column: number, row: number): boolean {
    return this.minutesAt(column, row) <= this.limitMin && this.minutesAt(column, row) !== Infinity;
  }

  /** Marks all cells that hang together with one, corners included. */
  private spread(polygonOf: Int32Array, from: number, polygon: number): void {
    const waiting = [from];
    polygonOf[from] = polygon;
    for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
      const [column, row] = [cell % this.width, Math.floor(cell / this.width)];
      for (let down = row - 1; down <= row + 1; down += 1) {
        for (let right = column - 1; right <= column + 1; right += 1) {
          const to = down * this.width + right;
          if (!this.isInside(right, down) || polygonOf[to] !== -1) continue;
          polygonOf[to] = polygon;
          waiting.push(to);
        }
      }
    }
  }
}

/** Rows run south, so what turns counter-clockwise on the map has a negative area here. */
function isOuter(ring: readonly CellPoint[]): boolean {
  let doubled = 0;
  for (let i = 0; i + 1 < ring.length; i += 1) {
    const [[x, y], [nextX, nextY]] = [ring[i] ?? [0, 0], ring[i + 1] ?? [0, 0]];
    doubled += x * nextY - nextX * y;
  }
  return doubled < 0;
}
