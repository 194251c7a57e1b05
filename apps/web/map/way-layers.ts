import type { ExpressionSpecification, LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import type { LngLat } from '#domain/units';
import type { Box } from './area-boxes';
import { drawFeatures, LEFT_OUT } from './drawn-features';

export const WAYS = 'ways';

/** A way to a structure. */
export interface DrawnWay {
  readonly line: readonly LngLat[];
  /** A straight line, which nobody can walk: broken. */
  readonly straight: boolean;
  /** The one that answers the question: to the nearest ready structure. */
  readonly main: boolean;
}

/** A point of the ground: the one that ways start from, or one that was touched and only offered. */
export interface DrawnPoint {
  readonly lngLat: LngLat;
  readonly starts: boolean;
}

const INK = '#16202c';
const isLine: ExpressionSpecification = ['==', ['geometry-type'], 'LineString'];
const isPoint: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];
const straight: ExpressionSpecification = ['get', 'straight'];
const round = { ...LEFT_OUT, 'line-cap': 'round', 'line-join': 'round' } as const;
const width: ExpressionSpecification = ['case', ['get', 'main'], 3.2, 1.8];

/** Ways below the signs of structures, on a white casing that keeps them readable over every class. */
export const wayLayers: readonly LayerSpecification[] = [
  { id: 'way-casing', type: 'line', source: WAYS, filter: isLine, layout: round, paint: { 'line-color': '#fff', 'line-width': ['case', ['get', 'main'], 7, 4.6], 'line-opacity': 0.85 } },
  { id: 'way-solid', type: 'line', source: WAYS, filter: ['all', isLine, ['!', straight]], layout: round, paint: { 'line-color': INK, 'line-width': width } },
  { id: 'way-straight', type: 'line', source: WAYS, filter: ['all', isLine, straight], layout: LEFT_OUT, paint: { 'line-color': INK, 'line-width': width, 'line-dasharray': [1.6, 1.6] } },
];

/** Over everything: where the question stands. */
export const wayPointLayer: LayerSpecification = {
  id: 'way-points',
  type: 'circle',
  source: WAYS,
  filter: isPoint,
  layout: LEFT_OUT,
  paint: { 'circle-radius': 6.5, 'circle-color': ['case', ['get', 'starts'], INK, 'rgba(255,255,255,0.9)'], 'circle-stroke-color': ['case', ['get', 'starts'], '#fff', INK], 'circle-stroke-width': 2.4 },
};

/** Draws these ways and points, and no other. */
export function drawWays(map: MapLibre, ways: readonly DrawnWay[], points: readonly DrawnPoint[]): void {
  const features: GeoJSON.Feature[] = [
    ...ways.map(({ line, straight: isStraight, main }): GeoJSON.Feature => ({ type: 'Feature', properties: { straight: isStraight, main }, geometry: { type: 'LineString', coordinates: line.map((corner) => [...corner]) } })),
    ...points.map(({ lngLat, starts }): GeoJSON.Feature => ({ type: 'Feature', properties: { starts }, geometry: { type: 'Point', coordinates: [...lngLat] } })),
  ];
  drawFeatures(map, WAYS, [...wayLayers, wayPointLayer], features);
}

/** The box around ways; null: there are none. */
export function boxOfWays(ways: readonly DrawnWay[]): Box | null {
  const corners = ways.flatMap(({ line }) => line);
  if (corners.length === 0) return null;
  const lngs = corners.map(([lng]) => lng);
  const lats = corners.map(([, lat]) => lat);
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}
