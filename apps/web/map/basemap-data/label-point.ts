import { distanceToSegment, type Position } from './simplify-line';

type Rings = readonly (readonly Position[])[];

/** Signed area in square degrees. */
export function ringAreaDeg2(ring: readonly Position[]): number {
  let twice = 0;
  for (let at = 1; at < ring.length; at += 1) {
    const [a, b] = [ring[at - 1], ring[at]];
    if (a && b) twice += a[0] * b[1] - b[0] * a[1];
  }
  return twice / 2;
}

/** Even-odd rule over all rings: holes are outside. */
export function holdsPoint(rings: Rings, [lng, lat]: readonly [number, number]): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let at = 1; at < ring.length; at += 1) {
      const [a, b] = [ring[at - 1], ring[at]];
      if (a && b && a[1] > lat !== b[1] > lat && lng < ((b[0] - a[0]) * (lat - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
    }
  }
  return inside;
}

/** A point well inside a polygon, for its name: the one of a 40 × 40 grid that is farthest from the outline. */
export function labelPoint(rings: Rings): Position {
  const outer = rings[0] ?? [];
  const [west, south, east, north] = [minOf(outer, 0), minOf(outer, 1), -minOf(outer, 0, -1), -minOf(outer, 1, -1)];
  let best: Position = [(west + east) / 2, (south + north) / 2];
  let bestDistance = -1;
  for (let row = 1; row < 40; row += 1) {
    for (let column = 1; column < 40; column += 1) {
      const point: Position = [west + ((east - west) * column) / 40, south + ((north - south) * row) / 40];
      if (!holdsPoint(rings, point)) continue;
      const distance = Math.min(...rings.flatMap((ring) => ring.slice(1).map((to, at) => distanceToSegment(point, ring[at], to))));
      if (distance > bestDistance) [best, bestDistance] = [point, distance];
    }
  }
  return [round(best[0]), round(best[1])];
}

const minOf = (ring: readonly Position[], axis: 0 | 1, sign = 1): number => Math.min(...ring.map((position) => sign * position[axis]));
const round = (degrees: number): number => Math.round(degrees * 100) / 100;
