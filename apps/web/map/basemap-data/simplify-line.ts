export type Position = [lng: number, lat: number];

/**
 * Douglas–Peucker on degrees: drops the vertices that lie closer than `toleranceDeg` to the line that stays.
 * First and last vertices stay, so that arcs that two countries share still meet.
 */
export function simplifyLine(line: readonly Position[], toleranceDeg: number): Position[] {
  const keep = new Uint8Array(line.length);
  keep[0] = 1;
  keep[line.length - 1] = 1;
  const spans: [number, number][] = [[0, line.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [first, last] = span;
    let farthest = -1;
    let distance = toleranceDeg;
    for (let at = first + 1; at < last; at += 1) {
      const here = distanceToSegment(line[at], line[first], line[last]);
      if (here > distance) {
        farthest = at;
        distance = here;
      }
    }
    if (farthest === -1) continue;
    keep[farthest] = 1;
    spans.push([first, farthest], [farthest, last]);
  }
  return line.filter((_, at) => keep[at] === 1);
}

/** A ring simplified from two opposite vertices, so that it cannot collapse; null if nothing of it is left. */
export function simplifyRing(ring: readonly Position[], toleranceDeg: number): Position[] | null {
  const half = Math.floor(ring.length / 2);
  const simple = [...simplifyLine(ring.slice(0, half + 1), toleranceDeg), ...simplifyLine(ring.slice(half), toleranceDeg).slice(1)];
  return simple.length < 4 ? null : simple;
}

/** Distance in degrees from a point to the segment a–b. */
export function distanceToSegment(point: Position | undefined, a: Position | undefined, b: Position | undefined): number {
  if (!point || !a || !b) throw new Error('simplifyLine: a vertex is missing inside the line');
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length2));
  return Math.hypot(point[0] - a[0] - along * dx, point[1] - a[1] - along * dy);
}
