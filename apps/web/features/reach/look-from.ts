import type { LngLat } from '#domain/units';
import { touchedPoint } from '../../state/moments';
import { setPageState } from '../../state/use-page-state';

/** Looks for care from a point of the ground: in place of the list, and on a phone over the map. */
export function lookFrom(from: LngLat): void {
  touchedPoint.set(null);
  setPageState({ from, structure: null, view: 'gaps' });
}
