import type { Map as MapLibre, MapMouseEvent, MapTouchEvent, PointLike } from 'maplibre-gl';
import type { Readiness } from '#domain/readiness';
import type { StructureType } from '#domain/records';
import type { LngLat } from '#domain/units';
import { STRUCTURE_LAYERS } from './area-layers';
import { MISSION_LAYER } from './mission-layers';
import type { MissionPhase } from './structure-shapes';
import { TRAINED_LAYER } from './trained-layers';

/** What the pointer meets, and where, in px from the corner of the map. */
export type MapHit = { readonly x: number; readonly y: number } & (
  | { readonly kind: 'mission'; readonly id: string; readonly title: string; readonly phase: MissionPhase; readonly start: string; readonly end: string; readonly radiusKm: number; readonly lngLat: LngLat }
  | { readonly kind: 'trained'; readonly code: string }
  | { readonly kind: 'area'; readonly code: string; readonly name: string }
  | { readonly kind: 'structure'; readonly id: string; readonly name: string; readonly type: StructureType; readonly readiness: Readiness }
);

/** A finger is wider than a point, px. */
const REACH = 5;

/** How long a finger rests before it means the point itself, ms; and how long after that a click is still the same touch. */
const LONG_PRESS = 550;
const SAME_TOUCH = 900;

/** A pointer that stands still for so long, ms, may be about to click. */
const AT_REST = 90;

export interface PointerTold {
  /** What lies under the pointer: figures of sessions before missions before structures before areas. */
  readonly onHit: (hit: MapHit | null) => void;
  /** What was clicked, and where on the ground; null: nothing but ground. */
  readonly onChoose: (hit: MapHit | null, at: LngLat) => void;
  /** What a click would choose, told ahead of it: the pointer rests on it, or presses it already. */
  readonly onAim: (hit: MapHit, pressed: boolean) => void;
  /** A point that was meant whatever lies there: a long press, or the other button of the mouse. */
  readonly onPlace: (at: LngLat) => void;
}

/** Tells what the pointer meets on a map, and what it chooses. */
export function followPointer(map: MapLibre, { onHit, onChoose, onAim, onPlace }: PointerTold): void {
  const hitAt = ({ point: { x, y } }: MapMouseEvent | MapTouchEvent): MapHit | null => {
    const around: [PointLike, PointLike] = [[x - REACH, y - REACH], [x + REACH, y + REACH]];
    const trained = map.queryRenderedFeatures([x, y], { layers: [TRAINED_LAYER] })[0]?.properties;
    if (trained) return { kind: 'trained', x, y, code: String(trained['code']) };
    const mission = map.queryRenderedFeatures(around, { layers: [MISSION_LAYER] })[0];
    if (mission?.geometry.type === 'Point') {
      const { id, title, phase, start, end, radiusKm } = mission.properties as Record<string, unknown>;
      const [lng, lat] = mission.geometry.coordinates;
      return { kind: 'mission', x, y, id: String(id), title: String(title), phase: phase as MissionPhase, start: String(start), end: String(end), radiusKm: Number(radiusKm), lngLat: [Number(lng), Number(lat)] };
    }
    const structure = map.queryRenderedFeatures(around, { layers: [...STRUCTURE_LAYERS] })[0]?.properties;
    if (structure) return { kind: 'structure', x, y, id: String(structure['id']), name: String(structure['name']), type: structure['type'] as StructureType, readiness: structure['readiness'] as Readiness };
    const area = map.queryRenderedFeatures([x, y], { layers: ['area-ground'] })[0]?.properties;
    return area ? { kind: 'area', x, y, code: String(area['code']), name: String(area['name']) } : null;
  };
  let aiming = 0;
  map.on('mousemove', (event) => {
    const hit = hitAt(event);
    map.getCanvas().style.cursor = hit ? 'pointer' : '';
    onHit(hit);
    window.clearTimeout(aiming);
    if (hit) aiming = window.setTimeout(() => onAim(hit, false), AT_REST);
  });
  const press = (event: MapMouseEvent | MapTouchEvent) => {
    window.clearTimeout(aiming);
    const hit = hitAt(event);
    if (hit) onAim(hit, true);
  };
  map.on('mousedown', press);
  map.on('mouseout', () => {
    window.clearTimeout(aiming);
    onHit(null);
  });
  map.on('movestart', () => onHit(null));
  let placedAt = Number.NEGATIVE_INFINITY;
  const place = ({ lngLat: { lng, lat } }: MapMouseEvent | MapTouchEvent) => {
    placedAt = performance.now();
    onPlace([lng, lat]);
  };
  map.on('click', (event) => {
    if (performance.now() - placedAt > SAME_TOUCH) onChoose(hitAt(event), [event.lngLat.lng, event.lngLat.lat]);
  });
  map.on('contextmenu', (event) => {
    if (performance.now() - placedAt > SAME_TOUCH) place(event);
  });
  let resting = 0;
  const lift = () => window.clearTimeout(resting);
  map.on('touchstart', (event) => {
    lift();
    if (event.points.length !== 1) return;
    press(event);
    resting = window.setTimeout(() => place(event), LONG_PRESS);
  });
  map.on('touchend', lift);
  map.on('touchcancel', lift);
  // A finger that moves the map does not rest; trembling does not move it.
  map.on('movestart', lift);
  map.on('remove', lift);
}
