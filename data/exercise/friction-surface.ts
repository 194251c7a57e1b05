import { buildPolygonIndex, locate, type PolygonIndex } from '#analysis/polygon-index';
import type { AreaRecord } from '#domain/records';
import { Random } from './random';
import { townPosition } from './towns';
import { zones as exerciseZones } from './zone-table';

type Position = readonly [lng: number, lat: number];

/** A grid of minutes per metre: rows from the north, NaN where nobody passes. Degrees, EPSG:4326; `west` and `north` are the outer corner. */
export interface FrictionSurface {
  readonly west: number;
  readonly north: number;
  readonly cellDeg: number;
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

const CELL_DEG = 0.02;
/** On foot, from a good path to forest and swamp: 4.5 and 2 km/h. Every zone has ground of its own. */
const ON_FOOT = { fastest: 60 / 4500, slowest: 60 / 2000 } as const;
/** On a road, whatever moves there: 25 km/h. */
const ON_ROAD = 60 / 25_000;
/** Each town has a road to so many of its nearest neighbours. */
const ROADS_OF_TOWN = 2;
/** No road goes there; of Lulenge it is not known where it lies. */
const WITHOUT_ROAD: ReadonlySet<string> = new Set(['Shabunda', 'Punia', 'Lulenge']);

/** Invented ground of the exercise zones, with roads between their real towns. Water and whatever lies outside the zones cannot be crossed: nobody knows a boat here. */
export function frictionSurface(areas: readonly Pick<AreaRecord, 'type' | 'code' | 'geometry'>[]): FrictionSurface {
  const zones = areas.filter(({ type, geometry }) => type === 'healthZone' && geometry !== null);
  const index = buildPolygonIndex(zones.map(({ geometry }) => geometry?.coordinates ?? null));
  const corners = zones.flatMap(({ geometry }) => geometry?.coordinates.flat(2) ?? []);
  const [west, north] = [roundTo(Math.min(...corners.map(([lng]) => lng ?? 0)), Math.floor), roundTo(Math.max(...corners.map(([, lat]) => lat ?? 0)), Math.ceil)];
  const width = Math.ceil((Math.max(...corners.map(([lng]) => lng ?? 0)) - west) / CELL_DEG);
  const height = Math.ceil((north - Math.min(...corners.map(([, lat]) => lat ?? 0))) / CELL_DEG);
  const ground = zones.map(({ code }) => new Random(`ground of ${code}`).between(ON_FOOT.fastest, ON_FOOT.slowest));
  const surface = { west, north, cellDeg: CELL_DEG, width, height };
  const values = Float32Array.from({ length: width * height }, (_, cell) => ground[zoneOf(index, centreOf(surface, cell))] ?? NaN);
  for (const [from, to] of roads(exerciseZones.map(({ town }) => town).filter((town) => !WITHOUT_ROAD.has(town)))) {
    const cells = cellsAlong(surface, townPosition(from), townPosition(to));
    // A road that would cross a lake is none.
    if (cells.every((cell) => Number.isFinite(values[cell]))) for (const cell of cells) values[cell] = ON_ROAD;
  }
  return { ...surface, values };
}

const roundTo = (degrees: number, round: (value: number) => number): number => Number((round(degrees / CELL_DEG) * CELL_DEG).toFixed(2));

const zoneOf = (index: PolygonIndex, [lng, lat]: Position): number => locate(index, lng, lat);

const centreOf = ({ west, north, cellDeg, width }: Omit<FrictionSurface, 'values'>, cell: number): Position => [west + ((cell % width) + 0.5) * cellDeg, north - (Math.floor(cell / width) + 0.5) * cellDeg];

/** Every pair of towns once. */
function roads(towns: readonly string[]): [string, string][] {
  const pairs = towns.flatMap((town) => {
    const [lng, lat] = townPosition(town);
    const away = (other: string): number => Math.hypot(townPosition(other)[0] - lng, townPosition(other)[1] - lat);
    return towns.filter((other) => other !== town).sort((a, b) => away(a) - away(b)).slice(0, ROADS_OF_TOWN).map((other): [string, string] => (town < other ? [town, other] : [other, town]));
  });
  return [...new Map(pairs.map((pair) => [pair.join('|'), pair])).values()];
}

/** Cells under a straight line, half a cell at a time, each once. */
function cellsAlong({ west, north, cellDeg, width }: Omit<FrictionSurface, 'values'>, from: Position, to: Position): number[] {
  const steps = Math.ceil((Math.hypot(to[0] - from[0], to[1] - from[1]) / cellDeg) * 2);
  const cells = Array.from({ length: steps + 1 }, (_, step) => {
    const [lng, lat] = [from[0] + ((to[0] - from[0]) * step) / steps, from[1] + ((to[1] - from[1]) * step) / steps];
    return Math.floor((north - lat) / cellDeg) * width + Math.floor((lng - west) / cellDeg);
  });
  return [...new Set(cells)];
}
