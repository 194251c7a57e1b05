import { issue, type Issue } from '#domain/issue';
import type { RasterKind } from '#domain/reach-records';
import type { RasterWindow } from './open-raster';

/** What the cells of a raster hold. */
export interface RasterValues {
  readonly cellsKnown: number;
  readonly min: number;
  readonly max: number;
  readonly sum: number;
  /** Values of about every n-th known cell, ascending. */
  readonly sample: readonly number[];
}

const SAMPLE = 20_000;

/** Counts the cells of windows, one after the other. */
export class ValueCount {
  #known = 0;
  #min = Infinity;
  #max = -Infinity;
  #sum = 0;
  #sample: number[] = [];
  #every = 1;

  add({ values }: Pick<RasterWindow, 'values'>): void {
    for (const value of values) {
      if (Number.isNaN(value)) continue;
      if (this.#known % this.#every === 0) this.#keep(value);
      this.#known += 1;
      this.#sum += value;
      if (value < this.#min) this.#min = value;
      if (value > this.#max) this.#max = value;
    }
  }

  values(): RasterValues {
    return { cellsKnown: this.#known, min: this.#min, max: this.#max, sum: this.#sum, sample: this.#sample.toSorted((a, b) => a - b) };
  }

  #keep(value: number): void {
    this.#sample.push(value);
    if (this.#sample.length < SAMPLE) return;
    this.#sample = this.#sample.filter((_, i) => i % 2 === 0);
    this.#every *= 2;
  }
}

/** Half of the ground between 15 km/h and a quarter of a kilometre an hour: what people can walk and drive. */
const PLAUSIBLE_MIN_PER_M = [0.004, 0.25] as const;
const EXPECTED_FRICTION = `${String(PLAUSIBLE_MIN_PER_M[0])} – ${String(PLAUSIBLE_MIN_PER_M[1])} min/m (4.5 km/h = 0.0133)`;
/** More people in one raster than the Earth has hold no people. */
const EVERYBODY = 10_000_000_000;

/** What keeps these values from being what they are said to be; empty: nothing. */
export function valueFaults(kind: RasterKind, values: RasterValues): Issue[] {
  if (values.cellsKnown === 0) return [issue('rasterWithoutValues', 'error')];
  return kind === 'population' ? peopleFaults(values) : frictionFaults(values);
}

function peopleFaults({ min, max, sum }: RasterValues): Issue[] {
  if (min < 0) return [issue('peopleNegative', 'error', { value: shown(min), expected: '≥ 0' })];
  if (max === 0) return [issue('rasterWithoutPeople', 'error')];
  if (sum > EVERYBODY) return [issue('peopleImplausible', 'error', { value: shown(sum), expected: `< ${shown(EVERYBODY)}` })];
  return [];
}

/** The middle value decides: a few odd cells do not make another unit. */
function frictionFaults({ min, sample }: RasterValues): Issue[] {
  if (min <= 0) return [issue('frictionNotPositive', 'error', { value: shown(min), expected: '> 0' })];
  const median = sample[Math.floor(sample.length / 2)] ?? NaN;
  const [low, high] = PLAUSIBLE_MIN_PER_M;
  if (median >= low && median <= high) return [];
  const value = `${shown(sample[Math.floor(sample.length * 0.01)] ?? min)} · ${shown(median)} · ${shown(sample[Math.floor(sample.length * 0.99)] ?? median)}`;
  return [issue(looksLike(sample, median), 'error', { value, expected: EXPECTED_FRICTION })];
}

/**
 * Of which unit such values are common. On foot: 0.8 s/m, 13 min/km, 4.5 km/h, 0.0002 h/m. Speeds and slownesses are told apart by their tails:
 * roads are rare, and have the high values of a speed and the low ones of a slowness.
 */
function looksLike(sample: readonly number[], median: number): 'frictionHoursPerMetre' | 'frictionSecondsPerMetre' | 'frictionKmPerHour' | 'frictionMinutesPerKm' | 'frictionImplausible' {
  if (median < PLAUSIBLE_MIN_PER_M[0]) return median > 0.00001 ? 'frictionHoursPerMetre' : 'frictionImplausible';
  const [lowest = median, highest = median] = [sample[0], sample.at(-1)];
  const speed = highest / median > median / lowest;
  if (median <= 100 && speed && median >= 1) return 'frictionKmPerHour';
  if (median <= 10) return 'frictionSecondsPerMetre';
  return median <= 250 ? 'frictionMinutesPerKm' : 'frictionImplausible';
}

const shown = (value: number): string => String(Number(value.toPrecision(4)));
