import type { Map as MapLibre, StyleSpecification } from 'maplibre-gl';
import type { AreaType } from '#domain/records';
import type { Language, MapPosition } from '../state/page-state';
import { areaFills, areaLines, areaNames, areaOutlines, AREAS, areaSource, PROVINCES, structureLayers, structureRing, structureTiles } from './area-layers';
import { basemapSources, labelLayers, oceanLayer, townDots, waterLayers } from './basemap';
import { closureLayers, CLOSURES } from './closure-layers';
import { drawnSource } from './drawn-features';
import { isochroneLabels, isochroneLayers, ISOCHRONES } from './isochrone-layers';
import { addImages } from './map-images';
import { MISSION_CIRCLE, missionCircleLayers, missionLayer, MISSIONS, missionTiles } from './mission-layers';
import { newMap, styleStands } from './new-map';
import { outlineLayers, PLAN_OUTLINE } from './outline-layers';
import { trainedLayer } from './trained-layers';
import { wayLayers, wayPointLayer, WAYS } from './way-layers';
import { TRIED, triedLayers } from './tried-layers';

export interface MapSetting {
  readonly container: HTMLElement;
  readonly areaType: AreaType;
  readonly language: Language;
  readonly position: MapPosition | null;
  /** Query of the tiles of structures and missions. */
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
      [MISSIONS]: { type: 'vector', tiles: missionTiles(judgedBy), minzoom: 0, maxzoom: 12 },
      [MISSION_CIRCLE]: drawnSource,
      [ISOCHRONES]: drawnSource,
      [CLOSURES]: drawnSource,
      [WAYS]: drawnSource,
      [PLAN_OUTLINE]: drawnSource,
      [TRIED]: drawnSource,
    },
    layers: [oceanLayer, ...areaFills(areaType), ...isochroneLayers, ...areaLines(areaType), ...waterLayers, ...closureLayers, ...areaOutlines(areaType), townDots, areaNames(areaType), ...missionCircleLayers, ...outlineLayers, ...wayLayers, structureRing, ...structureLayers, ...triedLayers, missionLayer, ...labelLayers(language), isochroneLabels, trainedLayer, wayPointLayer],
  };
  const map = newMap(container, style, position);
  addImages(map);
  await styleStands(map);
  return map;
}
