import type { MultiPolygonCoords } from '#analysis/area-edges';
import { buildPoints, chordSquaredBetween, type PointSet } from '#analysis/sphere';

/** The usual way: skip areas whose box does not hold the point, cast a ray through the others. */
export function locateByBoxAndRay(polygons: readonly MultiPolygonCoords[], lng: Float64Array, lat: Float64Array): Int32Array {
  const boxes = polygons.map(boxOf);
  return Int32Array.from(lng, (x, point) => {
    const y = lat[point]!;
    return polygons.findIndex((polygon, area) => {
      const [west, south, east, north] = boxes[area]!;
      return x >= west && x <= east && y >= south && y <= north && castRay(polygon, x, y);
    });
  });
}

function boxOf(polygon: MultiPolygonCoords): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of polygon.flat(2)) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  return [west, south, east, north];
}

function castRay(polygon: MultiPolygonCoords, x: number, y: number): boolean {
  let inside = false;
  for (const rings of polygon) for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [ax, ay] = ring[i] as [number, number];
      const [bx, by] = ring[j] as [number, number];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

/** Sites sorted by latitude; from a point's own latitude outwards, up and down, until the latitude alone is further than the best. */
export function nearestBySortedLatitude(points: PointSet, lng: Float64Array, lat: Float64Array): Int32Array {
  const order = Int32Array.from(lat.keys()).sort((a, b) => lat[a]! - lat[b]! || a - b);
  const sites = buildPoints(lng, lat);
  const sortedLat = Float64Array.from(order, (site) => lat[site]!);
  return Int32Array.from(points.lat, (y, point) => {
    let above = lowerBound(sortedLat, y);
    let below = above - 1;
    let [best, bestChord] = [-1, Infinity];
    const consider = (place: number): boolean => {
      const bound = Math.abs(sortedLat[place]! - y) * (Math.PI / 180);
      if ((2 * Math.sin(bound / 2)) ** 2 > bestChord * (1 + 1e-12)) return false;
      const site = order[place]!;
      const chord = chordSquaredBetween(points, point, sites, site);
      if (chord < bestChord || (chord === bestChord && site < best)) [best, bestChord] = [site, chord];
      return true;
    };
    let [up, down] = [above < order.length, below >= 0];
    while (up || down) {
      if (up) up = consider(above) && (above += 1) < order.length;
      if (down) down = consider(below) && (below -= 1) >= 0;
    }
    return best;
  });
}

function lowerBound(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function nearestByBruteForce(points: PointSet, lng: Float64Array, lat: Float64Array): Int32Array {
  const sites = buildPoints(lng, lat);
  return Int32Array.from(points.lng, (_, point) => {
    let [best, bestChord] = [-1, Infinity];
    for (let site = 0; site < lng.length; site += 1) {
      const chord = chordSquaredBetween(points, point, sites, site);
      if (chord < bestChord) [best, bestChord] = [site, chord];
    }
    return best;
  });
}
