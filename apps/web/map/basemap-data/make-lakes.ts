import { createRequire } from 'node:module';
import type { Feature, FeatureCollection, GeometryCollection, MultiPolygon, Polygon } from 'geojson';
import type * as PolygonClipping from 'polygon-clipping';
import { holdsPoint, labelPoint, ringAreaDeg2 } from './label-point';
import { lakeNames } from './names';
import { simplifyRing, type Position } from './simplify-line';

const { union } = createRequire(import.meta.url)('polygon-clipping') as typeof PolygonClipping;

type Rings = Position[][];
interface LakeProperties {
  fr: string | null;
  en: string | null;
  label: Position | null;
}

const AFRICA = { west: -18, south: -35, east: 52, north: 33 };
const CORE = { west: 11, south: -15, east: 37, north: 6 };
/** Smallest lakes and islands that are kept, square degrees (0.004 is about 50 km²). */
const SMALLEST_DEG2 = { core: 0.004, beyond: 0.05, island: 0.002 };
const TOLERANCE_DEG = { core: 0.0025, beyond: 0.02 };

/** Lakes as GeoJSON polygons with their islands as holes; `fr`, `en`, `label` are null for lakes without a name here. */
export function makeLakes(earthLakes: unknown): FeatureCollection<Polygon, LakeProperties> {
  const parts = (earthLakes as GeometryCollection<MultiPolygon>).geometries.flatMap((geometry) => geometry.coordinates as Rings[]).filter(isInAfrica);
  // The source cuts lakes along a grid: the pieces are joined again.
  const lakes = union(parts.map((rings) => rings))
    .map((rings) => tidy(rings))
    .filter((rings): rings is Rings => rings !== null)
    .sort((a, b) => areaDeg2(b) - areaDeg2(a));
  return { type: 'FeatureCollection', features: lakes.map(asFeature) };
}

const areaDeg2 = (rings: Rings): number => Math.abs(ringAreaDeg2(rings[0] ?? []));
const isWithin = (box: typeof CORE, [lng, lat]: Position): boolean => lng > box.west && lng < box.east && lat > box.south && lat < box.north;
const isInAfrica = (rings: Rings): boolean => (rings[0] ?? []).every((position) => isWithin(AFRICA, position));

function tidy(rings: Rings): Rings | null {
  const isCore = (rings[0] ?? []).every((position) => isWithin(CORE, position));
  const [smallest, tolerance] = isCore ? [SMALLEST_DEG2.core, TOLERANCE_DEG.core] : [SMALLEST_DEG2.beyond, TOLERANCE_DEG.beyond];
  if (areaDeg2(rings) < smallest) return null;
  const kept = rings.filter((ring, at) => at === 0 || Math.abs(ringAreaDeg2(ring)) >= SMALLEST_DEG2.island);
  const simple = kept.map((ring) => simplifyRing(ring, tolerance)).filter((ring): ring is Position[] => ring !== null);
  return simple.length === 0 ? null : simple.map((ring) => ring.map(([lng, lat]): Position => [round(lng), round(lat)]));
}

const round = (degrees: number): number => Math.round(degrees * 1000) / 1000;

function asFeature(rings: Rings): Feature<Polygon, LakeProperties> {
  const name = lakeNames.find(({ at }) => holdsPoint(rings, at));
  return { type: 'Feature', properties: { fr: name?.fr ?? null, en: name?.en ?? null, label: name ? labelPoint(rings) : null }, geometry: { type: 'Polygon', coordinates: rings } };
}
