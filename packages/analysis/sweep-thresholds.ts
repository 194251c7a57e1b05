import type { AreaLevel } from './area-level';
import { CARE, checkLengths, CLASS_COUNT, CLASS_NUMBER, classesOfAreas, type PointCare } from './classify';

export interface ThresholdSweep {
  /** Class of each area at each step: `areaClass[step * areaCount + area]`; −1 where the area has no point. */
  readonly areaClass: Int8Array;
  /** People at each step, by area and class: `people[(step * areaCount + area) * CLASS_COUNT + class]`. */
  readonly people: Float64Array;
}

/**
 * `classify` at many thresholds at once, over the same distances: equal to it at each one. Thresholds in km, ascending.
 * As the threshold grows, care at a point only moves from none to unknown to ready, or from reported to ready: each point is entered
 * where it joins a class and where it leaves it, and the steps are then summed. All figures are whole, so nothing is rounded on the way.
 */
export function sweepThresholds(level: AreaLevel, care: PointCare, thresholdsKm: readonly number[], theta: number): ThresholdSweep {
  checkLengths(level, care);
  checkAscending(thresholdsKm);
  const steps = Float64Array.from(thresholdsKm);
  const stepCount = steps.length;
  const perStep = level.areaCount * CLASS_COUNT;
  // One step more than asked, where the points that never join a class are put aside.
  const people = new Float64Array((stepCount + 1) * perStep);
  const mass = new Float64Array((stepCount + 1) * perStep);
  const { areaOfPoint, people: peopleAt, mass: massAt } = level;

  for (let point = 0; point < areaOfPoint.length; point += 1) {
    const area = areaOfPoint[point] ?? -1;
    if (area < 0) continue;
    const base = area * CLASS_COUNT;
    const aware = care.aware[point] ?? 0;
    const heads = peopleAt[point] ?? 0;
    const weight = massAt[point] ?? 0;
    const enter = (step: number, careLevel: number, sign: 1 | -1): void => {
      const cell = step * perStep + base + (CLASS_NUMBER[careLevel * 2 + aware] ?? 0);
      people[cell] = (people[cell] ?? 0) + sign * heads;
      mass[cell] = (mass[cell] ?? 0) + sign * weight;
    };
    const readyFrom = firstStep(steps, care.readyKm[point] ?? Infinity);
    const unknownFrom = care.unknownHere[point] === 1 ? 0 : Math.min(readyFrom, firstStep(steps, care.unknownKm[point] ?? Infinity));
    if (care.reported[point] === 1) {
      enter(0, CARE.reported, 1);
      enter(readyFrom, CARE.reported, -1);
    } else {
      enter(0, CARE.none, 1);
      enter(unknownFrom, CARE.none, -1);
      enter(unknownFrom, CARE.unknown, 1);
      enter(readyFrom, CARE.unknown, -1);
    }
    enter(readyFrom, CARE.ready, 1);
  }

  const areaClass = new Int8Array(stepCount * level.areaCount);
  for (let step = 0; step < stepCount; step += 1) {
    const first = step * perStep;
    for (let cell = first; step > 0 && cell < first + perStep; cell += 1) {
      people[cell] = (people[cell] ?? 0) + (people[cell - perStep] ?? 0);
      mass[cell] = (mass[cell] ?? 0) + (mass[cell - perStep] ?? 0);
    }
    areaClass.set(classesOfAreas(level.totalMass, mass.subarray(first, first + perStep), theta), step * level.areaCount);
  }
  return { areaClass, people: people.slice(0, stepCount * perStep) };
}

/** The first step whose threshold reaches a distance; the number of steps if none does. */
function firstStep(steps: Float64Array, distanceKm: number): number {
  let step = 0;
  while (step < steps.length && !(distanceKm <= (steps[step] ?? 0))) step += 1;
  return step;
}

function checkAscending(thresholdsKm: readonly number[]): void {
  thresholdsKm.forEach((threshold, step) => {
    const before = thresholdsKm[step - 1] ?? -Infinity;
    if (!(threshold >= before)) throw new Error(`threshold ${threshold} km comes after ${before} km; ascending thresholds expected`);
  });
}
