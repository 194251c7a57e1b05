import type { GeoJSONSource, LayerSpecification } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import type { LngLat } from '#domain/units';
import { boxAround, readAreaBoxes, type Box } from './area-boxes';
import { groundStyle, ZONES } from './ground-style';
import { SmallMapFrame } from './map-frame';
import { newMap, styleStands } from './new-map';
import { useMap, type MapProps } from './use-map';

interface Props extends MapProps {
  /** Corners of the outline in their order, without the first one again. */
  corners: readonly LngLat[];
  onCorner: (corner: LngLat) => void;
  buttons: { zoomIn: string; zoomOut: string };
  /** Said until the map has been drawn. */
  drawing: string;
}
const OUTLINE = 'outline';
const INK = '#16202c';
const MARGIN = 40;
const NEAREST = 10;
const OUTLINE_LAYERS: readonly LayerSpecification[] = [
  { id: 'outline-fill', type: 'fill', source: OUTLINE, filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': INK, 'fill-opacity': 0.16 } },
  { id: 'outline-line', type: 'line', source: OUTLINE, filter: ['==', ['geometry-type'], 'LineString'], paint: { 'line-color': INK, 'line-width': 2 } },
  { id: 'outline-corners', type: 'circle', source: OUTLINE, filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': 5, 'circle-color': '#fff', 'circle-stroke-color': INK, 'circle-stroke-width': 2 } },
];

/** The outline as far as it goes: its area, its line, its corners. */
function outlineOf(corners: readonly LngLat[]): GeoJSON.FeatureCollection {
  const positions = corners.map((corner) => [...corner]);
  const closed = positions.length > 2 ? [...positions, positions[0] ?? []] : positions;
  const feature = (geometry: GeoJSON.Geometry): GeoJSON.Feature => ({ type: 'Feature', properties: {}, geometry });
  return {
    type: 'FeatureCollection',
    features: [
      ...(positions.length > 2 ? [feature({ type: 'Polygon', coordinates: [closed] })] : []),
      ...(positions.length > 1 ? [feature({ type: 'LineString', coordinates: closed })] : []),
      ...positions.map((position) => feature({ type: 'Point', coordinates: position })),
    ],
  };
}

/** A map on which an outline is drawn: each tap adds a corner. Zones and towns stand on it, to find one’s way. */
export default function OutlineMap(props: Props) {
  const { corners, buttons, drawing } = props;
  const [drawn, setDrawn] = useState(false);
  const { container, map } = useMap(props, async (element, latest) => {
    const { corners: first, language } = latest.current;
    const created = newMap(element, await groundStyle(language, { [OUTLINE]: { type: 'geojson', data: outlineOf(first) } }, OUTLINE_LAYERS), null);
    await styleStands(created);
    created.getCanvas().style.cursor = 'crosshair';
    created.on('click', ({ lngLat }) => latest.current.onCorner([lngLat.lng, lngLat.lat]));
    created.once('idle', () => {
      const boxes = new Map<string, Box>();
      readAreaBoxes(created, 'healthZone', boxes, ZONES);
      const around = first.length > 1 ? null : boxAround(boxes, boxes.keys());
      if (around) created.fitBounds(around, { padding: MARGIN / 2, duration: 0 });
      setDrawn(true);
    });
    return created;
  });
  useEffect(() => {
    void map?.getSource<GeoJSONSource>(OUTLINE)?.setData(outlineOf(corners));
  }, [map, corners]);
  // An outline that was there already is brought into sight once; one that is being drawn stays where the hand is.
  const first = useRef(corners);
  useEffect(() => {
    const known = first.current;
    if (!map || known.length < 2) return;
    const lngs = known.map(([lng]) => lng);
    const lats = known.map(([, lat]) => lat);
    map.fitBounds([Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)], { padding: MARGIN, maxZoom: NEAREST, duration: 0 });
  }, [map]);
  return <SmallMapFrame map={map} container={container} drawn={drawn} buttons={buttons} drawing={drawing} />;
}
