import { useMemo } from 'react';
import { useClosures } from '../../api/programmes';
import { useIsochrones, useSurface } from '../../api/reach';
import type { DrawnClosure } from '../../map/closure-layers';
import type { DrawnBand } from '../../map/isochrone-layers';
import { usePageState } from '../../state/use-page-state';

const NO_BANDS: readonly DrawnBand[] = [];
const NO_CLOSURES: readonly DrawnClosure[] = [];

/** The bands of minutes that the map draws; none where nobody asked for them, or they have not come. */
export function useDrawnBands(): readonly DrawnBand[] {
  const asked = usePageState('isochrones');
  const surface = useSurface();
  const { data } = useIsochrones(asked && surface !== null && surface !== undefined);
  return useMemo(() => (asked && data !== undefined ? data.features.map(({ properties, geometry }) => ({ minutes: properties.minutes, geometry })) : NO_BANDS), [asked, data]);
}

/** The areas closed to movement on the day of the map. */
export function useDrawnClosures(): readonly DrawnClosure[] {
  const shown = usePageState('closures');
  const { data } = useClosures(shown);
  return useMemo(() => (shown && data !== undefined ? data.items.filter(({ inForce }) => inForce) : NO_CLOSURES), [shown, data]);
}
