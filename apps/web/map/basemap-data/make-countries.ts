import { feature, mergeArcs } from 'topojson-client';
import type { MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { labelPoint, ringAreaDeg2 } from './label-point';
import { countryNames } from './names';
import { simplifyLine, type Position } from './simplify-line';

type Country = Polygon<{ name: string }> | MultiPolygon<{ name: string }>;
type WorldAtlas = Topology<{ countries: { type: 'GeometryCollection'; geometries: Country[] } }>;

interface CountryProperties {
  fr: string;
  en: string;
  label: Position;
}

/** Where the map usually looks: DR Congo and its neighbours. Lines keep more detail here. */
const CORE = { west: 11, south: -15, east: 36, north: 7 };
const TOLERANCE_DEG = { core: 0.004, beyond: 0.04 };
/** Islands smaller than this, in square degrees, are left out beyond the core. */
const SMALLEST_ISLAND_DEG2 = 0.02;
/** Grid of the coordinates, degrees: about 110 m. */
const GRID_DEG = 0.001;

/** Natural Earth draws the border west of Goma; these vertices move about 2 km east, so that the town stands in its country. */
const CORRECTIONS: readonly { readonly from: Position; readonly to: Position }[] = [
  { from: [29.2449, -1.6407], to: [29.256, -1.64] },
  { from: [29.2341, -1.6593], to: [29.248, -1.668] },
  { from: [29.2125, -1.6982], to: [29.243, -1.703] },
  { from: [29.1873, -1.7404], to: [29.21, -1.745] },
];

/** Outlines of Africa as TopoJSON (object `countries`, properties `fr`, `en`, `label`: a point for the name): neighbours share their border. */
export function makeCountries(worldAtlas: unknown): Topology {
  const world = worldAtlas as WorldAtlas;
  const arcs = world.arcs.map((arc) => unpackArc(arc, world));
  const chosen = Object.entries(countryNames).map(([id, [fr, en]]) => ({ id, fr, en, polygons: polygonsOf(world, id).filter((rings) => isLargeEnough(rings, arcs)) }));

  const used = new Map<number, number>();
  const renumber = (arc: number): number => {
    const original = arc < 0 ? ~arc : arc;
    const at = used.get(original) ?? used.size;
    used.set(original, at);
    return arc < 0 ? ~at : at;
  };
  const geometries = chosen.map(({ id, fr, en, polygons }): MultiPolygon<CountryProperties> => ({
    type: 'MultiPolygon',
    id,
    properties: { fr, en, label: [0, 0] },
    arcs: polygons.map((rings) => rings.map((ring) => ring.map(renumber))),
  }));
  const simple = [...used.keys()].map((at) => simplify(arcs[at] ?? []));
  const topology: Topology = {
    type: 'Topology',
    transform: { scale: [GRID_DEG, GRID_DEG], translate: [0, 0] },
    objects: { countries: { type: 'GeometryCollection', geometries } },
    arcs: simple.map(packArc),
  };
  for (const geometry of geometries) if (geometry.properties) geometry.properties.label = labelOf(topology, geometry);
  return topology;
}

/** Polygons of a country as arc numbers. Somaliland has no code of its own in ISO 3166 and is drawn with Somalia. */
function polygonsOf(world: WorldAtlas, id: string): number[][][] {
  const parts = world.objects.countries.geometries.filter((one) => one.id === id || (id === '706' && one.properties?.name === 'Somaliland'));
  if (parts.length === 0) throw new Error(`country ${id} is not in the atlas`);
  return mergeArcs(world, parts).arcs;
}

function isLargeEnough(rings: readonly (readonly number[])[], arcs: readonly Position[][]): boolean {
  const ring = (rings[0] ?? []).flatMap((arc) => (arc < 0 ? [...(arcs[~arc] ?? [])].reverse() : (arcs[arc] ?? [])));
  return Math.abs(ringAreaDeg2([...ring, ring[0] ?? [0, 0]])) >= SMALLEST_ISLAND_DEG2 || ring.some(isInCore);
}

const isInCore = ([lng, lat]: Position): boolean => lng > CORE.west && lng < CORE.east && lat > CORE.south && lat < CORE.north;

/** A closed arc (an island) is cut in two so that it cannot collapse to a line. */
function simplify(arc: Position[]): Position[] {
  const toleranceDeg = arc.some(isInCore) ? TOLERANCE_DEG.core : TOLERANCE_DEG.beyond;
  const half = Math.floor(arc.length / 2);
  const [first, last] = [arc[0], arc.at(-1)];
  if (first?.[0] === last?.[0] && first?.[1] === last?.[1]) return [...simplifyLine(arc.slice(0, half + 1), toleranceDeg), ...simplifyLine(arc.slice(half), toleranceDeg).slice(1)];
  return simplifyLine(arc, toleranceDeg);
}

function unpackArc(arc: readonly number[][], { transform }: Topology): Position[] {
  if (!transform) throw new Error('the atlas is expected to be quantised');
  const [[sx, sy], [tx, ty]] = [transform.scale, transform.translate];
  let [x, y] = [0, 0];
  return arc.map(([dx = 0, dy = 0]) => {
    [x, y] = [x + dx, y + dy];
    return corrected([x * sx + tx, y * sy + ty]);
  });
}

const corrected = (position: Position): Position => CORRECTIONS.find(({ from }) => Math.hypot(from[0] - position[0], from[1] - position[1]) < GRID_DEG)?.to ?? position;

function packArc(arc: readonly Position[]): number[][] {
  const packed: number[][] = [];
  let [x, y] = [0, 0];
  arc.forEach(([lng, lat], at) => {
    const [gx, gy] = [Math.round(lng / GRID_DEG), Math.round(lat / GRID_DEG)];
    if (at > 0 && gx === x && gy === y && at < arc.length - 1) return;
    packed.push([gx - x, gy - y]);
    [x, y] = [gx, gy];
  });
  return packed;
}

function labelOf(topology: Topology, geometry: MultiPolygon): Position {
  const polygons = feature(topology, geometry).geometry.coordinates as Position[][][];
  const largest = [...polygons].sort((a, b) => Math.abs(ringAreaDeg2(b[0] ?? [])) - Math.abs(ringAreaDeg2(a[0] ?? [])))[0];
  return labelPoint(largest ?? []);
}
