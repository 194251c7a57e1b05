import { ENTRY, grown, rewind, type TravelQueue } from './travel-queue';
import { neighbour, UNITS_PER_MIN, type TravelSteps } from './travel-steps';

/** What is known by cell, with the rows of barriers around (`TravelSteps`); minutes without them. */
export interface TravelState {
  readonly units: Int32Array;
  readonly owner: Int32Array;
  readonly minutes: Float32Array;
}

/** Entries worked off in one go: a whole number, which is counted down faster than Infinity. */
const MOST_AT_ONCE = 2 ** 30;

/**
 * Works a queue off: spreads the least (time, source) from cell to cell until nothing improves. Whatever the order of work, one answer is left, because
 * times are whole numbers: a lesser pair stays less after the same step. Stops after `most` entries, if anything is left by then, and goes on from there
 * when it is called again; answers whether the queue is worked off.
 *
 * One long function on purpose: with taking out and putting in as functions of their own it takes a quarter longer (decision 0030).
 */
export function spread(steps: TravelSteps, state: TravelState, queue: TravelQueue, most = MOST_AT_ONCE): boolean {
  const { width, friction, factor, offset } = steps;
  const { units, owner, minutes } = state;
  const { bucketShift, windowShift, windowMask, strips, stripOfCell, buckets, later } = queue;
  const bucketMask = buckets.length - 1;
  let { entries, used, waiting, free, window, strip, bucket, inStrip } = queue;
  let left = most | 0;
  while (waiting > 0 && left > 0) {
    // The next strip with something in this window, or in the next window that has; what waited for it is sorted into the buckets.
    for (let passed = 0; inStrip === 0; passed += 1) {
      if (passed === strips) {
        window += 1;
        passed = 0;
      }
      strip = strip + 1 === strips ? 0 : strip + 1;
      const list = (window & windowMask) * strips + strip;
      for (let entry = later[list] ?? -1; entry >= 0; inStrip += 1) {
        const next = entries[entry + 2] ?? -1;
        const into = ((entries[entry + 1] ?? 0) >> bucketShift) & bucketMask;
        entries[entry + 2] = buckets[into] ?? -1;
        buckets[into] = entry;
        entry = next;
      }
      later[list] = -1;
      bucket = 0;
    }

    // Takes out the last entry of the first bucket that has one.
    let taken = buckets[bucket] ?? -1;
    while (taken < 0) {
      bucket += 1;
      taken = buckets[bucket] ?? -1;
    }
    buckets[bucket] = entries[taken + 2] ?? -1;
    entries[taken + 2] = free;
    free = taken;
    inStrip -= 1;
    waiting -= 1;
    left -= 1;
    const at = entries[taken] ?? 0;
    const time = entries[taken + 1] ?? 0;
    // It was improved meanwhile, and waits, or has waited, under its better time.
    if (units[at] !== time) continue;

    minutes[at - width] = time / UNITS_PER_MIN;
    const by = owner[at] ?? -1;
    const here = friction[at] ?? 0;
    const row = ((at / width) | 0) - 1;
    const column = at - (row + 1) * width;
    const inside = column > 0 && column < width - 1;
    const first = row * 8;
    for (let step = 0; step < 8; step += 1) {
      const to = inside ? at + (offset[step] ?? 0) : neighbour(steps, at, column, step);
      const known = units[to] ?? 0;
      if (known <= time) continue;
      const reached = (time + (((here + (friction[to] ?? 0)) * (factor[first + step] ?? 0) + 0.5) | 0)) | 0;
      if (reached > known || (reached === known && by >= (owner[to] ?? -1))) continue;
      units[to] = reached;
      owner[to] = by;

      let entry = free;
      if (entry >= 0) free = entries[entry + 2] ?? -1;
      else {
        if (used === entries.length) entries = grown(entries);
        entry = used;
        used += ENTRY;
      }
      entries[entry] = to;
      entries[entry + 1] = reached;
      waiting += 1;
      const toStrip = (to * stripOfCell) | 0;
      const toWindow = reached >> windowShift;
      if (toStrip === strip && toWindow === window) {
        const into = (reached >> bucketShift) & bucketMask;
        entries[entry + 2] = buckets[into] ?? -1;
        buckets[into] = entry;
        inStrip += 1;
      } else {
        const list = (toWindow & windowMask) * strips + toStrip;
        entries[entry + 2] = later[list] ?? -1;
        later[list] = entry;
      }
    }
  }
  queue.entries = entries;
  queue.waiting = waiting;
  if (waiting === 0) {
    rewind(queue);
    return true;
  }
  queue.used = used;
  queue.free = free;
  queue.window = window;
  queue.strip = strip;
  queue.bucket = bucket;
  queue.inStrip = inStrip;
  return false;
}
