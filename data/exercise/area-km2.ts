import { EARTH_RADIUS_KM } from '#domain/units';

/** Surface of a MultiPolygon on the sphere, km²: outer rings minus holes, by the sum over edges of Δλ · (2 + sin φ₁ + sin φ₂) · R² ÷ 2. */
export function areaKm2Of(polygons: readonly (readonly (readonly (readonly number[])[])[])[]): number {
  return polygons.reduce((sum, rings) => sum + rings.reduce((net, ring, at) => net + (at === 0 ? 1 : -1) * ringKm2(ring), 0), 0);
}

function ringKm2(ring: readonly (readonly number[])[]): number {
  const radians = Math.PI / 180;
  let sum = 0;
  for (let at = 1; at < ring.length; at += 1) {
    const [lngA = 0, latA = 0] = ring[at - 1] ?? [];
    const [lngB = 0, latB = 0] = ring[at] ?? [];
    sum += (lngB - lngA) * radians * (2 + Math.sin(latA * radians) + Math.sin(latB * radians));
  }
  return Math.abs((sum * EARTH_RADIUS_KM ** 2) / 2);
}
