import type { ExpressionSpecification, LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import type { AreaType } from '#domain/records';
import { areaTypes } from '#domain/vocabularies/places';
import { closureEffects } from '#domain/vocabularies/reach';
import { areaSource, OUTLINE } from './area-layers';
import { show } from './area-states';
import { drawFeatures, LEFT_OUT } from './drawn-features';

export const CLOSURES = 'closures';
type Effect = (typeof closureEffects.codes)[number];

/** Where people cannot move, or only slowly: areas by code, an outline, or both. */
export interface DrawnClosure {
  readonly effect: Effect;
  readonly areas: readonly { readonly type: AreaType; readonly code: string }[];
  readonly outline: readonly (readonly (readonly (readonly [number, number])[])[])[] | null;
}

const EDGE = { 'line-color': '#16202c', 'line-width': 1.4 } as const;

/** Hatched over whatever class lies below, and edged: it says nothing of care, only of the way to it. */
const layersOf = (from: { source: string; 'source-layer'?: string }, filterOf: (effect: Effect) => ExpressionSpecification): LayerSpecification[] =>
  closureEffects.codes.flatMap((effect): LayerSpecification[] => [
    { id: `${from.source}-${effect}`, type: 'fill', ...from, filter: filterOf(effect), layout: LEFT_OUT, paint: { 'fill-pattern': `closed-${effect}`, 'fill-opacity': 0.75, 'fill-antialias': false } },
    { id: `${from.source}-${effect}-edge`, type: 'line', ...from, filter: filterOf(effect), layout: LEFT_OUT, paint: effect === 'blocked' ? EDGE : { ...EDGE, 'line-dasharray': [3, 2] } },
  ]);

/** Closures that were drawn as outlines. */
export const closureLayers: readonly LayerSpecification[] = layersOf({ source: CLOSURES }, (effect) => ['==', ['get', 'effect'], effect]);

const sourceOf = (type: AreaType): string => `${CLOSURES}-${type}`;
const areasOf = (closures: readonly DrawnClosure[], type: AreaType, effect: Effect): string[] => closures.flatMap((closure) => (closure.effect === effect ? closure.areas.flatMap((area) => (area.type === type ? [area.code] : [])) : []));
const hasCode = (codes: readonly string[]): ExpressionSpecification => ['in', ['get', 'code'], ['literal', [...codes]]];

/** Draws these closures and no other. Tiles of a level of areas are asked for only once an area of it is closed. */
export function drawClosures(map: MapLibre, closures: readonly DrawnClosure[]): void {
  const outlines = closures.flatMap(({ effect, outline }): GeoJSON.Feature[] => (outline === null ? [] : [{ type: 'Feature', properties: { effect }, geometry: { type: 'MultiPolygon', coordinates: outline.map((rings) => rings.map((ring) => ring.map((corner) => [...corner]))) } }]));
  drawFeatures(map, CLOSURES, closureLayers, outlines);
  for (const type of areaTypes.codes) {
    const isKnown = map.getSource(sourceOf(type)) !== undefined;
    if (!isKnown && closures.every(({ areas }) => areas.every((area) => area.type !== type))) continue;
    if (!isKnown) {
      map.addSource(sourceOf(type), areaSource(type));
      for (const layer of layersOf({ source: sourceOf(type), 'source-layer': type }, () => hasCode([]))) map.addLayer(layer, OUTLINE);
    }
    for (const effect of closureEffects.codes) {
      const codes = areasOf(closures, type, effect);
      const layers = [`${sourceOf(type)}-${effect}`, `${sourceOf(type)}-${effect}-edge`];
      for (const layer of layers) map.setFilter(layer, hasCode(codes));
      show(map, layers, codes.length > 0);
    }
  }
}
