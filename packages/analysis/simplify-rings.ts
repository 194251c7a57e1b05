type Point = readonly [x: number, y: number];

export interface SimplifiedPolygons {
  readonly polygons: Point[][][];
  /** How far a line may lie from where it was, in the unit of the coordinates. */
  readonly tolerance: number;
}

/** Where simplification begins, as part of a cell: below it nobody sees a difference. */
const LEAST_TOLERANCE = 0.25;

/**
 * The same polygons with at most about `mostPoints` points: Douglas–Peucker with a tolerance that doubles until they fit. Rings smaller than the
 * square of the tolerance are left out, holes too. Made for looking at: lines may touch or cross within the tolerance. Rings are closed and keep their turn.
 */
export function simplifyPolygons(polygons: readonly (readonly (readonly Point[])[])[], mostPoints: number): SimplifiedPolygons {
  for (let tolerance = LEAST_TOLERANCE; ; tolerance *= 2) {
    const simplified = polygons.flatMap((rings) => {
      const [outer, ...holes] = rings.map((ring) => simplifyRing(ring, tolerance));
      return outer === undefined || outer.length === 0 ? [] : [[outer, ...holes.filter((hole) => hole.length > 0)]];
    });
    const points = simplified.reduce((sum, rings) => sum + rings.reduce((total, { length }) => total + length, 0), 0);
    if (points <= mostPoints) return { polygons: simplified, tolerance };
  }
}

/** Empty where nothing is left of the ring. */
function simplifyRing(ring: readonly Point[], tolerance: number): Point[] {
  if (Math.abs(signedArea(ring)) < tolerance * tolerance) return [];
  const first = ring[0];
  if (first === undefined) return [];
  let far = 0;
  ring.forEach((point, i) => {
    if (squaredBetween(point, first) > squaredBetween(ring[far] ?? first, first)) far = i;
  });
  const kept = new Uint8Array(ring.length);
  kept[0] = kept[far] = kept[ring.length - 1] = 1;
  markKept(ring, kept, [[0, far], [far, ring.length - 1]], tolerance * tolerance);
  const points = ring.filter((_, i) => kept[i] === 1);
  return points.length < 4 ? [] : points;
}

function markKept(ring: readonly Point[], kept: Uint8Array, stretches: [from: number, to: number][], squaredTolerance: number): void {
  for (let stretch = stretches.pop(); stretch !== undefined; stretch = stretches.pop()) {
    const [from, to] = stretch;
    let [farthest, at] = [squaredTolerance, -1];
    for (let i = from + 1; i < to; i += 1) {
      const squared = squaredToLine(ring[i], ring[from], ring[to]);
      if (squared > farthest) [farthest, at] = [squared, i];
    }
    if (at === -1) continue;
    kept[at] = 1;
    stretches.push([from, at], [at, to]);
  }
}

const squaredBetween = (a: Point, b: Point): number => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2;

function squaredToLine(point: Point | undefined, from: Point | undefined, to: Point | undefined): number {
  if (point === undefined || from === undefined || to === undefined) return 0;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / length));
  return squaredBetween(point, [from[0] + along * dx, from[1] + along * dy]);
}

function signedArea(ring: readonly Point[]): number {
  let twice = 0;
  for (let i = 1; i < ring.length; i += 1) {
    const [a, b] = [ring[i - 1], ring[i]];
    if (a !== undefined && b !== undefined) twice += a[0] * b[1] - b[0] * a[1];
  }
  return twice / 2;
}
