import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { AreaType } from '#domain/records';
import type { AreaState } from './area-layers';
import { applyAreaStates, markAreas } from './area-states';
import type { FrameHold } from './hold-frames';

/**
 * Keeps the areas of the map as the page says they are, in the same frame as the page; frames that wait for them go on. Marks the moment at which new
 * colours stand on the screen.
 */
export function useAreaStates(map: MapLibre | null, areaType: AreaType, states: ReadonlyMap<string, AreaState>, frames: RefObject<FrameHold | null>): void {
  const shown = useRef<ReadonlyMap<string, AreaState>>(new Map());
  useLayoutEffect(() => {
    if (!map) return;
    applyAreaStates(map, areaType, shown.current, states);
    frames.current?.release();
    // The library says that a frame is asked for, not that it is there: the next task comes after it.
    map.once('render', () => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => performance.mark('map.recoloured');
      port2.postMessage(null);
    });
    shown.current = states;
  }, [map, areaType, states, frames]);
}

/** Keeps a mark on these areas (codes joined by commas), and on no other. */
export function useMark(map: MapLibre | null, areaType: AreaType, mark: 'selected' | 'hovered' | 'marked', codes: string | null): void {
  const before = useRef<readonly string[]>([]);
  useEffect(() => {
    if (!map) return;
    const after = codes === null ? [] : codes.split(',');
    markAreas(map, areaType, mark, before.current, after);
    before.current = after;
  }, [map, areaType, mark, codes]);
}
