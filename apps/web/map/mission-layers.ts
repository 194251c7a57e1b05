import type { LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import { EARTH_RADIUS_KM, type LngLat } from '#domain/units';
import { tileUrl } from './area-layers';
import { drawFeatures, LEFT_OUT } from './drawn-features';
import { MISSION_INK } from './structure-shapes';

export const MISSIONS = 'missions';
export const MISSION_LAYER = 'missions';
export const MISSION_CIRCLE = 'mission-circle';

export const missionTiles = (query: string): string[] => [tileUrl(MISSIONS, query)];

/** How far a mission gives care around its point. */
export interface MissionCircle {
  readonly lngLat: LngLat;
  /** Straight line, km. */
  readonly radiusKm: number;
}

/** Below the signs: how far the mission under the pointer, or chosen, reaches. */
export const missionCircleLayers: readonly LayerSpecification[] = [
  { id: 'mission-reach', type: 'fill', source: MISSION_CIRCLE, layout: LEFT_OUT, paint: { 'fill-color': MISSION_INK, 'fill-opacity': 0.1 } },
  { id: 'mission-reach-line', type: 'line', source: MISSION_CIRCLE, layout: LEFT_OUT, paint: { 'line-color': MISSION_INK, 'line-width': 1.8, 'line-dasharray': [3, 2] } },
];

/** Missions above structures: there are few, and they pass. Those that give care on the day lie on top. */
export const missionLayer: LayerSpecification = {
  id: MISSION_LAYER,
  type: 'symbol',
  source: MISSIONS,
  'source-layer': MISSIONS,
  layout: {
    'icon-image': ['concat', 'mission-', ['get', 'phase']],
    'icon-size': ['interpolate', ['linear'], ['zoom'], 5, 0.8, 8, 1, 12, 1.25],
    'icon-padding': 0,
    'icon-allow-overlap': true,
    'symbol-sort-key': ['match', ['get', 'phase'], 'running', 2, 'coming', 1, 0],
  },
};

/** Points of an outline: smooth at every zoom of this map. */
const CORNERS = 72;

/** The outline of what lies within a radius of a point on the sphere on which all distances are measured. */
export function circleAround({ lngLat: [lng, lat], radiusKm }: MissionCircle): GeoJSON.Polygon {
  const toRadians = Math.PI / 180;
  const angle = radiusKm / EARTH_RADIUS_KM;
  const [phi, lambda] = [lat * toRadians, lng * toRadians];
  const ring = Array.from({ length: CORNERS + 1 }, (_, corner): [number, number] => {
    const bearing = (2 * Math.PI * (corner % CORNERS)) / CORNERS;
    const latitude = Math.asin(Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(bearing));
    const longitude = lambda + Math.atan2(Math.sin(bearing) * Math.sin(angle) * Math.cos(phi), Math.cos(angle) - Math.sin(phi) * Math.sin(latitude));
    return [longitude / toRadians, latitude / toRadians];
  });
  return { type: 'Polygon', coordinates: [ring] };
}

/** Draws these circles and no other. */
export function drawCircles(map: MapLibre, circles: readonly MissionCircle[]): void {
  drawFeatures(map, MISSION_CIRCLE, missionCircleLayers, circles.map((circle) => ({ type: 'Feature', properties: {}, geometry: circleAround(circle) })));
}
