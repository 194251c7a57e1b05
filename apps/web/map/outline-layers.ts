import type { LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import { useEffect } from 'react';
import type { LngLat } from '#domain/units';
import { drawFeatures, LEFT_OUT } from './drawn-features';

export const PLAN_OUTLINE = 'plan-outline';

const INK = '#16202c';

/** The outline that a person draws: a line on a white casing, its corners as dots, its inside barely tinted so that the classes stay readable. */
export const outlineLayers: readonly LayerSpecification[] = [
  { id: 'plan-outline-inside', type: 'fill', source: PLAN_OUTLINE, filter: ['==', ['geometry-type'], 'Polygon'], layout: LEFT_OUT, paint: { 'fill-color': INK, 'fill-opacity': 0.08 } },
  { id: 'plan-outline-casing', type: 'line', source: PLAN_OUTLINE, filter: ['!=', ['geometry-type'], 'Point'], layout: LEFT_OUT, paint: { 'line-color': '#fff', 'line-width': 5, 'line-opacity': 0.85 } },
  { id: 'plan-outline-line', type: 'line', source: PLAN_OUTLINE, filter: ['!=', ['geometry-type'], 'Point'], layout: LEFT_OUT, paint: { 'line-color': INK, 'line-width': 2.4 } },
  { id: 'plan-outline-corners', type: 'circle', source: PLAN_OUTLINE, filter: ['==', ['geometry-type'], 'Point'], layout: LEFT_OUT, paint: { 'circle-radius': 4.5, 'circle-color': '#fff', 'circle-stroke-color': INK, 'circle-stroke-width': 2 } },
];

/** Draws this outline: from three corners on as a surface, before that as what is there. `corners` false: it is not being drawn, and its corners are no dots. */
export function useOutline(map: MapLibre | null, outline: readonly LngLat[], corners: boolean): void {
  useEffect(() => {
    if (map === null) return;
    const ring = outline.map(([lng, lat]) => [lng, lat]);
    const geometry: GeoJSON.Geometry = ring.length < 3 ? { type: 'LineString', coordinates: ring } : { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] };
    const dots = corners ? ring : [];
    const shapes: GeoJSON.Geometry[] = [...(ring.length < 2 ? [] : [geometry]), ...dots.map((coordinates): GeoJSON.Point => ({ type: 'Point', coordinates }))];
    drawFeatures(map, PLAN_OUTLINE, outlineLayers, shapes.map((one) => ({ type: 'Feature', properties: {}, geometry: one })));
  }, [map, outline, corners]);
}
