import { coversPosition, type AreaEdges } from './area-edges';

/**
 * A grid over all areas. Where no outline passes, a cell knows the lowest area that covers it whole (`label`, −1 none). Where outlines
 * pass, only the areas of lower number than the label have to be asked: `candidates[candidateStart[cell]]` onwards, ascending.
 */
export interface LabelGrid {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly columns: number;
  readonly rows: number;
  readonly columnsPerDegree: number;
  readonly rowsPerDegree: number;
  readonly label: Int32Array;
  readonly candidateStart: Int32Array;
  readonly candidates: Int32Array;
}

type Frame = Omit<LabelGrid, 'label' | 'candidateStart' | 'candidates'>;

/** Cells per edge: outlines should pass through few of the cells, and the grid stay within the processor's cache. */
const CELLS_PER_EDGE = 2;
const MAX_CELLS = 2 ** 20;

export const columnOf = (frame: Frame, lng: number): number => clamp(Math.floor((lng - frame.west) * frame.columnsPerDegree), frame.columns);
export const rowOf = (frame: Frame, lat: number): number => clamp(Math.floor((lat - frame.south) * frame.rowsPerDegree), frame.rows);
const clamp = (value: number, count: number): number => (value >= count ? count - 1 : value > 0 ? value : 0);

export function buildLabelGrid(edges: AreaEdges): LabelGrid {
  const frame = frameOf(edges);
  const label = new Int32Array(frame.columns * frame.rows).fill(-1);
  const touchedBy = new Int32Array(label.length).fill(-1);
  const cells: number[] = [];
  const areas: number[] = [];
  // Ascending: a cell that a lower area covers whole needs to hear of no higher one.
  for (let area = 0; area < edges.areaCount; area += 1) {
    for (const cell of touchedCells(edges, area, frame, touchedBy)) {
      if (label[cell] !== -1) continue;
      cells.push(cell);
      areas.push(area);
    }
    labelWholeCells(edges, area, frame, touchedBy, label);
  }
  return { ...frame, label, ...groupByCell(cells, areas, label.length) };
}

function frameOf(edges: AreaEdges): Frame {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let area = 0; area < edges.areaCount; area += 1) {
    west = Math.min(west, orElse(edges.bounds[area * 4], Infinity));
    south = Math.min(south, orElse(edges.bounds[area * 4 + 1], Infinity));
    east = Math.max(east, orElse(edges.bounds[area * 4 + 2], -Infinity));
    north = Math.max(north, orElse(edges.bounds[area * 4 + 3], -Infinity));
  }
  const cells = Math.min(MAX_CELLS, Math.max(64, (edges.ends.length / 4) * CELLS_PER_EDGE));
  const width = Math.max(east - west, 1e-9);
  const height = Math.max(north - south, 1e-9);
  const columns = Math.max(1, Math.min(cells, Math.round(Math.sqrt((cells * width) / height))));
  const rows = Math.max(1, Math.floor(cells / columns));
  return { west, south, east, north, columns, rows, columnsPerDegree: columns / width, rowsPerDegree: rows / height };
}
const orElse = (value: number | undefined, instead: number): number => (value === undefined || Number.isNaN(value) ? instead : value);

/**
 * The cells through which an area's outline passes, each once, marked in `touchedBy`. An edge is followed row by row; it is taken a
 * millionth of a cell too long and too wide, far above the rounding of the arithmetic, so that no cell is missed.
 */
function touchedCells(edges: AreaEdges, area: number, frame: Frame, touchedBy: Int32Array): number[] {
  const { ends } = edges;
  const marginLng = 1e-6 / frame.columnsPerDegree;
  const marginLat = 1e-6 / frame.rowsPerDegree;
  const touched: number[] = [];
  const stop = edges.firstEdge[area + 1] ?? 0;
  for (let edge = edges.firstEdge[area] ?? 0; edge < stop; edge += 1) {
    const upward = (ends[edge * 4 + 1] ?? 0) <= (ends[edge * 4 + 3] ?? 0);
    const low = edge * 4 + (upward ? 0 : 2);
    const high = edge * 4 + (upward ? 2 : 0);
    const lowLng = ends[low] ?? 0;
    const lowLat = ends[low + 1] ?? 0;
    const highLng = ends[high] ?? 0;
    const highLat = ends[high + 1] ?? 0;
    const firstRow = rowOf(frame, lowLat - marginLat);
    const lastRow = rowOf(frame, highLat + marginLat);
    const lngPerLat = highLat > lowLat ? (highLng - lowLng) / (highLat - lowLat) : 0;
    for (let row = firstRow; row <= lastRow; row += 1) {
      const bottom = Math.max(lowLat, frame.south + row / frame.rowsPerDegree - marginLat);
      const top = Math.min(highLat, frame.south + (row + 1) / frame.rowsPerDegree + marginLat);
      const whole = firstRow === lastRow || highLat === lowLat;
      const lngA = whole ? lowLng : lowLng + (bottom - lowLat) * lngPerLat;
      const lngB = whole ? highLng : lowLng + (top - lowLat) * lngPerLat;
      const lastColumn = columnOf(frame, Math.max(lngA, lngB) + marginLng);
      for (let column = columnOf(frame, Math.min(lngA, lngB) - marginLng); column <= lastColumn; column += 1) {
        const cell = row * frame.columns + column;
        if (touchedBy[cell] === area) continue;
        touchedBy[cell] = area;
        touched.push(cell);
      }
    }
  }
  return touched;
}

/** Between two cells that the outline passes through, all cells of a row are on one side of it: asking for one answers for all. */
function labelWholeCells(edges: AreaEdges, area: number, frame: Frame, touchedBy: Int32Array, label: Int32Array): void {
  const at = area * 4;
  if (!((edges.bounds[at] ?? NaN) <= (edges.bounds[at + 2] ?? NaN))) return;
  const lastRow = rowOf(frame, edges.bounds[at + 3] ?? 0);
  const firstColumn = columnOf(frame, edges.bounds[at] ?? 0);
  const lastColumn = columnOf(frame, edges.bounds[at + 2] ?? 0);
  for (let row = rowOf(frame, edges.bounds[at + 1] ?? 0); row <= lastRow; row += 1) {
    const lat = frame.south + (row + 0.5) / frame.rowsPerDegree;
    let inside: boolean | null = null;
    for (let column = firstColumn; column <= lastColumn; column += 1) {
      const cell = row * frame.columns + column;
      if (touchedBy[cell] === area) {
        inside = null;
        continue;
      }
      inside ??= coversPosition(edges, area, frame.west + (column + 0.5) / frame.columnsPerDegree, lat);
      if (inside && label[cell] === -1) label[cell] = area;
    }
  }
}

function groupByCell(cells: readonly number[], areas: readonly number[], cellCount: number): Pick<LabelGrid, 'candidateStart' | 'candidates'> {
  const candidateStart = new Int32Array(cellCount + 1);
  for (const cell of cells) candidateStart[cell + 1] = (candidateStart[cell + 1] ?? 0) + 1;
  for (let cell = 1; cell <= cellCount; cell += 1) candidateStart[cell] = (candidateStart[cell] ?? 0) + (candidateStart[cell - 1] ?? 0);
  const next = candidateStart.slice();
  const candidates = new Int32Array(cells.length);
  cells.forEach((cell, i) => {
    const place = next[cell] ?? 0;
    candidates[place] = areas[i] ?? 0;
    next[cell] = place + 1;
  });
  return { candidateStart, candidates };
}
