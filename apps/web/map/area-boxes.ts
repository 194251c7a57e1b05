import type { Map as MapLibre } from 'maplibre-gl';
import type { AreaType } from '#domain/records';
import { AREAS } from './area-layers';

/** West, south, east, north in degrees. */
export type Box = [number, number, number, number];

const visit = (coordinates: unknown, box: Box): void => {
  if (!Array.isArray(coordinates)) return;
  const [x, y] = coordinates as unknown[];
  if (typeof x === 'number' && typeof y === 'number') {
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  } else for (const part of coordinates) visit(part, box);
};

/** Widens the boxes known so far by what the tiles now loaded show of each area. */
export function readAreaBoxes(map: MapLibre, areaType: AreaType, boxes: Map<string, Box>, source: string = AREAS): void {
  for (const { id, geometry } of map.querySourceFeatures(source, { sourceLayer: areaType })) {
    if (geometry.type === 'GeometryCollection') continue;
    const code = String(id);
    const box = boxes.get(code) ?? [180, 90, -180, -90];
    visit(geometry.coordinates, box);
    boxes.set(code, box);
  }
}

/** The box around these areas; null where none of them was seen yet. */
export function boxAround(boxes: ReadonlyMap<string, Box>, codes: Iterable<string>): Box | null {
  let around: Box | null = null;
  for (const code of codes) {
    const box = boxes.get(code);
    if (box === undefined) continue;
    around = around === null ? box : [Math.min(around[0], box[0]), Math.min(around[1], box[1]), Math.max(around[2], box[2]), Math.max(around[3], box[3])];
  }
  return around;
}
