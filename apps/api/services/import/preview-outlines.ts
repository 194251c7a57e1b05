import type { MultiPolygon } from '#domain/records';
import type { ImportPreview } from './import-report';
import { countVertices, type StagedRow } from './staged-row';

type Outline = ImportPreview['outlines'][number];
type Ring = Outline['rings'][number];
type Corner = Ring[number];

/** Corners that a preview sends: a few tens of kilobytes, whatever the file holds. */
const MOST_CORNERS = 9_000;
/** Degrees by which a border may be moved, tried until it fits: from about 200 m to 14 km. */
const TOLERANCES = [0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.128] as const;

/**
 * Outlines that a file brings, new or changed, coarse enough to travel on a poor line. A border that two areas share stays shared:
 * it is made coarse piece by piece between the corners where three lines meet, the same from either side. For the eye only: nothing is measured on them.
 */
export function outlinesOf(rows: readonly StagedRow[]): Outline[] {
  const accepted = rows.filter(({ outcome }) => outcome === 'accepted');
  const vertices = accepted.reduce((sum, { records }) => sum + records.reduce((corners, { kind, record }) => corners + (kind === 'area' ? countVertices(record.geometry) : 0), 0), 0);
  if (vertices === 0) return [];
  // Very fine outlines are first drawn on a grid, which costs one step a corner.
  const grid = vertices > 400_000 ? 0.008 : vertices > 100_000 ? 0.004 : 0.001;
  let outlines = accepted.flatMap((row) => row.records.flatMap(({ kind, record }): Outline[] => (kind === 'area' && record.geometry !== null ? [{ row: row.row, code: record.code, label: record.name, outcome: row.effect ?? 'added', rings: outerRings(record.geometry, grid) }] : [])));
  for (const tolerance of TOLERANCES) {
    if (countCorners(outlines) <= MOST_CORNERS) break;
    outlines = coarser(outlines, tolerance);
  }
  return outlines;
}

const countCorners = (outlines: readonly Outline[]): number => outlines.reduce((sum, { rings }) => sum + rings.reduce((corners, ring) => corners + ring.length, 0), 0);
const same = (a: Corner | undefined, b: Corner): boolean => a?.[0] === b[0] && a[1] === b[1];
const keyOf = ([lng, lat]: Corner): number => Math.round((lng + 180) * 1000) * 1_000_000 + Math.round((lat + 90) * 1000);

/** Holes are left out: they are other areas, or lakes that the map draws itself. Islands smaller than the grid go too, but never the last ring. */
function outerRings({ coordinates }: MultiPolygon, grid: number): Ring[] {
  const rounded = (degrees: number): number => Number((Math.round(degrees / grid) * grid).toFixed(3));
  const rings = coordinates.map(([outer = []]) => {
    const ring: Ring = [];
    for (const [lng = 0, lat = 0] of outer) {
      const corner: Corner = [rounded(lng), rounded(lat)];
      if (!same(ring.at(-1), corner)) ring.push(corner);
    }
    return ring;
  });
  const standing = rings.filter(({ length }) => length >= 4);
  return standing.length > 0 ? standing : rings.slice(0, 1);
}

function coarser(outlines: readonly Outline[], tolerance: number): Outline[] {
  const junctions = junctionsOf(outlines);
  return outlines.map((outline) => {
    const rings = outline.rings.map((ring) => coarserRing(ring, junctions, tolerance));
    const standing = rings.filter(({ length }) => length >= 4);
    return { ...outline, rings: standing.length > 0 ? standing : outline.rings.slice(0, 1) };
  });
}

/** Corners from which more than two lines leave. */
function junctionsOf(outlines: readonly Outline[]): ReadonlySet<number> {
  const neighbours = new Map<number, number[]>();
  const junctions = new Set<number>();
  for (const { rings } of outlines) {
    for (const ring of rings) {
      for (let at = 0; at + 1 < ring.length; at += 1) {
        const corner = ring[at];
        const [before, after] = [ring[at === 0 ? ring.length - 2 : at - 1], ring[at + 1]];
        if (corner === undefined || before === undefined || after === undefined) continue;
        const key = keyOf(corner);
        const known = neighbours.get(key) ?? [];
        for (const next of [keyOf(before), keyOf(after)]) if (!known.includes(next)) known.push(next);
        neighbours.set(key, known);
        if (known.length > 2) junctions.add(key);
      }
    }
  }
  return junctions;
}

/** A closed ring, piece by piece between its junctions; one without any begins at its smallest corner, whatever area it is of. */
function coarserRing(ring: Ring, junctions: ReadonlySet<number>, tolerance: number): Ring {
  const open = ring.slice(0, -1);
  let start = open.findIndex((corner) => junctions.has(keyOf(corner)));
  if (start < 0) start = open.reduce((least, corner, at) => (keyOf(corner) < keyOf(open[least] ?? corner) ? at : least), 0);
  const turned = [...open.slice(start), ...open.slice(0, start + 1)];
  const result: Ring = turned.slice(0, 1);
  let piece: Ring = turned.slice(0, 1);
  for (const [at, corner] of turned.entries()) {
    if (at === 0) continue;
    piece.push(corner);
    if (at < turned.length - 1 && !junctions.has(keyOf(corner))) continue;
    result.push(...coarserLine(piece, tolerance).slice(1));
    piece = [corner];
  }
  return result;
}

/** A line with fewer corners, none of those left out farther from it than the tolerance; the same read backwards. */
function coarserLine(line: Ring, tolerance: number): Ring {
  const [first, last] = [line[0], line.at(-1)];
  if (line.length < 3 || first === undefined || last === undefined) return line;
  if (keyOf(first) > keyOf(last)) return coarserLine([...line].reverse(), tolerance).reverse();
  const kept = new Set([0, line.length - 1]);
  const pending: [number, number][] = [[0, line.length - 1]];
  for (let span = pending.pop(); span !== undefined; span = pending.pop()) {
    const [from, to] = span;
    let farthest = -1;
    let most = tolerance;
    for (let at = from + 1; at < to; at += 1) {
      const away = distanceTo(line[at], line[from], line[to]);
      if (away > most) [most, farthest] = [away, at];
    }
    if (farthest < 0) continue;
    kept.add(farthest);
    pending.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, at) => kept.has(at));
}

/** Distance of a corner to a line in degrees; to the point where the line has no length. */
function distanceTo(corner: Corner = [0, 0], a: Corner = [0, 0], b: Corner = [0, 0]): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy);
  return length === 0 ? Math.hypot(corner[0] - a[0], corner[1] - a[1]) : Math.abs(dx * (corner[1] - a[1]) - dy * (corner[0] - a[0])) / length;
}
