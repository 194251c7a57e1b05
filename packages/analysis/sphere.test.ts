import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chordToKm, distanceKm, kmToChordSquared } from './sphere';

describe('straight line on the sphere', () => {
  it('one degree of the equator: 6371.0088 × π ÷ 180 = 111.19508 km; one degree of latitude is the same', () => {
    expect(distanceKm(20, 0, 21, 0)).toBeCloseTo(111.195080, 6);
    expect(distanceKm(20, -3, 20, -2)).toBeCloseTo(111.195080, 6);
  });

  it('a degree of longitude at 60° north is half as long, less the arc over the top: 2R·asin(½·sin 0.5°) = 55.59701 km', () => {
    expect(distanceKm(20, 60, 21, 60)).toBeCloseTo(2 * 6371.0088 * Math.asin(Math.sin(Math.PI / 360) / 2), 9);
    expect(distanceKm(20, 60, 21, 60)).toBeCloseTo(55.59701, 4);
  });

  it('stable for near points: 1 mm north is 1 mm to a ten-thousandth of it', () => {
    const oneMillimetre = 1e-6 / 111.195080;
    expect(distanceKm(29.2, -1.7, 29.2, -1.7 + oneMillimetre) / 1e-6).toBeCloseTo(1, 4);
    expect(distanceKm(29.2, -1.7, 29.2, -1.7)).toBe(0);
  });

  it('stable on the far side: a quarter of the way round R·π/2, half of it R·π, and one metre less', () => {
    expect(distanceKm(0, 0, 90, 0)).toBeCloseTo((6371.0088 * Math.PI) / 2, 8);
    expect(distanceKm(0, 0, 180, 0)).toBeCloseTo(6371.0088 * Math.PI, 8);
    expect(distanceKm(0, 0, 180 - 0.001 / 111.195080, 0)).toBeCloseTo(6371.0088 * Math.PI - 0.001, 4);
  });

  it('across the antimeridian and over the pole', () => {
    expect(distanceKm(179.5, 0, -179.5, 0)).toBeCloseTo(111.195080, 6);
    expect(distanceKm(0, 89.5, 180, 89.5)).toBeCloseTo(111.195080, 6);
  });

  it('the series for near points is the arc itself, to the last digits, up to where it ends', () => {
    for (const haversine of [1e-20, 1e-12, 1e-8, 1e-6, 5e-5, 9.999e-5]) {
      const arc = 2 * 6371.0088 * Math.asin(Math.sqrt(haversine));
      expect(Math.abs(chordToKm(4 * haversine) / arc - 1)).toBeLessThan(5e-16);
    }
  });

  it('there and back through the chord', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 20_000, noNaN: true }), (km) => {
      expect(chordToKm(kmToChordSquared(km))).toBeCloseTo(km, 3);
    }));
  });
});
