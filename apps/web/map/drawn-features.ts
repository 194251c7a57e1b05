import type { GeoJSONSource, LayerSpecification, Map as MapLibre, SourceSpecification } from 'maplibre-gl';
import { show } from './area-states';

/** A source for what the page draws; nothing is in it yet. */
export const drawnSource: SourceSpecification = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } };

/** Layout of a layer that is left out until there is something to draw. */
export const LEFT_OUT = { visibility: 'none' } as const;

/** Draws these features and no other. With none, the layers are left out: a source in which there is nothing still costs passes over the whole map. */
export function drawFeatures(map: MapLibre, source: string, layers: readonly LayerSpecification[], features: GeoJSON.Feature[]): void {
  void map.getSource<GeoJSONSource>(source)?.setData({ type: 'FeatureCollection', features });
  show(map, layers.map(({ id }) => id), features.length > 0);
}
