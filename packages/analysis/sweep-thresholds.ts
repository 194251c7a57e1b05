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
 * As the threshold grows, care at a point only moves from none to unknown to ready, or from reported to ready. So each point is entered in its
 * class at the first step, and at the steps where it moves; what came before is then added up. All figures are whole: nothing is rounded.
 */
export function sweepThresholds(level: AreaLevel, care: PointCare, thresholdsKm: readonly number[], theta: number): ThresholdSweep {
  checkLengths(level, care);
  checkAscending(thresholdsKm);
  const changes = changesByArea(level, care, Float64Array.from(thresholdsKm));
  const perStep = level.areaCount * CLASS_COUNT;
  const people = new Float64Array(thresholdsKm.length * perStep);
  const areaClass = new Int8Array(thresholdsKm.length * level.areaCount);
  const mass = new Float64Array(perStep);
  for (let step = 0; step < thresholdsKm.length; step += 1) {
    const first = step * perStep;
    for (let cell = 0; cell < perStep; cell += 1) {
      const change = (Math.floor(cell / CLASS_COUNT) * thresholdsKm.length + step) * CLASS_COUNT + (cell % CLASS_COUNT);
      people[first + cell] = (step > 0 ? (people[first + cell - perStep] ?? 0) : 0) + (changes.people[change] ?? 0);
      mass[cell] = (mass[cell] ?? 0) + (changes.mass[change] ?? 0);
    }
    areaClass.set(classesOfAreas(level.totalMass, mass, theta), step * level.areaCount);
  }
  return { areaClass, people };
}

/** What each class of each area gains and loses at each step, step by step within an area: the points of an area follow each other. */
function changesByArea(level: AreaLevel, care: PointCare, steps: Float64Array): { people: Float64Array; mass: Float64Array } {
  const { areaOfPoint, people: peopleAt, mass: massAt } = level;
  const { aware, reported, toReady, toUnknown, readyHere, unknownHere } = care;
  const people = new Float64Array(level.areaCount * steps.length * CLASS_COUNT);
  const mass = new Float64Array(people.length);
  for (let point = 0; point < areaOfPoint.length && steps.length > 0; point += 1) {
    const area = areaOfPoint[point] ?? -1;
    if (area < 0) continue;
    const heads = peopleAt[point] ?? 0;
    const weight = massAt[point] ?? 0;
    const first = area * steps.length * CLASS_COUNT;
    const awareAt = aware[point] ?? 0;
    const readyFrom = readyHere[point] === 1 ? 0 : firstStep(steps, toReady[point] ?? Infinity);
    const unknownFrom = unknownHere[point] === 1 ? 0 : firstStep(steps, toUnknown[point] ?? Infinity);

    let careLevel: number = readyFrom === 0 ? CARE.ready : reported[point] === 1 ? CARE.reported : unknownFrom === 0 ? CARE.unknown : CARE.none;
    let cell = first + (CLASS_NUMBER[careLevel * 2 + awareAt] ?? 0);
    people[cell] = (people[cell] ?? 0) + heads;
    mass[cell] = (mass[cell] ?? 0) + weight;
    for (let move = 0; move < 2 && careLevel !== CARE.ready; move += 1) {
      const toUnknown = careLevel === CARE.none && unknownFrom < readyFrom;
      const step = toUnknown ? unknownFrom : readyFrom;
      if (step === steps.length) break;
      cell = first + step * CLASS_COUNT + (CLASS_NUMBER[careLevel * 2 + awareAt] ?? 0);
      people[cell] = (people[cell] ?? 0) - heads;
      mass[cell] = (mass[cell] ?? 0) - weight;
      careLevel = toUnknown ? CARE.unknown : CARE.ready;
      cell = first + step * CLASS_COUNT + (CLASS_NUMBER[careLevel * 2 + awareAt] ?? 0);
      people[cell] = (people[cell] ?? 0) + heads;
      mass[cell] = (mass[cell] ?? 0) + weight;
    }
  }
  return { people, mass };
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
