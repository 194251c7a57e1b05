import { Map as MapLibre, ScaleControl, setWorkerUrl, type StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { MapPosition } from '../state/page-state';
import { GROUND } from './basemap';

setWorkerUrl(workerUrl);

/** Where the map looks before it knows its areas: the country, from the Atlantic to the lakes. */
const FIRST_LOOK: [number, number, number, number] = [12, -13.6, 31.6, 5.6];
/** Nothing is drawn outside Africa. */
const LIMITS: [number, number, number, number] = [-20, -36, 54, 38];

/** A map as every map of this page is: flat, north up, with a scale. */
export function newMap(container: HTMLElement, style: StyleSpecification, position: MapPosition | null): MapLibre {
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
  // Seen where nothing is drawn: a layer of land would cost a pass over the whole map.
  map.getCanvas().style.backgroundColor = GROUND.land;
  withoutSky(map);
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new ScaleControl({ maxWidth: 110, unit: 'metric' }), 'bottom-right');
  return map;
}

/** The library paints a sky behind every frame, though a map that is never tilted shows none of it: a pass over the whole map saved. */
function withoutSky({ painter }: MapLibre): void {
  painter.drawFunctions = { ...painter.drawFunctions, sky: () => undefined };
}

/** Resolves when the style stands, before the tiles have come. */
export const styleStands = (map: MapLibre): Promise<void> => new Promise((resolve) => void map.once('styledata', () => resolve()));
