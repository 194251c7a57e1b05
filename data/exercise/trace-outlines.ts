import { simplifyLine, type Position } from '../../apps/web/map/basemap-data/simplify-line';
import { OUTSIDE, type LabelGrid } from './label-grid';

/** Corner of a cell, in whole cells from the south-west of the grid. */
type Corner = readonly [x: number, y: number];

const SMOOTHINGS = 5;

/**
 * Outlines of one area of a grid, closed rings in degrees. Neighbours get exactly the same vertices along their common frontier:
 * each stretch between two meeting points of three areas is smoothed once, in a direction that does not depend on who asks.
 */
export function traceOutlines(grid: LabelGrid, label: number, toleranceDeg: number): Position[][] {
  return traceRings(grid, label).map((ring) => {
    const outline = cutAtMeetingPoints(grid, ring).flatMap((stretch) => smoothStretch(grid, stretch, toleranceDeg).slice(0, -1));
    return [...outline, outline[0] ?? [0, 0]];
  });
}

const labelOf = ({ labels, columns, rows }: LabelGrid, x: number, y: number): number => (x < 0 || y < 0 || x >= columns || y >= rows ? OUTSIDE : (labels[y * columns + x] ?? OUTSIDE));

/** Rings of corners with the area on the left. */
function traceRings(grid: LabelGrid, label: number): Corner[][] {
  const from = new Map<string, Corner[]>();
  const addEdge = (a: Corner, b: Corner): void => void from.set(keyOf(a), [...(from.get(keyOf(a)) ?? []), b]);
  for (let y = 0; y < grid.rows; y += 1) {
    for (let x = 0; x < grid.columns; x += 1) {
      if (labelOf(grid, x, y) !== label) continue;
      if (labelOf(grid, x, y - 1) !== label) addEdge([x, y], [x + 1, y]);
      if (labelOf(grid, x + 1, y) !== label) addEdge([x + 1, y], [x + 1, y + 1]);
      if (labelOf(grid, x, y + 1) !== label) addEdge([x + 1, y + 1], [x, y + 1]);
      if (labelOf(grid, x - 1, y) !== label) addEdge([x, y + 1], [x, y]);
    }
  }
  const rings: Corner[][] = [];
  for (const [key, ends] of from) {
    while (ends.length > 0) {
      const start = key.split(',').map(Number) as [number, number];
      rings.push(followRing(from, start));
    }
  }
  return rings;
}

function followRing(from: Map<string, Corner[]>, start: Corner): Corner[] {
  const ring: Corner[] = [];
  let here = start;
  let heading: Corner = [0, 0];
  do {
    ring.push(here);
    const ends = from.get(keyOf(here)) ?? [];
    // Where two cells touch by a corner, turning left keeps to the same cell.
    const [fromX, fromY] = here;
    const left = ends.findIndex(([x, y]) => x - fromX === -heading[1] && y - fromY === heading[0]);
    const [next] = ends.splice(Math.max(0, left), 1);
    if (!next) throw new Error(`followRing: the outline stops at ${keyOf(here)}; a closed ring was expected`);
    heading = [next[0] - fromX, next[1] - fromY];
    here = next;
  } while (here[0] !== start[0] || here[1] !== start[1]);
  return ring;
}

const keyOf = ([x, y]: Corner): string => `${x},${y}`;

/** Three areas, or two that touch crosswise. */
function isMeetingPoint(grid: LabelGrid, [x, y]: Corner): boolean {
  const [sw, se, nw, ne] = [labelOf(grid, x - 1, y - 1), labelOf(grid, x, y - 1), labelOf(grid, x - 1, y), labelOf(grid, x, y)];
  return new Set([sw, se, nw, ne]).size > 2 || (sw === ne && se === nw && sw !== se);
}

function cutAtMeetingPoints(grid: LabelGrid, ring: readonly Corner[]): Corner[][] {
  const first = ring.findIndex((corner) => isMeetingPoint(grid, corner));
  // An area inside another meets no third one: its ring starts at its lowest corner, whoever asks.
  const start = first === -1 ? ring.reduce((best, corner, at) => (compare(corner, ring[best] ?? corner) < 0 ? at : best), 0) : first;
  const turned = [...ring.slice(start), ...ring.slice(0, start + 1)];
  const stretches: Corner[][] = [];
  let stretch: Corner[] = [];
  turned.forEach((corner, at) => {
    stretch.push(corner);
    if (at > 0 && (isMeetingPoint(grid, corner) || at === turned.length - 1)) {
      stretches.push(stretch);
      stretch = [corner];
    }
  });
  return stretches;
}

const compare = (a: Corner, b: Corner): number => a[0] - b[0] || a[1] - b[1];

function smoothStretch(grid: LabelGrid, corners: readonly Corner[], toleranceDeg: number): Position[] {
  const [second, beforeLast] = [corners[1], corners.at(-2)];
  const [first, last] = [corners[0], corners.at(-1)];
  if (!first || !last || !second || !beforeLast) throw new Error('smoothStretch: a frontier with fewer than two corners');
  const backwards = compare(first, last) > 0 || (compare(first, last) === 0 && compare(second, beforeLast) > 0);
  let line = (backwards ? [...corners].reverse() : corners).map(([x, y]): Position => [grid.west + x * grid.cellDeg, grid.south + y * grid.cellDeg]);
  for (let round = 0; round < SMOOTHINGS; round += 1) {
    line = line.map((here, at): Position => {
      const [before, after] = [line[at - 1], line[at + 1]];
      return before && after ? [(before[0] + after[0] + 2 * here[0]) / 4, (before[1] + after[1] + 2 * here[1]) / 4] : here;
    });
  }
  const half = Math.floor(line.length / 2);
  const isLoop = compare(first, last) === 0;
  const simple = isLoop ? [...simplifyLine(line.slice(0, half + 1), toleranceDeg), ...simplifyLine(line.slice(half), toleranceDeg).slice(1)] : simplifyLine(line, toleranceDeg);
  return backwards ? simple.reverse() : simple;
}
