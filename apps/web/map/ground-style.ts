import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { Language } from '../state/page-state';
import { areaSource, PROVINCES } from './area-layers';
import { basemapSources, labelLayers, oceanLayer, townDots, waterLayers } from './basemap';

/** Source of the zones, by which an area is brought into sight. */
export const ZONES = 'zones';

const border = (id: string, source: string, layer: string, width: number): LayerSpecification => ({ id, type: 'line', source, 'source-layer': layer, paint: { 'line-color': '#6a7380', 'line-width': width, 'line-opacity': 0.7 } });

/** The ground of a map to tap on: land, water, borders of zones and provinces, towns with their names, to find one’s way; above it what is drawn. */
export async function groundStyle(language: Language, sources: Record<string, SourceSpecification> = {}, above: readonly LayerSpecification[] = []): Promise<StyleSpecification> {
  return {
    version: 8,
    sources: { ...(await basemapSources()), [PROVINCES]: areaSource('province'), [ZONES]: areaSource('healthZone'), ...sources },
    layers: [oceanLayer, ...waterLayers, border('zone-borders', ZONES, 'healthZone', 0.4), border('province-borders', PROVINCES, 'province', 1), townDots, ...labelLayers(language), ...above],
  };
}
