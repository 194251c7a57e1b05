import { Marker } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import { groundStyle } from './ground-style';
import { SmallMapFrame } from './map-frame';
import { newMap, styleStands } from './new-map';
import { useMap, type MapProps } from './use-map';

interface Props extends MapProps {
  /** Longitude, latitude; null: none is chosen yet. */
  point: readonly [number, number] | null;
  onPick: (point: readonly [number, number]) => void;
  buttons: { zoomIn: string; zoomOut: string };
  /** Said until the map has been drawn. */
  drawing: string;
}
/** As near as a locality, where the point is known from the first. */
const NEAR = 8;

/** A map to tap on: the place of the tap is the answer. Zones and towns stand on it, to find one’s way. */
export default function PointMap(props: Props) {
  const { point, buttons, drawing } = props;
  const [drawn, setDrawn] = useState(false);
  const { container, map } = useMap(props, async (element, latest) => {
    const { point: first, language } = latest.current;
    const created = newMap(element, await groundStyle(language), first === null ? null : { lng: first[0], lat: first[1], zoom: NEAR });
    await styleStands(created);
    created.getCanvas().style.cursor = 'crosshair';
    created.on('click', ({ lngLat }) => latest.current.onPick([lngLat.lng, lngLat.lat]));
    created.once('idle', () => setDrawn(true));
    return created;
  });
  const lng = point?.[0];
  const lat = point?.[1];
  useEffect(() => {
    if (map === null || lng === undefined || lat === undefined) return;
    const marker = new Marker({ color: '#16202c' }).setLngLat([lng, lat]).addTo(map);
    return () => void marker.remove();
  }, [map, lng, lat]);
  return <SmallMapFrame map={map} container={container} drawn={drawn} buttons={buttons} drawing={drawing} />;
}
