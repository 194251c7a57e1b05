import type { LngLat } from '#domain/units';
import { orientation } from './orientation';

/** Corners of an outline that somebody drew, without the first repeated at the end; degrees, EPSG:4326. */
export type Outline = readonly LngLat[];

export type OutlineFault = 'tooFewCorners' | 'crossesItself';

/** What is wrong with a drawn outline: fewer than three corners that differ and do not lie on one line, or sides that meet elsewhere than in their corners. Null: nothing. */
export function outlineFault(outline: Outline): OutlineFault | null {
  const corners = outline.filter(([lng, lat], i) => outline.findIndex((other) => other[0] === lng && other[1] === lat) === i);
  const [a, b] = corners;
  if (a === undefined || b === undefined || corners.every((c) => side(a, b, c) === 0)) return 'tooFewCorners';
  if (corners.length < outline.length) return 'crossesItself';
  for (let i = 0; i < outline.length; i += 1) {
    for (let j = i + 1; j < outline.length; j += 1) if (sidesMeet(outline, i, j)) return 'crossesItself';
  }
  return null;
}

/** Do two sides meet elsewhere than in the corner that neighbours share? Side `i` runs from corner `i` to the next. */
function sidesMeet(outline: Outline, i: number, j: number): boolean {
  const corner = (number: number): LngLat => outline[number % outline.length] ?? [NaN, NaN];
  const [a, b, c, d] = [corner(i), corner(i + 1), corner(j), corner(j + 1)];
  if (j === i + 1) return side(a, b, d) === 0 && !ahead(a, b, d);
  if (i === 0 && j === outline.length - 1) return side(c, d, b) === 0 && !ahead(c, d, b);
  const [c1, d1, a1, b1] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (c1 * d1 < 0 && a1 * b1 < 0) return true;
  return (c1 === 0 && between(a, b, c)) || (d1 === 0 && between(a, b, d)) || (a1 === 0 && between(c, d, a)) || (b1 === 0 && between(c, d, b));
}

const side = (a: LngLat, b: LngLat, c: LngLat): number => Math.sign(orientation(a[0], a[1], b[0], b[1], c[0], c[1]));

/** Of three positions on one line: does the way a → b → c go on, and not turn back? */
const ahead = (a: LngLat, b: LngLat, c: LngLat): boolean => (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) > 0;

/** Of a position on the line a–b: does it lie between the two? */
const between = (a: LngLat, b: LngLat, p: LngLat): boolean => Math.min(a[0], b[0]) <= p[0] && p[0] <= Math.max(a[0], b[0]) && Math.min(a[1], b[1]) <= p[1] && p[1] <= Math.max(a[1], b[1]);
