import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orientation } from './orientation';

/** A double as a fraction over 2^1074, exactly. */
function exact(value: number): bigint {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const exponent = (bits.getUint16(0) >> 4) & 0x7ff;
  const fraction = bits.getBigUint64(0) & ((1n << 52n) - 1n);
  const magnitude = exponent === 0 ? fraction : (fraction + (1n << 52n)) << BigInt(exponent - 1);
  return value < 0 ? -magnitude : magnitude;
}

function exactSide(ax: number, ay: number, bx: number, by: number, px: number, py: number): number {
  const side = (exact(ax) - exact(px)) * (exact(by) - exact(py)) - (exact(ay) - exact(py)) * (exact(bx) - exact(px));
  return side > 0n ? 1 : side < 0n ? -1 : 0;
}

describe('which side of a border', () => {
  it('left is positive, right is negative, on the line is nothing', () => {
    expect(orientation(0, 0, 2, 2, 0, 1)).toBeGreaterThan(0);
    expect(orientation(0, 0, 2, 2, 1, 0)).toBeLessThan(0);
    expect(orientation(0, 0, 2, 2, 1, 1)).toBe(0);
  });

  it('rounding-says-on-the-line: a point 2⁻⁵⁴ above the line y = x is left of it, where the plain formula answers 0', () => {
    const [x, y] = [0.5, 0.5 + 2 ** -53];
    expect((12 - x) * (24 - y) - (12 - y) * (24 - x)).toBe(0);
    expect(orientation(12, 12, 24, 24, x, y)).toBeGreaterThan(0);
  });

  it('agrees with exact fractions on points as near to the line as a double can be', () => {
    const isDegree = (value: number): boolean => value === 0 || Math.abs(value) > 1e-60;
    const degree = fc.double({ min: -180, max: 180, noNaN: true }).filter(isDegree);
    fc.assert(
      fc.property(degree, degree, degree, degree, fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: -2, max: 2 }), (ax, ay, bx, by, along, ulps) => {
        const px = ax + along * (bx - ax);
        const py = ay + along * (by - ay) + ulps * 2 ** -46;
        fc.pre(isDegree(px) && isDegree(py));
        expect(Math.sign(orientation(ax, ay, bx, by, px, py)) + 0).toBe(exactSide(ax, ay, bx, by, px, py));
      }),
      { numRuns: 500 },
    );
  });
});
