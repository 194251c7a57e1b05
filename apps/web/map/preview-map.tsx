import type { Map as MapLibre, StyleSpecification } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import type { AreaType } from '#domain/records';
import type { Language } from '../state/page-state';
import { loadInter } from '../styles/load-inter';
import { readAreaBoxes, boxAround, type Box } from './area-boxes';
import { areaSource, PROVINCES } from './area-layers';
import { basemapSources, labelLayers, landLayers, nameIn, townDots, waterLayers } from './basemap';
import { newMap, styleStands } from './new-map';
import { addPreviewImages, LINES, pointLayers, POINTS, sourceOf, touchedLayers, type PreviewPoint } from './preview-layers';
import './map.css';

export interface PreviewMapProps {
  points: readonly PreviewPoint[];
  /** Codes of the areas that the file touches, by type, coarsest first. `changes`: something would be added or changed there. */
  areas: readonly { readonly type: AreaType; readonly codes: ReadonlyMap<string, { readonly changes: boolean }> }[];
  /** Row that the list marks. */
  row: number | null;
  onRow: (row: number | null) => void;
  language: Language;
  label: string;
  buttons: { zoomIn: string; zoomOut: string };
  onFailed: (error: unknown) => void;
}

const MARGIN = 46;
/** No nearer than this: one point alone says nothing without what is around it. */
const NEAREST = 9;

const collection = (features: GeoJSON.Feature[]): GeoJSON.FeatureCollection => ({ type: 'FeatureCollection', features });
const pointOf = (lngLat: readonly [number, number], properties: GeoJSON.GeoJsonProperties): GeoJSON.Feature => ({ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [...lngLat] } });

const pointFeatures = (points: readonly PreviewPoint[]): GeoJSON.FeatureCollection => collection(points.map(({ row, label, lngLat, outcome, declaredAt }) => pointOf(lngLat, { row, label, outcome, flagged: declaredAt !== null })));

/** From where a point lies to where its file says that it should: a line, and a ring at its end. */
const lineFeatures = (points: readonly PreviewPoint[]): GeoJSON.FeatureCollection =>
  collection(
    points.flatMap(({ row, lngLat, declaredAt }): GeoJSON.Feature[] =>
      declaredAt === null ? [] : [{ type: 'Feature', properties: { row }, geometry: { type: 'LineString', coordinates: [[...lngLat], [...declaredAt]] } }, pointOf(declaredAt, { row })],
    ),
  );

/** Where a file’s points and areas lie, before anything is stored. It shows what it is given and decides nothing. */
export default function PreviewMap(props: PreviewMapProps) {
  const { points, row, language, label, buttons } = props;
  const container = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibre | null>(null);
  const [drawn, setDrawn] = useState(false);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let made: MapLibre | null = null;
    let gone = false;
    const start = async () => {
      await loadInter();
      const first = latest.current;
      const created = newMap(element, await styleOf(first), null);
      if (gone) {
        created.remove();
        return;
      }
      made = created;
      addPreviewImages(created);
      await styleStands(created);
      for (const { type, codes } of first.areas) for (const [code, { changes }] of codes) created.setFeatureState({ source: sourceOf(type), sourceLayer: type, id: code }, { touched: changes ? 2 : 1 });
      created.on('mousemove', 'preview-points', ({ features }) => latest.current.onRow(Number(features?.[0]?.properties['row'])));
      created.on('mouseleave', 'preview-points', () => latest.current.onRow(null));
      created.once('idle', () => {
        const around = boxOf(created, latest.current);
        if (around) created.fitBounds(around, { padding: MARGIN, maxZoom: NEAREST, duration: 0 });
        setDrawn(true);
      });
      setMap(created);
    };
    start().catch((error: unknown) => latest.current.onFailed(error));
    return () => {
      gone = true;
      made?.remove();
      setMap(null);
    };
  }, []);

  useEffect(() => {
    if (!map) return;
    setData(map, POINTS, pointFeatures(points));
    setData(map, LINES, lineFeatures(points));
  }, [map, points]);

  useEffect(() => {
    map?.setFilter('preview-marked', ['==', ['get', 'row'], row ?? -1]);
  }, [map, row]);

  useEffect(() => {
    for (const layer of ['lake-names', 'country-names', 'towns']) map?.setLayoutProperty(layer, 'text-field', nameIn(language));
    map?.getCanvas().setAttribute('aria-label', label);
  }, [map, language, label]);

  return (
    <div className="map-view" data-drawn={drawn}>
      <div ref={container} className="map-canvas" />
      <div className="map-buttons">
        <button type="button" aria-label={buttons.zoomIn} title={buttons.zoomIn} onClick={() => map?.zoomIn()}>
          +
        </button>
        <button type="button" aria-label={buttons.zoomOut} title={buttons.zoomOut} onClick={() => map?.zoomOut()}>
          −
        </button>
      </div>
    </div>
  );
}

async function styleOf({ areas, points, language }: PreviewMapProps): Promise<StyleSpecification> {
  const types = areas.map(({ type }) => type);
  return {
    version: 8,
    sources: {
      ...(await basemapSources()),
      [PROVINCES]: areaSource('province'),
      ...Object.fromEntries(types.map((type) => [sourceOf(type), areaSource(type)])),
      [POINTS]: { type: 'geojson', data: pointFeatures(points) },
      [LINES]: { type: 'geojson', data: lineFeatures(points) },
    },
    layers: [
      ...landLayers,
      ...types.flatMap(touchedLayers),
      ...waterLayers,
      { id: 'province-borders', type: 'line', source: PROVINCES, 'source-layer': 'province', paint: { 'line-color': '#6a7380', 'line-width': 0.9, 'line-opacity': 0.75 } },
      townDots,
      ...labelLayers(language),
      ...pointLayers,
    ],
  };
}

/** Around the points that are there to be looked at, else around the areas that are touched. */
function boxOf(map: MapLibre, { points, areas }: PreviewMapProps): Box | null {
  if (points.length > 0) {
    const box: Box = [180, 90, -180, -90];
    for (const { lngLat, declaredAt } of points) {
      for (const [lng, lat] of declaredAt === null ? [lngLat] : [lngLat, declaredAt]) {
        box[0] = Math.min(box[0], lng);
        box[1] = Math.min(box[1], lat);
        box[2] = Math.max(box[2], lng);
        box[3] = Math.max(box[3], lat);
      }
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
