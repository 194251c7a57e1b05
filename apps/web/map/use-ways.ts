import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect } from 'react';
import { roomAround } from './room-around';
import { boxOfWays, drawWays, type DrawnPoint, type DrawnWay } from './way-layers';

/** No nearer than this: what lies beside a way is part of the answer. */
const NEAREST = 12;

/** Shorter than this on the screen, px, the bends of a way cannot be seen. */
const VISIBLE = 180;

/** Draws ways and points, and brings ways into sight that are not whole in it. */
export function useWays(map: MapLibre | null, drawn: boolean, ways: readonly DrawnWay[], points: readonly DrawnPoint[], margin: number): void {
  useEffect(() => {
    if (map) drawWays(map, ways, points);
  }, [map, ways, points]);
  useEffect(() => {
    const box = boxOfWays(ways.filter(({ main }) => main)) ?? boxOfWays(ways);
    if (!map || !drawn || box === null) return;
    const sight = map.getBounds();
    const isSeen = sight.contains([box[0], box[1]]) && sight.contains([box[2], box[3]]);
    const corner = map.project([box[0], box[3]]);
    const opposite = map.project([box[2], box[1]]);
    const isLarge = Math.hypot(opposite.x - corner.x, opposite.y - corner.y) >= VISIBLE;
    if (!isSeen || !isLarge) map.fitBounds(box, { padding: roomAround(map.getContainer(), margin * 2), maxZoom: NEAREST });
  }, [map, drawn, ways, margin]);
}
