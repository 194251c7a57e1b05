import type { MultiPolygon } from '#domain/records';
import type { LngLat } from '#domain/units';

type Polygon = MultiPolygon['coordinates'][number];

/** Twice the signed area of a ring, square degrees: enough to tell which part is the largest. */
const doubledArea = (ring: Polygon[number]): number =>
  ring.reduce((sum, [lng = 0, lat = 0], i) => {
    const [nextLng = 0, nextLat = 0] = ring[(i + 1) % ring.length] ?? [];
    return sum + lng * nextLat - nextLng * lat;
  }, 0);

/** Longitudes at which a line of latitude crosses the rings of a polygon, in order. */
function crossings(polygon: Polygon, atLat: number): number[] {
  const lngs: number[] = [];
  for (const ring of polygon) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const [lng = 0, lat = 0] = ring[i] ?? [];
      const [nextLng = 0, nextLat = 0] = ring[i + 1] ?? [];
      if (lat > atLat !== nextLat > atLat) lngs.push(lng + ((atLat - lat) / (nextLat - lat)) * (nextLng - lng));
    }
  }
  return lngs.sort((a, b) => a - b);
}

/**
 * A point that lies on the surface of the geometry, EPSG:4326: the middle of the widest stretch inside the largest part, at half its height.
 * The centroid of a horseshoe lies outside of it; this point never does. The geometry is checked: closed rings in range, some surface.
 */
export function pointOnSurface(geometry: MultiPolygon): LngLat {
  const largest = [...geometry.coordinates].sort((a, b) => Math.abs(doubledArea(b[0] ?? [])) - Math.abs(doubledArea(a[0] ?? [])))[0] ?? [];
  let south = Infinity;
  let north = -Infinity;
  for (const [, lat = 0] of largest[0] ?? []) {
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  const lngs = crossings(largest, south + (north - south) / 2);
  let best: { width: number; lng: number } | null = null;
  for (let i = 0; i + 1 < lngs.length; i += 2) {
    const west = lngs[i] ?? 0;
    const east = lngs[i + 1] ?? 0;
    if (best === null || east - west > best.width) best = { width: east - west, lng: (west + east) / 2 };
  }
  // A ring without height has no inside: its first position is the best there is.
  const [firstLng = 0, firstLat = 0] = largest[0]?.[0] ?? [];
  return best === null ? [firstLng, firstLat] : [best.lng, south + (north - south) / 2];
}
