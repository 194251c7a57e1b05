import { describe, expect, it } from 'vitest';
import { circleAround } from './mission-layers';

describe('circleAround', () => {
  it('reaches a degree of latitude north, and as far east, at the equator: 111.195 km', () => {
    const [ring] = circleAround({ lngLat: [29, 0], radiusKm: 111.195 }).coordinates;
    expect(ring?.[0]?.[0]).toBeCloseTo(29, 6);
    expect(ring?.[0]?.[1]).toBeCloseTo(1, 4);
    expect(ring?.[18]?.[0]).toBeCloseTo(30, 4);
    expect(ring?.[18]?.[1]).toBeCloseTo(0, 4);
  });

  it('is closed', () => {
    const [ring] = circleAround({ lngLat: [27.1, -4.3], radiusKm: 15 }).coordinates;
    expect(ring?.at(-1)).toEqual(ring?.[0]);
  });

  it('is wider in degrees of longitude away from the equator: at 60° twice as wide', () => {
    const [ring] = circleAround({ lngLat: [0, 60], radiusKm: 11.1195 }).coordinates;
    expect(ring?.[18]?.[0]).toBeCloseTo(0.2, 3);
  });
});
