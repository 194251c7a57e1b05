import type { LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import type { StructureType } from '#domain/records';
import type { LngLat } from '#domain/units';
import { drawFeatures } from './drawn-features';
import { MISSION_INK } from './structure-shapes';

export const TRIED = 'tried-structures';

/** A structure that is tried ready, or not. */
export interface TriedStructure {
  readonly id: string;
  readonly type: StructureType;
  readonly lngLat: LngLat;
  readonly ready: boolean;
}

/** Over the structures as they are: the sign of what is tried, on white within a ring of the page’s ink, so that it never passes for established. */
export const triedLayers: readonly LayerSpecification[] = [
  { id: 'tried-ring', type: 'circle', source: TRIED, paint: { 'circle-radius': ['interpolate', ['linear'], ['zoom'], 5, 9, 12, 14], 'circle-color': '#ffffff', 'circle-stroke-color': MISSION_INK, 'circle-stroke-width': 2 } },
  {
    id: 'tried-sign',
    type: 'symbol',
    source: TRIED,
    layout: {
      'icon-image': ['concat', ['get', 'type'], '-', ['case', ['get', 'ready'], 'full', 'bar']],
      'icon-size': ['interpolate', ['linear'], ['zoom'], 5, 0.72, 8, 0.95, 12, 1.2],
      'icon-padding': 0,
      'icon-allow-overlap': true,
    },
  },
];

/** Draws these structures as tried, and no other. */
export function drawTried(map: MapLibre, structures: readonly TriedStructure[]): void {
  // Circles and signs cost nothing where there are none: they stay, and the first change is on the map sooner.
  drawFeatures(map, TRIED, [], structures.map(({ type, ready, lngLat: [lng, lat] }) => ({ type: 'Feature', properties: { type, ready }, geometry: { type: 'Point', coordinates: [lng, lat] } })));
}
