import type { Map as MapLibre, StyleSpecification } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import type { AreaType } from '#domain/records';
import type { Language } from '../state/page-state';
import { readAreaBoxes, boxAround, type Box } from './area-boxes';
import { areaSource, PROVINCES } from './area-layers';
import { basemapSources, labelLayers, oceanLayer, townDots, waterLayers } from './basemap';
import { SmallMapFrame } from './map-frame';
import { newMap, styleStands } from './new-map';
import { addPreviewImages, LINES, MARKED, outlineLayers, OUTLINES, pointLayers, POINTS, sourceOf, touchedLayers, type PreviewOutline, type PreviewPoint } from './preview-layers';
import { useMap } from './use-map';

export interface PreviewMapProps {
  points: readonly PreviewPoint[];
  /** Codes of the areas that the file touches, by type, coarsest first. `changes`: something would be added or changed there. */
  areas: readonly { readonly type: AreaType; readonly codes: ReadonlyMap<string, { readonly changes: boolean }> }[];
  /** Outlines that the file brings and that are not stored yet. They do not change while the map stands. */
  outlines: readonly PreviewOutline[];
  /** Row that the list marks. */
  row: number | null;
  onRow: (row: number | null) => void;
  language: Language;
  label: string;
  /** Said until the map has been drawn. */
  drawing: string;
  buttons: { zoomIn: string; zoomOut: string };
  onFailed: (error: unknown) => void;
  online: boolean;
  /** The line broke before the map was drawn, and is back: it has to be made anew. */
  onAgain: () => void;
}

const MARGIN = 46;
/** No nearer than this: one point alone says nothing without what is around it. */
const NEAREST = 9;

/** The legend covers the map from below: what is brought into sight stands above it. */
const roomAround = (element: HTMLElement): { top: number; right: number; bottom: number; left: number } => ({ top: MARGIN, right: MARGIN, left: MARGIN, bottom: MARGIN / 2 + (element.closest('.preview-pane')?.querySelector('.preview-legend')?.clientHeight ?? 0) });

const collection = (features: GeoJSON.Feature[]): GeoJSON.FeatureCollection => ({ type: 'FeatureCollection', features });
const pointOf = (lngLat: readonly [number, number], properties: GeoJSON.GeoJsonProperties): GeoJSON.Feature => ({ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [...lngLat] } });

const pointFeatures = (points: readonly PreviewPoint[]): GeoJSON.FeatureCollection => collection(points.map(({ row, label, lngLat, outcome, declaredAt }) => pointOf(lngLat, { row, label, outcome, flagged: declaredAt !== null })));

const outlineFeatures = (outlines: readonly PreviewOutline[]): GeoJSON.FeatureCollection =>
  collection(outlines.map(({ row, label, rings }) => ({ type: 'Feature', properties: { row, label }, geometry: { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring.map((corner) => [...corner])]) } })));

/** From where a point lies to where its file says that it should: a line, and a ring at its end. */
const lineFeatures = (points: readonly PreviewPoint[]): GeoJSON.FeatureCollection =>
  collection(
    points.flatMap(({ row, lngLat, declaredAt }): GeoJSON.Feature[] =>
      declaredAt === null ? [] : [{ type: 'Feature', properties: { row }, geometry: { type: 'LineString', coordinates: [[...lngLat], [...declaredAt]] } }, pointOf(declaredAt, { row })],
    ),
  );

/** Where a file’s points and areas lie, before anything is stored. It shows what it is given and decides nothing. */
export default function PreviewMap(props: PreviewMapProps) {
  const { points, row, buttons, drawing } = props;
  const [drawn, setDrawn] = useState(false);
  const { container, map } = useMap(props, async (element, latest) => {
    const first = latest.current;
    const created = newMap(element, await styleOf(first), null);
    addPreviewImages(created);
    await styleStands(created);
    for (const { type, codes } of first.areas) for (const [code, { changes }] of codes) created.setFeatureState({ source: sourceOf(type), sourceLayer: type, id: code }, { touched: changes ? 2 : 1 });
    created.on('mousemove', 'preview-points', ({ features }) => latest.current.onRow(Number(features?.[0]?.properties['row'])));
    created.on('mouseleave', 'preview-points', () => latest.current.onRow(null));
    created.once('idle', () => {
      const around = boxOf(created, latest.current);
      if (around) created.fitBounds(around, { padding: roomAround(element), maxZoom: NEAREST, duration: 0 });
      setDrawn(true);
    });
    return created;
  });

  const { online, onAgain } = props;
  const wasOffline = useRef(!online);
  useEffect(() => {
    if (online && wasOffline.current && !drawn) onAgain();
    wasOffline.current = !online;
  }, [online, drawn, onAgain]);

  useEffect(() => {
    if (!map) return;
    setData(map, POINTS, pointFeatures(points));
    setData(map, LINES, lineFeatures(points));
  }, [map, points]);

  useEffect(() => {
    for (const layer of MARKED) map?.setFilter(layer, ['==', ['get', 'row'], row ?? -1]);
  }, [map, row]);

  return <SmallMapFrame map={map} container={container} drawn={drawn} buttons={buttons} drawing={drawing} />;
}

async function styleOf({ areas, points, outlines, language }: PreviewMapProps): Promise<StyleSpecification> {
  const types = areas.map(({ type }) => type);
  return {
    version: 8,
    sources: {
      ...(await basemapSources()),
      [PROVINCES]: areaSource('province'),
      ...Object.fromEntries(types.map((type) => [sourceOf(type), areaSource(type)])),
      [OUTLINES]: { type: 'geojson', data: outlineFeatures(outlines) },
      [POINTS]: { type: 'geojson', data: pointFeatures(points) },
      [LINES]: { type: 'geojson', data: lineFeatures(points) },
    },
    layers: [
      oceanLayer,
      ...types.flatMap(touchedLayers),
      ...outlineLayers,
      ...waterLayers,
      { id: 'province-borders', type: 'line', source: PROVINCES, 'source-layer': 'province', paint: { 'line-color': '#6a7380', 'line-width': 0.9, 'line-opacity': 0.75 } },
      townDots,
      ...labelLayers(language),
      ...pointLayers,
    ],
  };
}

/** Around the points that are there to be looked at, else around the outlines that come, else around the areas that are touched. */
function boxOf(map: MapLibre, { points, outlines, areas }: PreviewMapProps): Box | null {
  const shown = points.length > 0 ? points.flatMap(({ lngLat, declaredAt }) => (declaredAt === null ? [lngLat] : [lngLat, declaredAt])) : outlines.flatMap(({ rings }) => rings.flat());
  if (shown.length > 0) {
    const box: Box = [180, 90, -180, -90];
    for (const [lng, lat] of shown) {
      box[0] = Math.min(box[0], lng);
      box[1] = Math.min(box[1], lat);
      box[2] = Math.max(box[2], lng);
      box[3] = Math.max(box[3], lat);
    }
    return box;
  }
  const boxes = new Map<string, Box>();
  for (const { type } of areas) readAreaBoxes(map, type, boxes, sourceOf(type));
  const changing = areas.flatMap(({ codes }) => [...codes].filter(([, { changes }]) => changes).map(([code]) => code));
  return boxAround(boxes, changing) ?? boxAround(boxes, areas.flatMap(({ codes }) => [...codes.keys()]));
}

function setData(map: MapLibre, id: string, data: GeoJSON.FeatureCollection): void {
  const source = map.getSource(id);
  if (source?.type !== 'geojson') return;
  const geojson = source as typeof source & { setData: (data: GeoJSON.FeatureCollection) => unknown };
  geojson.setData(data);
}
