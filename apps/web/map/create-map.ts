import { Map as MapLibre, ScaleControl, setWorkerUrl, type StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { AreaType } from '#domain/records';
import type { Language, MapPosition } from '../state/page-state';
import { areaFills, areaLines, areaNames, areaOutlines, AREAS, areaSource, PROVINCES, structureLayers, structureRing, structureTiles } from './area-layers';
import { basemapSources, labelLayers, landLayers, townDots, waterLayers } from './basemap';
import { addImages } from './map-images';

setWorkerUrl(workerUrl);

/** Where the map looks before it knows its areas: the country, from the Atlantic to the lakes. */
const FIRST_LOOK: [number, number, number, number] = [12, -13.6, 31.6, 5.6];
/** Nothing is drawn outside Africa. */
const LIMITS: [number, number, number, number] = [-20, -36, 54, 38];

export interface MapSetting {
  readonly container: HTMLElement;
  readonly areaType: AreaType;
  readonly language: Language;
  readonly position: MapPosition | null;
  /** Query of the tiles of structures. */
  readonly judgedBy: string;
}

/** Makes the map with all its sources and layers; resolves when the style stands, before the tiles have come. */
export async function createMap({ container, areaType, language, position, judgedBy }: MapSetting): Promise<MapLibre> {
  const style: StyleSpecification = {
    version: 8,
    sources: {
      ...(await basemapSources()),
      [AREAS]: areaSource(areaType),
      [PROVINCES]: areaSource('province'),
      structures: { type: 'vector', tiles: structureTiles(judgedBy), minzoom: 0, maxzoom: 12, promoteId: { structures: 'id' } },
    },
    layers: [...landLayers, ...areaFills(areaType), ...waterLayers.slice(0, 2), ...areaLines(areaType), ...waterLayers.slice(2), ...areaOutlines(areaType), townDots, areaNames(areaType), structureRing, ...structureLayers, ...labelLayers(language)],
  };
  const map = new MapLibre({
    container,
    style,
    ...(position ? { center: [position.lng, position.lat] as [number, number], zoom: position.zoom } : { bounds: FIRST_LOOK }),
    maxBounds: LIMITS,
    minZoom: 3,
    maxZoom: 15,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    // Labels appear with the map, not after it.
    fadeDuration: 0,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new ScaleControl({ maxWidth: 110, unit: 'metric' }), 'bottom-right');
  addImages(map);
  await new Promise<void>((resolve) => void map.once('styledata', () => resolve()));
  return map;
}
