import { CLASS_CODES } from '#analysis/classify';
import type { GapView } from './gap-view';

/** People who would have ready care within reach. `known` false: of some of them nobody knows how many they are, and the sums are of the others. */
export interface Gain {
  readonly leaveGap: number;
  readonly leaveBlindSpot: number;
  readonly known: boolean;
}

const GAP = CLASS_CODES.indexOf('gap');
const BLIND_SPOT = CLASS_CODES.indexOf('blindSpot');

/** Who would gain were structures ready: people with no care at all within reach, each counted once however many structures reach them. */
export class Gains {
  readonly #view: GapView;
  readonly #points = new Map<number, Int32Array | null>();
  readonly #seenBy: Int32Array;
  #group = 0;

  constructor(view: GapView) {
    this.#view = view;
    this.#seenBy = new Int32Array(view.level.areaOfPoint.length);
  }

  /** Of a group of structures together. Null: of none of them it is known where it is. */
  of(structures: readonly number[]): Gain | null {
    const { level, classification: { pointClass }, dataset: { levels } } = this.#view;
    this.#group += 1;
    let [leaveGap, leaveBlindSpot, known, placed] = [0, 0, true, structures.length === 0];
    for (const structure of structures) {
      const points = this.#pointsOf(structure);
      placed ||= points !== null;
      for (const point of points ?? []) {
        if (this.#seenBy[point] === this.#group) continue;
        this.#seenBy[point] = this.#group;
        if (levels.people.known[point] !== 1) known = false;
        else if (pointClass[point] === GAP) leaveGap += level.people[point] ?? 0;
        else leaveBlindSpot += level.people[point] ?? 0;
      }
    }
    return placed ? { leaveGap, leaveBlindSpot, known } : null;
  }

  /** Points within reach of a structure that have no care; null where nobody knows where it is. */
  #pointsOf(structure: number): Int32Array | null {
    let points = this.#points.get(structure);
    if (points === undefined) {
      const { pointClass } = this.#view.classification;
      points = this.#view.reach.reachedBy(structure)?.filter((point) => pointClass[point] === GAP || pointClass[point] === BLIND_SPOT) ?? null;
      this.#points.set(structure, points);
    }
    return points;
  }
}
