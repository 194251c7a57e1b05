import { coversPosition, slabOf, type AreaEdges } from './area-edges';

/** Positions in degrees, EPSG:4326. */
export interface Spread {
  readonly lng: number[];
  readonly lat: number[];
}

const RADIANS = Math.PI / 180;
/** Rows of the first look, which estimates the surface. */
const ROWS_TO_MEASURE = 32;
/** However flat an area is, so many rows cross it. */
const MIN_ROWS = 8;
/** However tall and thin it is, at most so many rows a point. */
const MAX_ROWS_PER_POINT = 4;
/** A point this far (degrees) from both ends of its span is inside, whatever the rounding; one nearer is checked exactly. */
const SAFE_DEGREES = 1e-9;

/**
 * Spreads `count` points evenly over the surface of an area: rows of equal spacing, and along all rows, laid end to end, a point at every
 * equal step, so that each stands for the same surface on the sphere and there are exactly `count`, in a sliver as in a square.
 * Each is covered by the area. An outline without surface (a line, a point) gives the one point it has; no outline gives none.
 */
export function spreadEvenly(edges: AreaEdges, area: number, count: number): Spread {
  const south = edges.bounds[area * 4 + 1] ?? NaN;
  const height = (edges.bounds[area * 4 + 3] ?? NaN) - south;
  if (Number.isNaN(height)) return { lng: [], lat: [] };
  const measured = crossRows(edges, area, south, height, ROWS_TO_MEASURE);
  const spacing = Math.sqrt((measured.length * height) / ROWS_TO_MEASURE / count);
  const rowCount = spacing > 0 ? Math.min(count * MAX_ROWS_PER_POINT, Math.max(MIN_ROWS, Math.round(height / spacing))) : 0;
  const rows = crossRows(edges, area, south, height, rowCount);
  if (!(rows.length > 0)) return lowestVertex(edges, area);

  const spread: Spread = { lng: [], lat: [] };
  let before = 0;
  for (const span of rows.spans) {
    const until = before + span.length;
    for (let next = spread.lng.length; next < count && ((next + 0.5) / count) * rows.length <= until; next += 1) {
      place(spread, edges, area, span, (((next + 0.5) / count) * rows.length - before) / span.length);
    }
    before = until;
  }
  return spread;
}

/** A part of a row that lies inside the area. `length`: degrees of a great circle. */
interface Span {
  readonly lat: number;
  readonly west: number;
  readonly east: number;
  readonly length: number;
}

function crossRows(edges: AreaEdges, area: number, south: number, height: number, rowCount: number): { spans: Span[]; length: number } {
  const spans: Span[] = [];
  let length = 0;
  for (let row = 0; row < rowCount; row += 1) {
    const lat = south + ((row + 0.5) / rowCount) * height;
    const scale = Math.cos(lat * RADIANS);
    const lngs = crossings(edges, area, lat);
    for (let i = 1; i < lngs.length; i += 2) {
      const west = lngs[i - 1] ?? 0;
      const east = lngs[i] ?? 0;
      if (!(east > west)) continue;
      spans.push({ lat, west, east, length: (east - west) * scale });
      length += (east - west) * scale;
    }
  }
  return { spans, length };
}

/** Longitudes at which the outline crosses a latitude, ascending: inside lies between the first and second, the third and fourth, … */
function crossings(edges: AreaEdges, area: number, lat: number): number[] {
  const { ends, slabStart, slabEdges } = edges;
  const lngs: number[] = [];
  const slab = slabOf(edges, area, lat);
  const stop = slabStart[slab + 1] ?? 0;
  for (let entry = slabStart[slab] ?? 0; entry < stop; entry += 1) {
    const edge = (slabEdges[entry] ?? 0) * 4;
    const startLat = ends[edge + 1] ?? 0;
    const endLat = ends[edge + 3] ?? 0;
    if (startLat > lat === endLat > lat) continue;
    const startLng = ends[edge] ?? 0;
    lngs.push(startLng + ((lat - startLat) / (endLat - startLat)) * ((ends[edge + 2] ?? 0) - startLng));
  }
  return lngs.sort((a, b) => a - b);
}

function place(spread: Spread, edges: AreaEdges, area: number, span: Span, fraction: number): void {
  const width = span.east - span.west;
  const lng = span.west + fraction * width;
  const safe = Math.min(fraction, 1 - fraction) * width > SAFE_DEGREES;
  if (safe || coversPosition(edges, area, lng, span.lat)) push(spread, lng, span.lat);
  else if (coversPosition(edges, area, span.west + width / 2, span.lat)) push(spread, span.west + width / 2, span.lat);
  else {
    const corner = lowestVertex(edges, area);
    push(spread, corner.lng[0] ?? NaN, corner.lat[0] ?? NaN);
  }
}

function push(spread: Spread, lng: number, lat: number): void {
  spread.lng.push(lng);
  spread.lat.push(lat);
}

/** The southernmost vertex, the westernmost of those: on the border, hence covered, and the same wherever the ring starts. */
function lowestVertex(edges: AreaEdges, area: number): Spread {
  let [lng, lat] = [Infinity, Infinity];
  const stop = edges.firstEdge[area + 1] ?? 0;
  for (let edge = edges.firstEdge[area] ?? 0; edge < stop; edge += 1) {
    const vertexLng = edges.ends[edge * 4] ?? 0;
    const vertexLat = edges.ends[edge * 4 + 1] ?? 0;
    if (vertexLat < lat || (vertexLat === lat && vertexLng < lng)) [lng, lat] = [vertexLng, vertexLat];
  }
  return { lng: [lng], lat: [lat] };
}
