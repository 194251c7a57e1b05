/** Cells in a strip of rows: with three figures of four bytes each, about what a core keeps at hand. */
const STRIP_CELLS = 90_000;
/** A window of time is this many buckets, and a bucket a quarter to a half of a mean step. */
const BUCKETS_LOG = 5;
const MOST_WINDOWS_LOG = 12;
/** Numbers kept for each entry: cell, units, next entry of the same list, and one to fill the line. */
const ENTRY = 4;
const NO_STRIP = -1;

/**
 * Cells that wait for their turn: the earliest first, more or less. Sources spread in all parts of a country at once; strictly by time, every step would
 * be at another end of the memory. So time is cut into windows of some ten steps and the grid into strips of rows, and within a window one strip after
 * the other is worked through, by time in buckets (Dial), until no strip has anything left. What comes out too early comes again when it is improved.
 */
export class TravelQueue {
  /** What `take` took. */
  cell = 0;
  units = 0;
  private readonly bucketShift: number;
  private readonly windowShift: number;
  private readonly windowMask: number;
  private readonly strips: number;
  private readonly stripOfCell: number;
  /** First entry of each bucket of the strip in work, and of each strip in each window to come; windows come round again. */
  private readonly buckets = new Int32Array(2 ** BUCKETS_LOG).fill(-1);
  private readonly later: Int32Array;
  private entries = new Int32Array(ENTRY * 16_384);
  private used = 0;
  private free = -1;
  private window = 0;
  private strip = NO_STRIP;
  private bucket = 0;
  private inStrip = 0;
  private inAll = 0;

  constructor(width: number, rows: number, meanUnits: number, dearestUnits: number) {
    const stripRows = Math.max(4, Math.round(STRIP_CELLS / width));
    this.strips = Math.ceil(rows / stripRows);
    this.stripOfCell = 1 / (stripRows * width);
    // Windows are as many as the dearest step spans, and one more: beyond that they come round too early, which costs work, not truth.
    const bucketLog = Math.max(0, Math.floor(Math.log2(Math.max(1, meanUnits))) - 1, Math.ceil(Math.log2(dearestUnits)) - BUCKETS_LOG - MOST_WINDOWS_LOG);
    this.bucketShift = Math.min(bucketLog, 31 - BUCKETS_LOG);
    this.windowShift = this.bucketShift + BUCKETS_LOG;
    const windows = 2 ** Math.ceil(Math.log2(dearestUnits / 2 ** this.windowShift + 2));
    this.windowMask = windows - 1;
    this.later = new Int32Array(windows * this.strips).fill(-1);
  }

  put(cell: number, units: number): void {
    const entry = this.freeEntry();
    const { entries } = this;
    entries[entry] = cell;
    entries[entry + 1] = units;
    const strip = (cell * this.stripOfCell) | 0;
    const window = units >>> this.windowShift;
    if (strip === this.strip && window === this.window) this.putInStrip(entry, units);
    else {
      const list = (window & this.windowMask) * this.strips + strip;
      entries[entry + 2] = this.later[list] ?? -1;
      this.later[list] = entry;
    }
    this.inAll += 1;
  }

  /** Takes the next entry into `cell` and `units`; false if none is left. */
  take(): boolean {
    if (this.inStrip === 0 && !this.openStrip()) return false;
    let entry = this.buckets[this.bucket] ?? -1;
    while (entry < 0) {
      this.bucket += 1;
      entry = this.buckets[this.bucket] ?? -1;
    }
    const { entries } = this;
    this.buckets[this.bucket] = entries[entry + 2] ?? -1;
    entries[entry + 2] = this.free;
    this.free = entry;
    this.inStrip -= 1;
    this.inAll -= 1;
    this.cell = entries[entry] ?? 0;
    this.units = entries[entry + 1] ?? 0;
    return true;
  }

  private putInStrip(entry: number, units: number): void {
    const bucket = (units >>> this.bucketShift) & (this.buckets.length - 1);
    this.entries[entry + 2] = this.buckets[bucket] ?? -1;
    this.buckets[bucket] = entry;
    this.inStrip += 1;
  }

  /** Goes on to the next strip that has something in this window, or in the next one that has; back to the beginning when nothing is left. */
  private openStrip(): boolean {
    if (this.inAll === 0) {
      this.window = 0;
      this.strip = NO_STRIP;
      // Every entry is free: begun again from the first, they stay together.
      this.used = 0;
      this.free = -1;
      return false;
    }
    for (let passed = 0; ; passed += 1) {
      if (passed === this.strips) {
        this.window += 1;
        passed = 0;
      }
      this.strip = this.strip + 1 === this.strips ? 0 : this.strip + 1;
      const list = (this.window & this.windowMask) * this.strips + this.strip;
      if ((this.later[list] ?? -1) < 0) continue;
      this.moveIn(list);
      return true;
    }
  }

  private moveIn(list: number): void {
    this.bucket = 0;
    let entry = this.later[list] ?? -1;
    this.later[list] = -1;
    while (entry >= 0) {
      const next = this.entries[entry + 2] ?? -1;
      this.putInStrip(entry, this.entries[entry + 1] ?? 0);
      entry = next;
    }
  }

  private freeEntry(): number {
    const entry = this.free;
    if (entry >= 0) {
      this.free = this.entries[entry + 2] ?? -1;
      return entry;
    }
    if (this.used === this.entries.length) {
      const full = this.entries;
      this.entries = new Int32Array(full.length * 2);
      this.entries.set(full);
    }
    this.used += ENTRY;
    return this.used - ENTRY;
  }
}
