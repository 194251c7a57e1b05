import { addDays, daysBetween, type IsoDate } from './calendar';
import type { Criterion } from './care-standard';
import { type Evidence, type JudgedDays, type Judgement, judgement, newestEvidence } from './criterion-result';
import type { Assessed, CountedMovement } from './evidence';
import type { StockItem, StockLine } from './records';

export type StockCriterion = Extract<Criterion, { kind: 'usableStock' }>;

/** One batch of one item; expiry null: not recorded. */
export interface HeldBatch {
  readonly item: StockItem;
  readonly batch: string | null;
  readonly expiry: IsoDate | null;
  /** By a count or a delivery that is fresh. */
  fresh: number;
  /** By evidence too old to count: they may still be there. */
  old: number;
}

export interface StockOnHand {
  readonly batches: readonly HeldBatch[];
  /** Given out or lost without a batch that is known: it is missing somewhere, nobody can say where. */
  readonly unplaced: ReadonlyMap<StockItem, number>;
  /** The count it starts from; null: nobody counted. `isFresh`: not older than the standard allows. */
  readonly count: (Evidence & { readonly isFresh: boolean }) | null;
  /** The movements after the count, by date. */
  readonly movements: readonly Evidence[];
}

/** The lines of these items in one assessment; a line counted after `asOf` is not known on it. */
export const linesFound = (items: readonly StockItem[], assessed: Assessed, asOf: IsoDate): StockLine[] =>
  assessed.stockLines.filter((line) => items.includes(line.item) && line.countedOn <= asOf);

const keyOf = (line: Pick<StockLine, 'item' | 'batch' | 'expiry'>): string => JSON.stringify([line.item, line.batch, line.expiry]);
const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * What is in stock of some items on `asOf`: one count (null: none), then every movement after it, day by day, deliveries
 * first. A movement acts on its batch, never below 0; one on the day of the count was seen by it. A count is as old as its
 * oldest line.
 */
export function stockOnHand(items: readonly StockItem[], assessed: Assessed | null, movements: readonly CountedMovement[], { asOf, maxAgeDays }: { asOf: IsoDate; maxAgeDays: number }): StockOnHand {
  const isFresh = (on: IsoDate): boolean => daysBetween(on, asOf) <= maxAgeDays;
  const lines = assessed === null ? [] : linesFound(items, assessed, asOf);
  const countedOn = lines.reduce<IsoDate | null>((oldest, line) => (oldest === null || line.countedOn < oldest ? line.countedOn : oldest), null);
  const freshCount = countedOn !== null && isFresh(countedOn);
  const held = new Map<string, HeldBatch>();
  const seen = new Map<string, IsoDate>();
  const see = (key: string, on: IsoDate): void => {
    if (on > (seen.get(key) ?? '')) seen.set(key, on);
  };
  const add = (line: Pick<StockLine, 'item' | 'batch' | 'expiry' | 'quantity'>, fresh: boolean): void => {
    const key = keyOf(line);
    const batch = held.get(key) ?? { item: line.item, batch: line.batch, expiry: line.expiry, fresh: 0, old: 0 };
    batch[fresh ? 'fresh' : 'old'] += line.quantity;
    held.set(key, batch);
  };
  for (const line of lines) {
    add(line, freshCount);
    see(keyOf(line), line.countedOn);
    see(line.item, line.countedOn);
  }
  const unplaced = new Map<StockItem, number>();
  const counted: Evidence[] = [];
  const later = movements.filter(({ on }) => on <= asOf).sort((a, b) => text(a.on, b.on) || Number(a.kind !== 'delivery') - Number(b.kind !== 'delivery'));
  for (const movement of later) {
    const moved = movement.lines.filter((line) => items.includes(line.item) && movement.on > (seen.get(keyOf(line)) ?? seen.get(line.item) ?? ''));
    if (moved.length > 0) counted.push({ on: movement.on, source: movement.source, kind: movement.kind });
    for (const line of moved) {
      if (movement.kind === 'delivery') add(line, isFresh(movement.on));
      else if (!take(held.get(keyOf(line)), line.quantity)) unplaced.set(line.item, (unplaced.get(line.item) ?? 0) + line.quantity);
    }
  }
  return { batches: [...held.values()], unplaced, count: assessed === null || countedOn === null ? null : { on: countedOn, source: assessed.source, kind: 'assessment', isFresh: freshCount }, movements: counted };
}

/** Takes from what is surely there first: what may be there is not counted anyway. False: that batch is not known. */
function take(batch: HeldBatch | undefined, quantity: number): boolean {
  if (batch === undefined) return false;
  const fromFresh = Math.min(batch.fresh, quantity);
  batch.fresh -= fromFresh;
  batch.old -= Math.min(batch.old, quantity - fromFresh);
  return true;
}

/** S(t) = Σ quantity · [expiry ≥ t + course], of what is surely there; a batch without an expiry is neither counted nor denied. */
export function usableOn({ batches, unplaced }: StockOnHand, at: IsoDate, courseDays: number): number {
  const neededUntil = addDays(at, courseDays);
  const byItem = new Map<StockItem, number>();
  for (const { item, expiry, fresh } of batches) if (expiry !== null && expiry >= neededUntil) byItem.set(item, (byItem.get(item) ?? 0) + fresh);
  let usable = 0;
  for (const [item, number] of byItem) usable += Math.max(0, number - (unplaced.get(item) ?? 0));
  return usable;
}

/** The last day on which at least `minimum` are usable with no resupply; null: never that many. */
export function lastUsableDay(held: StockOnHand, courseDays: number, minimum: number): IsoDate | null {
  const lastDays = held.batches.flatMap(({ expiry, fresh }) => (expiry !== null && fresh > 0 ? [addDays(expiry, -courseDays)] : [])).sort(text);
  return lastDays.findLast((day) => usableOn(held, day, courseDays) >= minimum) ?? null;
}

/**
 * Usable stock by one count and the movements after it. Without a count that is fresh, deliveries can establish that there is
 * enough, never that there is too little: nobody counted the rest.
 */
export function weighStock(criterion: StockCriterion, assessed: Assessed | null, movements: readonly CountedMovement[], maxAgeDays: number, { asOf, at }: JudgedDays): Judgement {
  const held = stockOnHand(criterion.items, assessed, movements, { asOf, maxAgeDays });
  const { count } = held;
  const evidence = newestEvidence(count === null ? held.movements : [count, ...held.movements]);
  const usable = usableOn(held, at, criterion.courseDays);
  if (usable >= criterion.minimum) return judgement('met', 'established', evidence, { quantity: usable, lapsesAfter: lastUsableDay(held, criterion.courseDays, criterion.minimum) });
  const isOld = held.batches.some(({ old }) => old > 0);
  if (count === null) return judgement('unknown', held.movements.length === 0 ? 'notAssessed' : isOld ? 'stale' : 'notCounted', evidence);
  if (!count.isFresh) return judgement('unknown', 'stale', count);
  const perhaps = (take: (batch: HeldBatch) => number): number => held.batches.reduce((sum, batch) => sum + take(batch), 0);
  const neededUntil = addDays(at, criterion.courseDays);
  const dated = perhaps((one) => (one.expiry !== null && one.expiry >= neededUntil ? one.fresh : 0));
  if (dated >= criterion.minimum) return judgement('unknown', 'batchUnknown', evidence);
  const undated = perhaps((one) => (one.expiry === null ? one.fresh + one.old : 0));
  if (dated + undated >= criterion.minimum) return judgement('unknown', 'expiryUnknown', evidence);
  const old = perhaps((one) => (one.expiry !== null && one.expiry >= neededUntil ? one.old : 0));
  if (dated + undated + old >= criterion.minimum) return judgement('unknown', 'stale', evidence);
  const there = held.batches.reduce((sum, one) => sum + one.fresh + one.old, 0);
  return judgement('unmet', there === 0 ? 'noneInStock' : there < criterion.minimum ? 'tooFewInStock' : 'expired', evidence, { quantity: usable });
}
