import type { Map as MapLibre } from 'maplibre-gl';
import type { AreaType } from '#domain/records';
import { AREAS, OUTLINE, type AreaState } from './area-layers';

const same = (one: AreaState | undefined, other: AreaState): boolean =>
  one?.entry === other.entry && one.off === other.off && one.populationUnknown === other.populationUnknown && one.aware === other.aware;

/** Brings the states on the map to those of the page, touching only the areas that changed; the map repaints in its next frame. */
export function applyAreaStates(map: MapLibre, areaType: AreaType, before: ReadonlyMap<string, AreaState>, after: ReadonlyMap<string, AreaState>): void {
  for (const [code, state] of after) if (!same(before.get(code), state)) map.setFeatureState({ source: AREAS, sourceLayer: areaType, id: code }, state);
  for (const code of before.keys()) if (!after.has(code)) map.removeFeatureState({ source: AREAS, sourceLayer: areaType, id: code });
}

/** Sets one mark (`selected`, `hovered`, `marked`) on these areas and takes it from those that had it. */
export function markAreas(map: MapLibre, areaType: AreaType, mark: 'selected' | 'hovered' | 'marked', before: readonly string[], after: readonly string[]): void {
  for (const code of before) if (!after.includes(code)) map.setFeatureState({ source: AREAS, sourceLayer: areaType, id: code }, { [mark]: false });
  for (const code of after) if (!before.includes(code)) map.setFeatureState({ source: AREAS, sourceLayer: areaType, id: code }, { [mark]: true });
}

/** Draws the outlines only while an area is selected, marked or under the pointer: a layer of nothing still costs part of a frame. */
export function drawOutlines(map: MapLibre, needed: boolean): void {
  map.setPaintProperty(OUTLINE, 'line-opacity', needed ? 1 : 0);
}

/** Draws these layers, or leaves them out. */
export function show(map: MapLibre, layers: readonly string[], visible: boolean): void {
  const visibility = visible ? 'visible' : 'none';
  for (const layer of layers) if (map.getLayoutProperty(layer, 'visibility') !== visibility) map.setLayoutProperty(layer, 'visibility', visibility);
}
