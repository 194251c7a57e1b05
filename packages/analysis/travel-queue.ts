/** Cells in a strip of rows: with four figures of four bytes each, about what a core keeps at hand. */
const STRIP_CELLS = 90_000;
/** A bucket of time is a sixteenth to an eighth of a mean step, and a window 64 buckets: figures that were tried (decision 0030). */
const BUCKET_OF_MEAN_LOG = 3;
const BUCKETS_LOG = 6;
const MOST_WINDOWS_LOG = 12;
/** Numbers kept for each entry: cell, time, next entry of the same list. */
export const ENTRY = 3;

/**
 * Cells that wait for their turn. Sources spread in all parts of a country at once; strictly by time, every step would be at another end of the memory. So
 * time is cut into windows of some six steps and the grid into strips of rows. `spread` works through one strip after the other, by time in buckets
 * (Dial), until no strip has anything left in the window. What comes out too early comes again when it is improved.
 */
export interface TravelQueue {
  readonly bucketShift: number;
  readonly windowShift: number;
  readonly windowMask: number;
  readonly strips: number;
  /** `floor(cell × stripOfCell)`: the strip of a cell. */
  readonly stripOfCell: number;
  /** First entry of each bucket of the strip in work; −1: none. */
  readonly buckets: Int32Array;
  /** First entry of each strip in each window to come, `later[window × strips + strip]`; windows come round again. */
  readonly later: Int32Array;
  entries: Int32Array;
  /** Numbers in use, of `entries`; a queue that was worked off begins again at 0. */
  used: number;
  waiting: number;
  /** Where the work stands, if it was interrupted: window, strip and bucket, entries of the strip in its buckets, and the first entry that is free again (−1: none). */
  window: number;
  strip: number;
  bucket: number;
  inStrip: number;
  free: number;
}

const NO_STRIP = -1;

export function createQueue(width: number, rows: number, meanUnits: number, dearestUnits: number): TravelQueue {
  const stripRows = Math.max(4, Math.round(STRIP_CELLS / width));
  const strips = Math.ceil(rows / stripRows);
  // As many windows as the dearest step spans, and one more: beyond that they come round too early, which costs work, not truth.
  const bucketShift = Math.min(31 - BUCKETS_LOG, Math.max(0, Math.floor(Math.log2(Math.max(1, meanUnits))) - BUCKET_OF_MEAN_LOG, Math.ceil(Math.log2(dearestUnits)) - BUCKETS_LOG - MOST_WINDOWS_LOG));
  const windowShift = bucketShift + BUCKETS_LOG;
  const windows = 2 ** Math.ceil(Math.log2(dearestUnits / 2 ** windowShift + 2));
  return {
    bucketShift, windowShift, windowMask: windows - 1, strips, stripOfCell: 1 / (stripRows * width),
    buckets: new Int32Array(2 ** BUCKETS_LOG).fill(-1), later: new Int32Array(windows * strips).fill(-1),
    entries: new Int32Array(ENTRY * Math.max(1024, Math.ceil((width * rows) / 4))), used: 0, waiting: 0,
    window: 0, strip: NO_STRIP, bucket: 0, inStrip: 0, free: -1,
  };
}

/** Back to the start: nothing in use, nothing found where it stood. A queue with nothing waiting holds no entries. */
export function rewind(queue: TravelQueue): void {
  queue.used = 0;
  queue.window = 0;
  queue.strip = NO_STRIP;
  queue.bucket = 0;
  queue.inStrip = 0;
  queue.free = -1;
}

/** Forgets what still waits. */
export function emptyQueue(queue: TravelQueue): void {
  if (queue.waiting > 0) {
    queue.buckets.fill(-1);
    queue.later.fill(-1);
    queue.waiting = 0;
  }
  rewind(queue);
}

/** Puts in a cell before the work begins. */
export function putCell(queue: TravelQueue, cell: number, units: number): void {
  if (queue.used === queue.entries.length) queue.entries = grown(queue.entries);
  const entry = queue.used;
  const list = ((units >> queue.windowShift) & queue.windowMask) * queue.strips + Math.floor(cell * queue.stripOfCell);
  queue.entries[entry] = cell;
  queue.entries[entry + 1] = units;
  queue.entries[entry + 2] = queue.later[list] ?? -1;
  queue.later[list] = entry;
  queue.used += ENTRY;
  queue.waiting += 1;
}

/** Twice as many. Seldom needed: an entry for every fourth cell is there from the start, and takes no memory before it is used. */
export function grown(entries: Int32Array): Int32Array {
  const twice = new Int32Array(entries.length * 2);
  twice.set(entries);
  return twice;
}
