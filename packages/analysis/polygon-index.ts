import { buildAreaEdges, coversPosition, type AreaEdges, type MultiPolygonCoords } from './area-edges';
import { buildLabelGrid, type LabelGrid } from './label-grid';

/** Areas ready to be asked which of them holds a point. */
export interface PolygonIndex {
  readonly edges: AreaEdges;
  readonly grid: LabelGrid;
}

/**
 * Builds the index. An area without geometry is null: it holds no point and keeps its number.
 * Expects valid geometry (rings that do not cross), as the stores keep it. Takes about 50 ms for 519 zones of 164,000 edges.
 */
export function buildPolygonIndex(polygons: readonly (MultiPolygonCoords | null)[]): PolygonIndex {
  const edges = buildAreaEdges(polygons);
  return { edges, grid: buildLabelGrid(edges) };
}

/**
 * Number of the area that covers a position, or −1. Borders belong to the area, those of holes too (`ST_Covers`), decided
 * exactly, in the plane of longitude and latitude; where several areas cover the position, the lowest number.
 */
export function locate({ edges, grid }: PolygonIndex, lng: number, lat: number): number {
  if (!(lng >= grid.west && lat >= grid.south && lng <= grid.east && lat <= grid.north)) return -1;
  const column = Math.min(grid.columns - 1, Math.floor((lng - grid.west) * grid.columnsPerDegree));
  const row = Math.min(grid.rows - 1, Math.floor((lat - grid.south) * grid.rowsPerDegree));
  const cell = row * grid.columns + column;
  const stop = grid.candidateStart[cell + 1] ?? 0;
  for (let entry = grid.candidateStart[cell] ?? 0; entry < stop; entry += 1) {
    const area = grid.candidates[entry] ?? 0;
    if (coversPosition(edges, area, lng, lat)) return area;
  }
  return grid.label[cell] ?? -1;
}

/** `locate` for many positions. */
export function locateAll(index: PolygonIndex, lngs: Float64Array, lats: Float64Array): Int32Array {
  const areas = new Int32Array(lngs.length);
  for (let point = 0; point < areas.length; point += 1) areas[point] = locate(index, lngs[point] ?? NaN, lats[point] ?? NaN);
  return areas;
}

/** Does this one area cover the position? Borders count. */
export const covers = ({ edges }: PolygonIndex, area: number, lng: number, lat: number): boolean => coversPosition(edges, area, lng, lat);
