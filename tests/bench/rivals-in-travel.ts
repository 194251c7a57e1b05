import type { TravelField, TravelGrid } from '#analysis/travel-grid';

/** Dijkstra as it is taught, with a binary heap over (time, source): every cell is settled once, in order. Times in units of 2⁻¹⁵ minute, like ours. */
export function travelByHeap({ width, height, friction, cellWidthM, cellHeightM }: TravelGrid, sources: Int32Array, capMin = Infinity): TravelField {
  const [east, north] = [cellWidthM[0]!, cellHeightM[0]!];
  const diagonal = Math.sqrt(east * east + north * north);
  const units = new Float64Array(friction.length).fill(Infinity);
  const source = new Int32Array(friction.length).fill(-1);
  const settled = new Uint8Array(friction.length);
  const heap = new TimeHeap();
  const improve = (cell: number, time: number, by: number): void => {
    const later = time - units[cell]!;
    if (time > capMin * 32_768 || later > 0 || (later === 0 && by >= source[cell]!)) return;
    units[cell] = time;
    source[cell] = by;
    heap.push(time, by, cell);
  };
  sources.forEach((cell, by) => improve(cell, 0, by));
  for (let cell = heap.pop(); cell >= 0; cell = heap.pop()) {
    if (settled[cell]) continue;
    settled[cell] = 1;
    const [row, column] = [Math.floor(cell / width), cell % width];
    for (let toRow = Math.max(0, row - 1); toRow <= Math.min(height - 1, row + 1); toRow += 1) {
      for (let toColumn = Math.max(0, column - 1); toColumn <= Math.min(width - 1, column + 1); toColumn += 1) {
        const to = toRow * width + toColumn;
        if (settled[to] || Number.isNaN(friction[to]!)) continue;
        const metres = toRow === row ? east : toColumn === column ? north : diagonal;
        improve(to, units[cell]! + Math.round(((friction[cell]! + friction[to]!) / 2) * metres * 32_768), source[cell]!);
      }
    }
  }
  return { minutes: Float32Array.from(units, (time) => time / 32_768), source };
}

class TimeHeap {
  private readonly time: number[] = [];
  private readonly by: number[] = [];
  private readonly cell: number[] = [];

  push(time: number, by: number, cell: number): void {
    let at = this.cell.length;
    this.set(at, time, by, cell);
    for (let up = (at - 1) >> 1; at > 0 && this.isBefore(at, up); up = (at - 1) >> 1) {
      this.swap(at, up);
      at = up;
    }
  }

  /** The cell of the least (time, source); −1 if none is left. */
  pop(): number {
    if (this.cell.length === 0) return -1;
    const first = this.cell[0]!;
    this.swap(0, this.cell.length - 1);
    for (const list of [this.time, this.by, this.cell]) list.pop();
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      if (left >= this.cell.length) return first;
      const down = left + 1 < this.cell.length && this.isBefore(left + 1, left) ? left + 1 : left;
      if (!this.isBefore(down, at)) return first;
      this.swap(at, down);
      at = down;
    }
  }

  private isBefore(a: number, b: number): boolean {
    const later = this.time[a]! - this.time[b]!;
    return later < 0 || (later === 0 && this.by[a]! < this.by[b]!);
  }

  private set(at: number, time: number, by: number, cell: number): void {
    this.time[at] = time;
    this.by[at] = by;
    this.cell[at] = cell;
  }

  private swap(a: number, b: number): void {
    const [time, by, cell] = [this.time[a]!, this.by[a]!, this.cell[a]!];
    this.set(a, this.time[b]!, this.by[b]!, this.cell[b]!);
    this.set(b, time, by, cell);
  }
}
