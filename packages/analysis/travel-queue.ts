/**
 * Cells that wait for their turn, by time, in buckets that come round again (Dial): bucket `units >> shift`, modulo their number. Within a bucket the
 * last comes first; a cell that is improved meanwhile waits a second time, and its older entry is passed over by whoever takes it.
 */
export class TravelQueue {
  cell = 0;
  units = 0;
  private waiting = 0;
  private bucket = 0;
  private free = -1;
  private readonly head: Int32Array;
  private readonly mask: number;
  private readonly shift: number;
  private cells = new Int32Array(1024);
  private times = new Uint32Array(1024);
  private next = new Int32Array(1024);
  private used = 0;

  /** Buckets about half as wide as a mean step, and more of them than the dearest step spans. */
  constructor(meanUnits: number, dearestUnits: number) {
    this.shift = Math.max(0, Math.floor(Math.log2(Math.max(1, meanUnits))) - 1, Math.ceil(Math.log2(dearestUnits / 2 ** 16)));
    const buckets = 2 ** Math.ceil(Math.log2(dearestUnits / 2 ** this.shift + 2));
    this.head = new Int32Array(buckets).fill(-1);
    this.mask = buckets - 1;
  }

  /** To be called on an empty queue: nothing that is put in afterwards may be earlier than this. */
  startAt(units: number): void {
    this.bucket = units >>> this.shift;
  }

  put(cell: number, units: number): void {
    let entry = this.free;
    if (entry >= 0) this.free = this.next[entry] ?? -1;
    else {
      if (this.used === this.cells.length) this.grow();
      entry = this.used;
      this.used += 1;
    }
    const slot = (units >>> this.shift) & this.mask;
    this.cells[entry] = cell;
    this.times[entry] = units;
    this.next[entry] = this.head[slot] ?? -1;
    this.head[slot] = entry;
    this.waiting += 1;
  }

  /** Takes the next entry into `cell` and `units`; false if none is left. */
  take(): boolean {
    if (this.waiting === 0) return false;
    let entry = this.head[this.bucket & this.mask] ?? -1;
    while (entry < 0) {
      this.bucket += 1;
      entry = this.head[this.bucket & this.mask] ?? -1;
    }
    this.head[this.bucket & this.mask] = this.next[entry] ?? -1;
    this.next[entry] = this.free;
    this.free = entry;
    this.waiting -= 1;
    this.cell = this.cells[entry] ?? 0;
    this.units = this.times[entry] ?? 0;
    return true;
  }

  private grow(): void {
    const [cells, times, next] = [this.cells, this.times, this.next];
    this.cells = new Int32Array(cells.length * 2);
    this.cells.set(cells);
    this.times = new Uint32Array(cells.length * 2);
    this.times.set(times);
    this.next = new Int32Array(cells.length * 2);
    this.next.set(next);
  }
}
