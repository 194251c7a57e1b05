import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { AreaType } from '#domain/records';
import type { Readiness } from '#domain/readiness';
import type { LngLat } from '#domain/units';
import type { Language, MapPosition } from '../state/page-state';
import { boxAround, readAreaBoxes, type Box } from './area-boxes';
import { AREAS, areaTiles, ON_DEMAND, PROVINCES, STRUCTURE_LAYERS, structureFilter, structureTiles, type AreaState } from './area-layers';
import { drawOutlines, show } from './area-states';
import { drawClosures, type DrawnClosure } from './closure-layers';
import { createMap } from './create-map';
import { followPointer, type MapHit } from './follow-pointer';
import { frameHold, type FrameHold } from './hold-frames';
import { drawIsochrones, type DrawnBand } from './isochrone-layers';
import { MapFrame } from './map-frame';
import { drawCircles, MISSION_LAYER, MISSIONS, missionTiles, type MissionCircle } from './mission-layers';
import { offerMapPicture } from './map-picture';
import { useOutline } from './outline-layers';
import { pictureOf } from './picture-of-map';
import { roomAround } from './room-around';
import { drawTrained, type TrainedMark } from './trained-layers';
import { drawTried, type TriedStructure } from './tried-layers';
import { useAreaStates, useMark } from './use-area-states';
import { useMap } from './use-map';
import { useWays } from './use-ways';
import type { DrawnPoint, DrawnWay } from './way-layers';

export interface MapViewProps {
  areaType: AreaType;
  /** By area code; an area that is not here is outside the filters. */
  states: ReadonlyMap<string, AreaState>;
  selected: string | null;
  hovered: string | null;
  /** Areas of the chosen pair. */
  marked: readonly string[];
  /** The structure whose detail is open; null position: it is not on the map. */
  structure: { readonly id: string; readonly lngLat: readonly [number, number] | null } | null;
  structuresOff: readonly Readiness[];
  /** Structures that are tried otherwise than they are. */
  tried: readonly TriedStructure[];
  /** Reaches of missions to be drawn. */
  circles: readonly MissionCircle[];
  missions: boolean;
  /** Corners of the outline that is drawn, and whether a person is drawing it now. */
  outline: readonly LngLat[];
  drawing: boolean;
  ways: readonly DrawnWay[];
  points: readonly DrawnPoint[];
  /** Bands of minutes to ready care. */
  bands: readonly DrawnBand[];
  closures: readonly DrawnClosure[];
  /** Figures of sessions over the provinces. */
  trained: readonly TrainedMark[];
  /** What is shown is foretold: hatched all over, so that it never looks like a fact. */
  forecast: boolean;
  footprints: boolean;
  textures: boolean;
  judgedBy: string;
  dataVersion: number;
  language: Language;
  label: string;
  buttons: { zoomIn: string; zoomOut: string; fit: string; fromCentre: string };
  position: MapPosition | null;
  /** After a person moved the map. */
  onPosition: (position: MapPosition) => void;
  onHit: (hit: MapHit | null) => void;
  onChoose: (hit: MapHit | null, at: LngLat) => void;
  /** What a click would choose, told ahead of it; answers what the page then works out, null: nothing. */
  onAim: (hit: MapHit) => Promise<unknown> | null;
  onPlace: (at: LngLat) => void;
  onFailed: (error: unknown) => void;
}

/** Smaller than this on the screen, px, a chosen area would be lost among its neighbours’ signs. */
const VISIBLE = 44;
const MARGIN = 24;
/** A chosen area is brought no nearer than this: its neighbours are part of the answer. */
const NEAREST = 8.5;

/** The map: draws the states that the page gives it and tells what the pointer meets. It decides nothing. */
export default function MapView(props: MapViewProps) {
  const { areaType, states, selected, hovered, marked, structure, structuresOff, circles, tried, missions, outline, drawing, ways, points, bands, closures, trained, forecast, footprints, textures, judgedBy, dataVersion, buttons } = props;
  const [drawn, setDrawn] = useState(false);
  const boxes = useRef(new Map<string, Box>());
  const frames = useRef<FrameHold | null>(null);
  const { container, map, latest } = useMap(props, async (element, latest) => {
    const known = boxes.current;
    const first = latest.current;
    const created = await createMap({ container: element, areaType: first.areaType, language: first.language, position: first.position, judgedBy: first.judgedBy });
    created.on('moveend', (event) => {
      if (!event.originalEvent) return;
      const { lng, lat } = created.getCenter();
      latest.current.onPosition({ lng, lat, zoom: created.getZoom() });
    });
    let someNew = false;
    created.on('sourcedata', ({ sourceId, tile }) => {
      if (sourceId === AREAS && tile) someNew = true;
    });
    created.on('idle', () => {
      if (someNew) readAreaBoxes(created, first.areaType, known);
      someNew = false;
    });
    created.once('idle', () => {
      readAreaBoxes(created, first.areaType, known);
      const around = latest.current.position === null ? boxAround(known, latest.current.states.keys()) : null;
      if (around) created.fitBounds(around, { padding: roomAround(element, MARGIN), duration: 0 });
      setDrawn(true);
    });
    frames.current = frameHold(created);
    followPointer(created, {
      onHit: (hit) => latest.current.onHit(hit),
      onChoose: (hit, at) => latest.current.onChoose(hit, at),
      onAim: (hit, pressed) => {
        const coming = latest.current.onAim(hit);
        if (pressed && coming !== null) frames.current?.awaiting(coming);
      },
      onPlace: (at) => latest.current.onPlace(at),
    });
    return created;
  });
  useEffect(() => {
    if (map) offerMapPicture(pictureOf(map, () => latest.current.textures));
    return () => offerMapPicture(null);
  }, [map, latest]);

  useOutline(map, outline, drawing);

  useAreaStates(map, areaType, states, frames);

  const outlined = selected !== null || hovered !== null || marked.length > 0;
  useEffect(() => {
    if (map) drawOutlines(map, outlined);
  }, [map, outlined]);
  useMark(map, areaType, 'selected', selected);
  useMark(map, areaType, 'hovered', hovered);
  useMark(map, areaType, 'marked', marked.length === 0 ? null : marked.join(','));

  // What is chosen in a list comes into sight on the map, unless it is there already.
  const chosen = selected ?? marked.join(',');
  useEffect(() => {
    if (!map || !drawn || chosen === '') return;
    const box = boxAround(boxes.current, chosen.split(','));
    if (!box) return;
    const sight = map.getBounds();
    const corner = map.project([box[0], box[1]]);
    const opposite = map.project([box[2], box[3]]);
    const large = Math.max(Math.abs(opposite.x - corner.x), Math.abs(opposite.y - corner.y)) >= VISIBLE;
    if (large && sight.contains([box[0], box[1]]) && sight.contains([box[2], box[3]])) return;
    map.fitBounds(box, { padding: roomAround(map.getContainer(), MARGIN * 3), maxZoom: Math.max(map.getZoom(), NEAREST) });
  }, [map, drawn, chosen]);

  const structureId = structure?.id ?? '';
  const [lng, lat] = structure?.lngLat ?? [null, null];
  useEffect(() => {
    if (!map || !drawn) return;
    map.setFilter('structure-chosen', ['==', ['get', 'id'], structureId]);
    if (lng === null || map.getBounds().contains([lng, lat])) return;
    map.easeTo({ center: [lng, lat], zoom: Math.max(map.getZoom(), NEAREST) });
  }, [map, drawn, structureId, lng, lat]);

  useEffect(() => {
    for (const layer of STRUCTURE_LAYERS) map?.setFilter(layer, structureFilter(layer, structuresOff));
  }, [map, structuresOff]);

  const someUnknown = useMemo(() => [...states.values()].some((state) => state.populationUnknown), [states]);
  useEffect(() => {
    if (!map) return;
    show(map, ON_DEMAND.footprints, footprints);
    show(map, ON_DEMAND.textures, textures);
    show(map, ON_DEMAND.populationUnknown, someUnknown);
    show(map, ON_DEMAND.forecast, forecast);
    show(map, [MISSION_LAYER], missions);
  }, [map, footprints, textures, someUnknown, forecast, missions]);

  useEffect(() => {
    if (map) drawCircles(map, circles);
  }, [map, circles]);

  useEffect(() => {
    if (map) drawIsochrones(map, bands);
  }, [map, bands]);

  useEffect(() => {
    if (map) drawClosures(map, closures);
  }, [map, closures]);

  useWays(map, drawn, ways, points, MARGIN);

  useEffect(() => {
    if (map) drawTrained(map, trained);
  }, [map, trained]);

  useEffect(() => {
    if (map) drawTried(map, tried);
  }, [map, tried]);

  const tilesOf = useRef({ judgedBy, dataVersion });
  useEffect(() => {
    const before = tilesOf.current;
    if (!map || (before.judgedBy === judgedBy && before.dataVersion === dataVersion)) return;
    tilesOf.current = { judgedBy, dataVersion };
    setTiles(map, 'structures', structureTiles(judgedBy));
    setTiles(map, MISSIONS, missionTiles(judgedBy));
    if (before.dataVersion === dataVersion) return;
    setTiles(map, AREAS, areaTiles(areaType));
    setTiles(map, PROVINCES, areaTiles('province'));
  }, [map, areaType, judgedBy, dataVersion]);

  const fit = () => {
    const around = boxAround(boxes.current, states.keys());
    if (map && around) map.fitBounds(around, { padding: roomAround(map.getContainer(), MARGIN) });
  };
  return (
    <MapFrame container={container} drawn={drawn} buttons={buttons} onZoom={(direction) => (direction === 'in' ? map?.zoomIn({}, { originalEvent: true }) : map?.zoomOut({}, { originalEvent: true }))}>
      <button type="button" aria-label={buttons.fit} title={buttons.fit} onClick={fit}>
        <svg viewBox="0 0 14 14" width={14} height={14} aria-hidden="true">
          <path d="M1 5V1h4M9 1h4v4M13 9v4H9M5 13H1V9" fill="none" stroke="currentColor" strokeWidth={1.6} />
        </svg>
      </button>
      <button type="button" className="from-centre" aria-label={buttons.fromCentre} title={buttons.fromCentre} onClick={() => map && latest.current.onPlace([map.getCenter().lng, map.getCenter().lat])}>
        <svg viewBox="0 0 14 14" width={14} height={14} aria-hidden="true">
          <path d="M7 .5v4M7 9.5v4M.5 7h4M9.5 7h4" fill="none" stroke="currentColor" strokeWidth={1.6} />
          <circle cx={7} cy={7} r={1.3} fill="currentColor" />
        </svg>
      </button>
    </MapFrame>
  );
}

/**
 * Points a vector source at tiles anew; the same address where only their content has changed. The address is always told: a source that is
 * still being read does not know its own yet, and would be left without one.
 */
function setTiles(map: MapLibre, id: string, tiles: string[]): void {
  const source = map.getSource(id);
  if (source?.type !== 'vector') return;
  (source as typeof source & { setTiles: (tiles: string[]) => unknown }).setTiles(tiles);
}
