import { buildPoints, distanceKm } from '#analysis/sphere';
import type { TravelTimes } from '#analysis/travel-times';
import { walkingEstimateMin } from '#domain/units';
import type { StructureFromHere } from '../contract/reach';
import type { Dataset } from './dataset';
import { roundKm } from './gap-area';
import type { Judged } from './judged';
import { judgedSites, nearestStructures } from './judged-sites';
import type { Reach } from './reach-by/reach';
import { FARTHEST_MIN, numbersOf, type StructureGroup, travelTimesOn } from './reach-by/travel-fields';
import { isCrossable, placesOn } from './reach-by/travel-ground';
import { travelMinShown } from './travel-min-shown';

type LngLat = readonly [lng: number, lat: number];

/** Most people live nearer than the first; looking farther costs more. */
const CAPS_MIN = [120, 480, FARTHEST_MIN];

const GROUPS: readonly StructureGroup[] = ['ready', 'almost', 'unknown'];

/** One position, and what is nearest to it. Ways are as long there as back: one run outward from here finds them all. */
export class NearestFromHere {
  /** Null: there is no surface. */
  readonly ground: 'onSurface' | 'offSurface' | null;
  readonly #dataset: Dataset;
  readonly #judged: Judged;
  readonly #reach: Reach;
  readonly #here: LngLat;
  /** Numbers of the nearest structures; −1: none. */
  readonly #chosen = new Map<StructureGroup, number>();
  readonly #outward: TravelTimes | null;

  constructor(dataset: Dataset, judged: Judged, reach: Reach, here: LngLat) {
    this.#dataset = dataset;
    this.#judged = judged;
    this.#reach = reach;
    this.#here = here;
    const point = buildPoints(Float64Array.of(here[0]), Float64Array.of(here[1]));
    const sites = judgedSites(dataset, judged);
    for (const group of GROUPS) this.#chosen.set(group, nearestStructures(point, sites[group]).structure[0] ?? -1);
    const { surface } = dataset;
    const day = surface?.on(judged.judging.at);
    const cell = surface?.cellOf(...here) ?? -1;
    this.ground = day === undefined ? null : isCrossable(day, cell) ? 'onSurface' : 'offSurface';
    this.#outward = day === undefined || this.ground !== 'onSurface' ? null : this.#runOutward(travelTimesOn(dataset, day), cell);
  }

  of(group: StructureGroup): StructureFromHere | null {
    const { structures: { rows, lng, lat }, surface } = this.#dataset;
    const structure = this.#chosen.get(group) ?? -1;
    const row = rows[structure];
    if (row === undefined) return null;
    const lngLat: [number, number] = [lng[structure] ?? NaN, lat[structure] ?? NaN];
    const km = distanceKm(...this.#here, ...lngLat);
    const minutes = this.#minutesTo(structure);
    const { readiness, missing, unknown } = this.#judged.result(structure);
    return {
      id: row.id,
      name: row.name,
      type: row.type,
      readiness,
      lngLat,
      distanceKm: roundKm(km),
      walkingMin: Math.round(walkingEstimateMin(km)),
      travelMin: travelMinShown(minutes),
      missing: [...missing],
      unknown: [...unknown],
      withinReach: this.#reach.isWithin(this.#here, structure, km, minutes),
      way: surface === null ? { type: 'LineString', coordinates: [[...this.#here], lngLat] } : this.#wayTo(structure, lngLat),
      wayIs: surface === null ? 'straightLine' : 'modelled',
    };
  }

  /** Outward until everything is found that can be. By a metric over the ground, the nearest of each kind is the first that is met; ties to the lowest number. */
  #runOutward(times: TravelTimes, cell: number): TravelTimes {
    const groups = GROUPS.filter((group) => this.#chosen.get(group) !== -1);
    const straight = new Map(this.#chosen);
    for (const cap of CAPS_MIN) {
      times.run(Int32Array.of(cell), cap);
      if (this.#reach.footing !== null) for (const group of groups) this.#chosen.set(group, this.#firstMet(times, group) ?? straight.get(group) ?? -1);
      if (groups.every((group) => Number.isFinite(this.#minutesIn(times, this.#chosen.get(group) ?? -1)))) break;
    }
    return times;
  }

  #firstMet(times: TravelTimes, group: StructureGroup): number | null {
    let [first, least] = [-1, Infinity];
    for (const number of numbersOf(this.#judged, group)) {
      const minutes = this.#minutesIn(times, number);
      if (minutes < least) [first, least] = [number, minutes];
    }
    return first === -1 ? null : first;
  }

  #cellOf(structure: number): number {
    const { surface } = this.#dataset;
    return surface === null ? -1 : (placesOn(this.#dataset, surface).structures[structure] ?? -1);
  }

  #minutesIn(times: TravelTimes, structure: number): number {
    return times.field.minutes[this.#cellOf(structure)] ?? Infinity;
  }

  #minutesTo(structure: number): number | null {
    return this.#outward === null ? null : this.#minutesIn(this.#outward, structure);
  }

  /** From the position itself, by the centres of the cells where the way turns, to the structure. Null: there is none. */
  #wayTo(structure: number, end: [number, number]): StructureFromHere['way'] {
    const { surface } = this.#dataset;
    const cell = this.#cellOf(structure);
    const cells = this.#outward === null || surface === null || cell < 0 ? [] : [...this.#outward.pathFrom(cell)].reverse();
    if (surface === null || cells.length === 0) return null;
    // The first and last cell are where one stands: their centres would be a detour.
    const turns = cells.filter((at, i) => i > 0 && i < cells.length - 1 && at - (cells[i - 1] ?? 0) !== (cells[i + 1] ?? 0) - at);
    const rounded = (degrees: number): number => Number(degrees.toFixed(5));
    const between = turns.map((at): [number, number] => {
      const [lng, lat] = surface.lngLatOf(at);
      return [rounded(lng), rounded(lat)];
    });
    return { type: 'LineString', coordinates: [[...this.#here], ...between, end] };
  }
}
