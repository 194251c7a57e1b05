import { orientation } from './orientation';

/** Coordinates of a GeoJSON MultiPolygon: polygons, rings (outer first), positions `[lng, lat]` in degrees, EPSG:4326. */
export type MultiPolygonCoords = readonly (readonly (readonly (readonly number[])[])[])[];

/** The outlines of many areas as flat edges, each area cut into slabs of latitude: a question about a latitude meets few edges. */
export interface AreaEdges {
  readonly areaCount: number;
  /** Edges of area `a`: `firstEdge[a]` up to `firstEdge[a + 1]`; four numbers each in `ends`: lng, lat of the start, of the end. */
  readonly firstEdge: Int32Array;
  readonly ends: Float64Array;
  /** West, south, east, north of each area; NaN for one without geometry. */
  readonly bounds: Float64Array;
  /** Slabs of area `a`: `firstSlab[a]` up to `firstSlab[a + 1]`; edges of slab `s`: `slabEdges[slabStart[s]]` up to `slabEdges[slabStart[s + 1]]`. */
  readonly firstSlab: Int32Array;
  readonly slabsPerDegree: Float64Array;
  readonly slabStart: Int32Array;
  readonly slabEdges: Int32Array;
}

/** About so many edges begin in a slab: fewer would keep more copies of long edges. */
const EDGES_PER_SLAB = 2;

export function buildAreaEdges(polygons: readonly (MultiPolygonCoords | null)[]): AreaEdges {
  const areaCount = polygons.length;
  const { firstEdge, ends } = flattenRings(polygons);
  const bounds = boundsOfAreas(firstEdge, ends);
  const firstSlab = new Int32Array(areaCount + 1);
  const slabsPerDegree = new Float64Array(areaCount);
  for (let area = 0; area < areaCount; area += 1) {
    const count = Math.ceil(((firstEdge[area + 1] ?? 0) - (firstEdge[area] ?? 0)) / EDGES_PER_SLAB);
    const height = (bounds[area * 4 + 3] ?? 0) - (bounds[area * 4 + 1] ?? 0);
    firstSlab[area + 1] = (firstSlab[area] ?? 0) + count;
    // Flatter than any outline: one slab holds it all, and nothing is divided by next to nothing.
    slabsPerDegree[area] = height > 1e-200 ? count / height : 0;
  }
  return fillSlabs({ areaCount, firstEdge, ends, bounds, firstSlab, slabsPerDegree });
}

/** The slab of an area in which a latitude lies. Never decreasing with latitude, so that an edge lies in all slabs between those of its ends. */
export function slabOf(edges: Pick<AreaEdges, 'bounds' | 'firstSlab' | 'slabsPerDegree'>, area: number, lat: number): number {
  const first = edges.firstSlab[area] ?? 0;
  const last = (edges.firstSlab[area + 1] ?? 0) - 1;
  const slab = first + Math.floor((lat - (edges.bounds[area * 4 + 1] ?? 0)) * (edges.slabsPerDegree[area] ?? 0));
  return slab > last ? last : slab < first ? first : slab;
}

/**
 * Does the area cover the position, border included (`ST_Covers`)? Counts the edges that a ray to the east crosses: odd is inside, and a
 * position on any edge, of a hole too, is covered. Exact: no rounding decides.
 */
export function coversPosition(edges: AreaEdges, area: number, lng: number, lat: number): boolean {
  const { bounds, ends, slabStart, slabEdges } = edges;
  const at = area * 4;
  if (!(lng >= (bounds[at] ?? 0) && lat >= (bounds[at + 1] ?? 0) && lng <= (bounds[at + 2] ?? 0) && lat <= (bounds[at + 3] ?? 0))) return false;
  const slab = slabOf(edges, area, lat);
  const stop = slabStart[slab + 1] ?? 0;
  let inside = false;
  for (let entry = slabStart[slab] ?? 0; entry < stop; entry += 1) {
    const edge = (slabEdges[entry] ?? 0) * 4;
    const startLat = ends[edge + 1] ?? 0;
    const endLat = ends[edge + 3] ?? 0;
    const startLng = ends[edge] ?? 0;
    if (startLat === lat && startLng === lng) return true;
    const endLng = ends[edge + 2] ?? 0;
    if (startLat > lat !== endLat > lat) {
      if (lng > startLng && lng > endLng) continue;
      if (lng < startLng && lng < endLng) {
        inside = !inside;
        continue;
      }
      const side = orientation(startLng, startLat, endLng, endLat, lng, lat);
      if (side === 0) return true;
      if (side > 0 === endLat > startLat) inside = !inside;
    } else if (startLat === lat && endLat === lat && lng > startLng !== lng > endLng) {
      return true;
    }
  }
  return inside;
}

function flattenRings(polygons: readonly (MultiPolygonCoords | null)[]): { firstEdge: Int32Array; ends: Float64Array } {
  const firstEdge = new Int32Array(polygons.length + 1);
  const flat: number[] = [];
  polygons.forEach((polygon, area) => {
    for (const rings of polygon ?? []) for (const ring of rings) pushRing(flat, ring);
    firstEdge[area + 1] = flat.length / 4;
  });
  return { firstEdge, ends: Float64Array.from(flat) };
}

/** A ring that the source left open is closed here; repeated positions make no edge, except in a ring that is one single position. */
function pushRing(flat: number[], ring: readonly (readonly number[])[]): void {
  const before = flat.length;
  let from = ring.at(-1);
  for (const to of ring) {
    if (from && (from[0] !== to[0] || from[1] !== to[1])) flat.push(from[0] ?? NaN, from[1] ?? NaN, to[0] ?? NaN, to[1] ?? NaN);
    from = to;
  }
  if (flat.length === before && from) flat.push(from[0] ?? NaN, from[1] ?? NaN, from[0] ?? NaN, from[1] ?? NaN);
}

function boundsOfAreas(firstEdge: Int32Array, ends: Float64Array): Float64Array {
  const areaCount = firstEdge.length - 1;
  const bounds = new Float64Array(areaCount * 4).fill(NaN);
  for (let area = 0; area < areaCount; area += 1) {
    const stop = firstEdge[area + 1] ?? 0;
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let edge = firstEdge[area] ?? 0; edge < stop; edge += 1) {
      const lng = ends[edge * 4] ?? 0;
      const lat = ends[edge * 4 + 1] ?? 0;
      if (lng < west) west = lng;
      if (lng > east) east = lng;
      if (lat < south) south = lat;
      if (lat > north) north = lat;
    }
    if (west <= east) bounds.set([west, south, east, north], area * 4);
  }
  return bounds;
}

function fillSlabs(half: Omit<AreaEdges, 'slabStart' | 'slabEdges'>): AreaEdges {
  const { areaCount, firstEdge, ends, firstSlab } = half;
  const slabStart = new Int32Array((firstSlab[areaCount] ?? 0) + 1);
  const eachSlab = (visit: (edge: number, slab: number) => void): void => {
    for (let area = 0; area < areaCount; area += 1) {
      const stop = firstEdge[area + 1] ?? 0;
      for (let edge = firstEdge[area] ?? 0; edge < stop; edge += 1) {
        const startSlab = slabOf(half, area, ends[edge * 4 + 1] ?? 0);
        const endSlab = slabOf(half, area, ends[edge * 4 + 3] ?? 0);
        const last = Math.max(startSlab, endSlab);
        for (let slab = Math.min(startSlab, endSlab); slab <= last; slab += 1) visit(edge, slab);
      }
    }
  };
  eachSlab((_edge, slab) => {
    slabStart[slab + 1] = (slabStart[slab + 1] ?? 0) + 1;
  });
  for (let slab = 1; slab < slabStart.length; slab += 1) slabStart[slab] = (slabStart[slab] ?? 0) + (slabStart[slab - 1] ?? 0);
  const next = slabStart.slice();
  const slabEdges = new Int32Array(slabStart.at(-1) ?? 0);
  eachSlab((edge, slab) => {
    const place = next[slab] ?? 0;
    slabEdges[place] = edge;
    next[slab] = place + 1;
  });
  return { ...half, slabStart, slabEdges };
}
