import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FeatureCollection, Polygon } from 'geojson';
import type * as PolygonClipping from 'polygon-clipping';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { holdsPoint, ringAreaDeg2 } from '../../apps/web/map/basemap-data/label-point';
import type { Position } from '../../apps/web/map/basemap-data/simplify-line';
import { labelGrid, OUTSIDE } from './label-grid';
import { bendPoint, type Bend } from './noise';
import { traceOutlines } from './trace-outlines';

const { difference, intersection, union } = createRequire(import.meta.url)('polygon-clipping') as typeof PolygonClipping;

export type Polygons = Position[][][];

/** A point that an area grows around, and how far it reaches compared with its neighbours. */
export interface Seed {
  readonly at: readonly [lng: number, lat: number];
  readonly reach: number;
}

const BASEMAP = new URL('../../apps/web/map/basemap-data/', import.meta.url);
const BOX = { west: 24.4, south: -8.9, east: 31.8, north: 4 };
const CELL_DEG = 0.01;
const TOLERANCE_DEG = 0.004;
/** Islands and corners smaller than this, square degrees, are left out (about 4 km²). */
const SMALLEST_PART_DEG2 = 0.0003;
const BENDS: readonly Bend[] = [
  { amplitudeDeg: 0.17, perDegree: 1.1 },
  { amplitudeDeg: 0.085, perDegree: 3.1 },
  { amplitudeDeg: 0.045, perDegree: 7.7 },
  { amplitudeDeg: 0.018, perDegree: 19 },
];

/** The exercise provinces together, drawn by hand on land; east of it the national border and the lakes decide. */
const OUTER_LINE: Position[] = [
  [32.4, 3.9], [31.0, 3.62], [30.5, 3.3], [30.05, 2.75], [29.55, 2.38], [29.0, 2.25], [28.6, 2.08], [28.25, 1.8], [28.15, 1.35], [28.25, 0.9],
  [28.45, 0.5], [28.4, 0.2], [28.1, -0.1], [27.8, -0.4], [27.4, -0.6], [26.95, -0.75], [26.4, -0.8], [26.0, -1.05], [25.85, -1.6], [25.55, -2.2], [25.35, -2.7],
  [25.4, -3.2], [25.65, -3.7], [26.0, -4.05], [26.15, -4.55], [26.35, -4.95], [26.45, -5.5], [26.4, -6.0], [26.55, -6.6], [26.85, -7.1], [27.2, -7.5], [27.65, -7.65],
  [28.2, -7.55], [28.75, -7.4], [29.3, -7.55], [29.8, -7.85], [30.3, -7.95], [30.8, -8.0], [32.4, -8.0], [32.4, 3.9],
];

/** Land of the country in the box: without its lakes, islands kept. */
export function readLand(): Polygons {
  const topology = JSON.parse(readFileSync(new URL('countries.json', BASEMAP), 'utf8')) as Topology<{ countries: GeometryCollection<{ en: string }> }>;
  const country = feature(topology, topology.objects.countries).features.find(({ properties }) => properties.en === 'DR Congo')?.geometry;
  if (country?.type !== 'MultiPolygon') throw new Error('readLand: DR Congo is not in the basemap; expected as a MultiPolygon');
  const lakes = (JSON.parse(readFileSync(new URL('lakes.json', BASEMAP), 'utf8')) as FeatureCollection<Polygon>).features.map(({ geometry }) => geometry.coordinates as Position[][]);
  const frame: Position[] = [[BOX.west, BOX.south], [BOX.east, BOX.south], [BOX.east, BOX.north], [BOX.west, BOX.north], [BOX.west, BOX.south]];
  return difference(intersection(country.coordinates as Polygons, [frame]), ...lakes.map((rings) => [rings]));
}

/** Winding areas around seeds, tiling the land inside the outer line: one MultiPolygon per seed, in order. An island belongs to the seed that stands on it. */
export function drawZones(land: Polygons, seeds: readonly Seed[]): Polygons[] {
  const bentSeeds = seeds.map(({ at, reach }) => ({ at: bendPoint(at, BENDS), reach }));
  const parts = land.map((rings) => ({ rings, seeds: seeds.flatMap(({ at }, index) => (holdsPoint(rings, at) ? [index] : [])) }));
  const partAt = cachedLookup(land);
  const grid = labelGrid({
    box: BOX,
    cellDeg: CELL_DEG,
    isLand: (position) => partAt(position) !== undefined,
    labelAt: (position) => {
      const bent = bendPoint(position, BENDS);
      if (!holdsPoint([OUTER_LINE], bent)) return OUTSIDE;
      const own = parts[partAt(position) ?? -1]?.seeds ?? [];
      return nearestSeed(bent, bentSeeds, own.length > 0 ? own : bentSeeds.keys());
    },
  });
  return seeds.map((_, index) => roundPolygons(intersection(asPolygons(traceOutlines(grid, index, TOLERANCE_DEG)), land)));
}

/** Splits one zone among the seeds inside it, with the same winding lines at a finer scale. */
export function splitZone(zone: Polygons, seeds: readonly Seed[]): Polygons[] {
  const corners = zone.flatMap((rings) => rings[0] ?? []);
  const [lngs, lats] = [corners.map(([lng]) => lng), corners.map(([, lat]) => lat)];
  const box = { west: Math.min(...lngs) - 0.02, south: Math.min(...lats) - 0.02, east: Math.max(...lngs) + 0.02, north: Math.max(...lats) + 0.02 };
  const bends = BENDS.slice(1).map(({ amplitudeDeg, perDegree }) => ({ amplitudeDeg: amplitudeDeg / 2, perDegree: perDegree * 1.5 }));
  const bentSeeds = seeds.map(({ at, reach }) => ({ at: bendPoint(at, bends), reach }));
  const grid = labelGrid({ box, cellDeg: CELL_DEG / 2, isLand: (position) => zone.some((rings) => holdsPoint(rings, position)), labelAt: (position) => nearestSeed(bendPoint(position, bends), bentSeeds, bentSeeds.keys()) });
  return seeds.map((_, index) => roundPolygons(intersection(asPolygons(traceOutlines(grid, index, TOLERANCE_DEG / 2)), zone)));
}

/** Several zones as one area: their common frontiers disappear. */
export const joinZones = (zones: readonly Polygons[]): Polygons => roundPolygons(union([], ...zones));

function nearestSeed(position: readonly [number, number], seeds: readonly Seed[], candidates: Iterable<number>): number {
  let best = OUTSIDE;
  let bestDistance = Infinity;
  for (const index of candidates) {
    const seed = seeds[index];
    if (!seed) continue;
    const distance = Math.hypot(position[0] - seed.at[0], position[1] - seed.at[1]) / seed.reach;
    if (distance < bestDistance) [best, bestDistance] = [index, distance];
  }
  return best;
}

/** Which polygon of the land holds a position; looks along the edges of each row once, since cells come row by row. */
function cachedLookup(land: Polygons): (position: readonly [number, number]) => number | undefined {
  let lat = NaN;
  let crossings: { readonly lng: number; readonly part: number }[] = [];
  return (position) => {
    if (position[1] !== lat) {
      lat = position[1];
      crossings = land.flatMap((rings, part) => rings.flatMap((ring) => ring.slice(1).flatMap((b, at) => {
        const a = ring[at];
        return a && a[1] > lat !== b[1] > lat ? [{ lng: ((b[0] - a[0]) * (lat - a[1])) / (b[1] - a[1]) + a[0], part }] : [];
      })));
    }
    const odd = new Map<number, boolean>();
    for (const { lng, part } of crossings) if (lng > position[0]) odd.set(part, !(odd.get(part) ?? false));
    for (const [part, inside] of odd) if (inside) return part;
    return undefined;
  };
}

/** Outer rings run counter-clockwise, holes clockwise: each hole goes to the outer ring around it. */
function asPolygons(rings: readonly Position[][]): Polygons {
  const outer = rings.filter((ring) => ringAreaDeg2(ring) > 0).map((ring) => [ring]);
  for (const hole of rings.filter((ring) => ringAreaDeg2(ring) <= 0)) outer.find(([ring]) => holdsPoint([ring ?? []], hole[0] ?? [0, 0]))?.push(hole);
  return outer;
}

function roundPolygons(polygons: Polygons): Polygons {
  const round = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;
  return polygons
    .map((rings) => rings.map((ring) => ring.map(([lng, lat]): Position => [round(lng), round(lat)]).filter((here, at, all) => at === 0 || here[0] !== all[at - 1]?.[0] || here[1] !== all[at - 1]?.[1])))
    .map((rings) => rings.filter((ring, at) => at === 0 || Math.abs(ringAreaDeg2(ring)) >= SMALLEST_PART_DEG2))
    .filter(([outer]) => Math.abs(ringAreaDeg2(outer ?? [])) >= SMALLEST_PART_DEG2);
}
