import { WEIGHT_UNITS, type Demand } from './demand';

/**
 * People at each demand point, as whole numbers. Rounding here, once, and not in each area and class, is what makes every grouping add up:
 * classes to areas, zones to provinces, and no structure made ready can add a person anywhere else by a different rounding.
 */
export interface PointPeople {
  /** 0 where unknown: read `known` beside it. */
  readonly people: Float64Array;
  /** 1 where the population of the base area is known. */
  readonly known: Uint8Array;
  /** People as exact fractions, counted in WEIGHT_UNITS to the person: what shares are made of. 0 where unknown. */
  readonly exactPeople: Float64Array;
}

/** The demand points seen as the areas of one level. */
export interface AreaLevel {
  readonly areaCount: number;
  /** Area of each point at this level; −1 for none. */
  readonly areaOfPoint: Int32Array;
  readonly pointCount: Int32Array;
  /** People at each point, whole; 0 where unknown. */
  readonly people: Float64Array;
  /** Known people of each area, whole. An incomplete sum where `peopleKnown` is 0: show it as unknown. */
  readonly population: Float64Array;
  /** 1: the people of every point of the area are known. 0: some are not (or the area has no point). */
  readonly peopleKnown: Uint8Array;
  /** What each point counts for in the shares of its area; whole, so that sums are exact. */
  readonly mass: Float64Array;
  readonly totalMass: Float64Array;
}

/**
 * Puts the population of each base area (null: unknown) on its points, as whole people that sum to the rounded population exactly. The
 * running total is rounded, point after point, so a small population is spread over the area too.
 */
export function peopleAtPoints(demand: Demand, populations: readonly (number | null)[]): PointPeople {
  const count = demand.lng.length;
  const people = new Float64Array(count);
  const known = new Uint8Array(count);
  const exactPeople = new Float64Array(count);
  for (let area = 0; area < demand.areaCount; area += 1) {
    const population = populations[area] ?? null;
    if (population === null) continue;
    const whole = Math.round(population);
    let share = 0;
    let placed = 0;
    const stop = demand.firstPoint[area + 1] ?? 0;
    for (let point = demand.firstPoint[area] ?? 0; point < stop; point += 1) {
      const weight = demand.weight[point] ?? 0;
      share += weight;
      const placedNow = Math.round(share * whole);
      people[point] = placedNow - placed;
      placed = placedNow;
      known[point] = 1;
      exactPeople[point] = weight * WEIGHT_UNITS * whole;
    }
  }
  return { people, known, exactPeople };
}

/**
 * Groups the same points by the areas of a level: `demand.areaIndex` for the base level, `locateAll` of another level's outlines for the
 * others. Shares are of people where the people of all points of an area are known and not zero; else each base area's points count as 1.
 */
export function buildAreaLevel(demand: Demand, { people, known, exactPeople }: PointPeople, areaOfPoint: Int32Array, areaCount: number): AreaLevel {
  const pointCount = new Int32Array(areaCount);
  const knownCount = new Int32Array(areaCount);
  const population = new Float64Array(areaCount);
  for (let point = 0; point < areaOfPoint.length; point += 1) {
    const area = areaOfPoint[point] ?? -1;
    if (area < 0) continue;
    pointCount[area] = (pointCount[area] ?? 0) + 1;
    knownCount[area] = (knownCount[area] ?? 0) + (known[point] ?? 0);
    population[area] = (population[area] ?? 0) + (exactPeople[point] ?? 0);
  }
  const peopleKnown = Uint8Array.from(pointCount, (points, area) => (points > 0 && points === knownCount[area] ? 1 : 0));
  const byPeople = Uint8Array.from(peopleKnown, (yes, area) => (yes === 1 && (population[area] ?? 0) > 0 ? 1 : 0));

  const mass = new Float64Array(areaOfPoint.length);
  const totalMass = new Float64Array(areaCount);
  population.fill(0);
  for (let point = 0; point < areaOfPoint.length; point += 1) {
    const area = areaOfPoint[point] ?? -1;
    if (area < 0) continue;
    const counted = byPeople[area] === 1 ? (exactPeople[point] ?? 0) : (demand.weight[point] ?? 0) * WEIGHT_UNITS;
    mass[point] = counted;
    totalMass[area] = (totalMass[area] ?? 0) + counted;
    population[area] = (population[area] ?? 0) + (people[point] ?? 0);
  }
  return { areaCount, areaOfPoint, pointCount, people, population, peopleKnown, mass, totalMass };
}
