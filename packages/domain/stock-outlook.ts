import { addDays, addMonths, daysBetween, type IsoDate } from './calendar';
import type { CareStandard } from './care-standard';
import type { EvidenceHistory } from './evidence';
import type { StockItem } from './records';
import { lastUsableDay, linesFound, type StockOnHand, stockOnHand, usableOn } from './stock-on-hand';
import { stockItems } from './vocabularies/structures';

const RATE_MONTHS = 6;
const SHORTEST_RATE_DAYS = 30;
const DAYS_PER_MONTH = 365.25 / 12;

/** What is to be expected of one item in one structure, with no resupply. */
export interface ItemOutlook {
  readonly item: StockItem;
  /** Usable on the day, of what is surely there. */
  readonly usable: number;
  /** False: at least that many. Nobody counted the rest, or too long ago, or a batch has no expiry or cannot be told. */
  readonly isComplete: boolean;
  /** Given out a month, over the last six months or since the item is first known; null: nothing was recorded as given out. */
  readonly usedPerMonth: number | null;
  /** Usable stock at that rate, in months; null: the rate or the stock is not known. */
  readonly monthsOfStock: number | null;
  /** Last day on which any is usable; null: none is. */
  readonly lapsesAfter: IsoDate | null;
  /** Usable today, but not used at that rate before it expires; null: the rate or the stock is not known. */
  readonly expiresUnused: number | null;
}

/** Every item that was ever counted or moved, in the order of the list. The course of an item is that of the standard; of one that it does not name, 0 days. */
export function stockOutlook(history: EvidenceHistory, standard: CareStandard, asOf: IsoDate): ItemOutlook[] {
  return stockItems.codes.flatMap((item) => {
    const first = firstKnown(history, item, asOf);
    return first === null ? [] : [outlookOf(item, first, history, standard, asOf)];
  });
}

function outlookOf(item: StockItem, first: IsoDate, history: EvidenceHistory, standard: CareStandard, asOf: IsoDate): ItemOutlook {
  const courseDays = courseDaysOf(item, standard);
  const held = weakestOf(item, history, standard, asOf, courseDays);
  const usable = usableOn(held, asOf, courseDays);
  const isComplete = held.count?.isFresh === true && !held.unplaced.has(item) && held.batches.every(({ expiry, fresh, old }) => (expiry !== null || fresh === 0) && old === 0);
  const usedPerDay = ratePerDay(item, first, history, asOf);
  const known = isComplete && usedPerDay !== null;
  return {
    item,
    usable,
    isComplete,
    usedPerMonth: usedPerDay === null ? null : usedPerDay * DAYS_PER_MONTH,
    monthsOfStock: known ? usable / (usedPerDay * DAYS_PER_MONTH) : null,
    lapsesAfter: usable === 0 ? null : lastUsableDay(held, courseDays, 1),
    expiresUnused: known ? unusedAt(usedPerDay, held, courseDays, asOf) : null,
  };
}

function courseDaysOf(item: StockItem, { criteria }: CareStandard): number {
  return criteria.reduce((longest, one) => (one.kind === 'usableStock' && one.items.includes(item) ? Math.max(longest, one.courseDays) : longest), 0);
}

/** By the newest counts of the item; of two on one day the one that leaves less. */
function weakestOf(item: StockItem, { assessments, movements }: EvidenceHistory, { stockCountMaxAgeDays }: CareStandard, asOf: IsoDate, courseDays: number): StockOnHand {
  const counts = assessments.filter((one) => one.assessedOn <= asOf && linesFound([item], one, asOf).length > 0);
  const newest = counts.reduce((on, one) => (one.assessedOn > on ? one.assessedOn : on), '');
  const held = (assessed: (typeof counts)[number] | null): StockOnHand => stockOnHand([item], assessed, movements, { asOf, maxAgeDays: stockCountMaxAgeDays });
  const [weakest] = counts.filter((one) => one.assessedOn === newest).map(held).sort((a, b) => usableOn(a, asOf, courseDays) - usableOn(b, asOf, courseDays));
  return weakest ?? held(null);
}

/** The first day on which anything is known of the item; null: nothing is by `asOf`. */
function firstKnown({ assessments, movements }: EvidenceHistory, item: StockItem, asOf: IsoDate): IsoDate | null {
  const days = [
    ...assessments.filter(({ assessedOn }) => assessedOn <= asOf).flatMap((one) => linesFound([item], one, asOf).map(({ countedOn }) => countedOn)),
    ...movements.filter(({ on, lines }) => on <= asOf && lines.some((line) => line.item === item)).map(({ on }) => on),
  ];
  return days.reduce<IsoDate | null>((first, day) => (first === null || day < first ? day : first), null);
}

/** Given out a day; null: nothing was recorded as given out in the time looked at, which is not the same as none used. */
function ratePerDay(item: StockItem, first: IsoDate, { movements }: EvidenceHistory, asOf: IsoDate): number | null {
  const since = addMonths(asOf, -RATE_MONTHS);
  const used = movements
    .filter(({ kind, on }) => kind === 'consumption' && on > since && on <= asOf)
    .reduce((sum, { lines }) => sum + lines.reduce((all, line) => (line.item === item ? all + line.quantity : all), 0), 0);
  return used === 0 ? null : used / Math.max(SHORTEST_RATE_DAYS, daysBetween(first > since ? first : since, asOf));
}

/** What is left of each batch on its last usable day, when those that expire first are given out first. Whole units: what is begun counts as used. */
function unusedAt(usedPerDay: number, { batches }: StockOnHand, courseDays: number, asOf: IsoDate): number {
  const usable = batches
    .flatMap(({ expiry, fresh }) => (expiry === null || fresh === 0 ? [] : [{ quantity: fresh, days: daysBetween(asOf, addDays(expiry, -courseDays)) }]))
    .filter(({ days }) => days >= 0)
    .sort((a, b) => a.days - b.days);
  let used = 0;
  let unused = 0;
  for (const { quantity, days } of usable) {
    const taken = Math.min(quantity, Math.max(0, usedPerDay * days - used));
    used += taken;
    unused += quantity - taken;
  }
  return Math.floor(unused + 1e-9);
}
