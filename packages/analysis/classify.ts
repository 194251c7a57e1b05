import { classOf, classOfArea, type AreaShares, type GapClass } from '#domain/gap-classes';
import { gapClasses } from '#domain/vocabularies/flags';
import type { AreaLevel } from './area-level';

/** The classes by number, in the order of the vocabulary: `pointClass` and `areaClass` index it. */
export const CLASS_CODES: readonly GapClass[] = gapClasses.codes;
export const CLASS_COUNT = CLASS_CODES.length;

/** Care levels by number, the first that applies: ready 0, reported 1, unknown 2, none 3. */
export const CARE = { ready: 0, reported: 1, unknown: 2, none: 3 } as const;

const numberOf = (code: GapClass): number => CLASS_CODES.indexOf(code);

/** Class number by care and awareness: `CLASS_NUMBER[care * 2 + aware]`. */
export const CLASS_NUMBER = Uint8Array.from((Object.keys(CARE) as (keyof typeof CARE)[]).flatMap((care) => [numberOf(classOf(false, care)), numberOf(classOf(true, care))]));

/**
 * What is known at each demand point, before any threshold.
 * `sameArea`: distances 0 or Infinity (`sameAreaKm`), threshold 0; there a structure known by area only counts like any other.
 * `evidence=assessed`: `reported` all zero.
 */
export interface PointCare {
  /** 1: an awareness initiative that counts holds the point. */
  readonly aware: Uint8Array;
  /** 1: an active initiative of medical care is reported for the point's area. */
  readonly reported: Uint8Array;
  /** How far the nearest ready structure is, in the unit of the metric (`reachLimit`): km, or minutes under `travelTime`; Infinity where there is none. */
  readonly toReady: Float64Array;
  /** The same to the nearest structure of unknown readiness. */
  readonly toUnknown: Float64Array;
  /** 1: a team gives the care at the point for a time, whatever the threshold: a mission has a radius of its own. */
  readonly readyHere: Uint8Array;
  /** 1: a structure that is ready or of unknown readiness is known to be in the point's area, but not where: care is at most unknown, never none. */
  readonly unknownHere: Uint8Array;
}

export interface ClassRule {
  /** `reachLimit` of the question; the bound itself is within reach. */
  readonly threshold: number;
  /** Share of an area's people that decides its class, in (0, 1]. */
  readonly theta: number;
}

export interface Classification {
  /** Class of each point. */
  readonly pointClass: Uint8Array;
  /** Class of each area; −1 where the area has no point (no geometry). */
  readonly areaClass: Int8Array;
  /** People by area and class, whole: `people[area * CLASS_COUNT + class]`. Sums to `level.population[area]` exactly; unknown where `level.peopleKnown[area]` is 0. */
  readonly people: Float64Array;
  /** What decides the shares, by area and class; sums to `level.totalMass[area]` exactly. */
  readonly mass: Float64Array;
}

/**
 * Class of every point and every area of a level, with the people of each class (domain.md §4). Care at a point is the first that applies:
 * ready, reported, unknown, none.
 */
export function classify(level: AreaLevel, care: PointCare, rule: ClassRule): Classification {
  const { aware, reported, toReady, toUnknown, readyHere, unknownHere } = care;
  const { threshold } = rule;
  const { areaOfPoint, people: peopleAt, mass: massAt } = level;
  checkLengths(level, care);
  const pointClass = new Uint8Array(areaOfPoint.length);
  const people = new Float64Array(level.areaCount * CLASS_COUNT);
  const mass = new Float64Array(level.areaCount * CLASS_COUNT);
  for (let point = 0; point < pointClass.length; point += 1) {
    let careLevel: number = CARE.none;
    if (readyHere[point] === 1 || (toReady[point] ?? Infinity) <= threshold) careLevel = CARE.ready;
    else if (reported[point] === 1) careLevel = CARE.reported;
    else if (unknownHere[point] === 1 || (toUnknown[point] ?? Infinity) <= threshold) careLevel = CARE.unknown;
    const classNumber = CLASS_NUMBER[careLevel * 2 + (aware[point] ?? 0)] ?? 0;
    pointClass[point] = classNumber;
    const area = areaOfPoint[point] ?? -1;
    if (area < 0) continue;
    const cell = area * CLASS_COUNT + classNumber;
    people[cell] = (people[cell] ?? 0) + (peopleAt[point] ?? 0);
    mass[cell] = (mass[cell] ?? 0) + (massAt[point] ?? 0);
  }
  return { pointClass, areaClass: classesOfAreas(level.totalMass, mass, rule.theta), people, mass };
}

/** The shares behind an area's class; null where the area has no point that counts. */
export function sharesOfArea(level: Pick<AreaLevel, 'totalMass'>, classification: Pick<Classification, 'mass'>, area: number): AreaShares | null {
  const total = level.totalMass[area] ?? 0;
  return total > 0 ? sharesAt(classification.mass, area * CLASS_COUNT, total) : null;
}

/** Class numbers of areas, by shares of mass; −1 where there is none. `mass` holds CLASS_COUNT figures an area. */
export function classesOfAreas(totalMass: Float64Array, mass: Float64Array, theta: number): Int8Array {
  const areaClass = new Int8Array(totalMass.length).fill(-1);
  totalMass.forEach((total, area) => {
    if (total > 0) areaClass[area] = CLASS_CODES.indexOf(classOfArea(sharesAt(mass, area * CLASS_COUNT, total), theta));
  });
  return areaClass;
}

const [JOINED, VERIFY, ASSESS, GAP, UNANNOUNCED, QUIET, UNASSESSED] = (['joined', 'verify', 'assess', 'gap', 'unannounced', 'quiet', 'unassessed'] as const).map(numberOf) as [number, number, number, number, number, number, number];

function sharesAt(mass: Float64Array, first: number, total: number): AreaShares {
  const joined = mass[first + JOINED] ?? 0;
  const verify = mass[first + VERIFY] ?? 0;
  const assess = mass[first + ASSESS] ?? 0;
  return {
    aware: (joined + verify + assess + (mass[first + GAP] ?? 0)) / total,
    ready: (joined + (mass[first + UNANNOUNCED] ?? 0)) / total,
    reported: (verify + (mass[first + QUIET] ?? 0)) / total,
    unknown: (assess + (mass[first + UNASSESSED] ?? 0)) / total,
  };
}

/** Masks of another demand would be read as zeros, that is as "no": better to stop. */
export function checkLengths(level: AreaLevel, care: PointCare): void {
  const expected = level.areaOfPoint.length;
  for (const [name, values] of Object.entries(care) as [string, { length: number }][]) {
    if (values.length !== expected) throw new Error(`${name} holds ${values.length} points; ${expected} expected, as many as the level`);
  }
}
