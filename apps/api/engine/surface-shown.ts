import type { SurfaceShown } from '../contract/travel-time';
import type { Surface } from './surface';

/** Which surface it is; null where none is loaded. */
export function surfaceShown(surface: Surface | null): SurfaceShown | null {
  if (surface === null) return null;
  const { record: { title, source, year }, grid: { cellWidthM, cellHeightM } } = surface;
  const middle = cellWidthM.length >> 1;
  return { title, source, year, cellM: [Math.round(cellWidthM[middle] ?? 0), Math.round(cellHeightM[middle] ?? 0)] };
}
