import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Language } from '../state/page-state';
import { loadInter } from '../styles/load-inter';
import { nameIn } from './basemap';

export interface MapProps {
  readonly language: Language;
  /** What a screen reader says of the map. */
  readonly label: string;
  readonly onFailed: (error: unknown) => void;
}

/** The newest properties, for what the map calls long after it was made. */
type Latest<Props> = Readonly<RefObject<Props>>;

/**
 * One map for as long as a component stands: made by `make` once the letters are there, taken down with the component, also if it was
 * still being made by then. Names follow the language. `map` is null until its style stands.
 */
export function useMap<Props extends MapProps>(props: Props, make: (element: HTMLElement, latest: Latest<Props>) => Promise<MapLibre>) {
  const { language, label } = props;
  const container = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibre | null>(null);
  const latest = useRef(props);
  const maker = useRef(make);
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
      made = await maker.current(element, latest);
      if (gone) made.remove();
      else setMap(made);
    };
    start().catch((error: unknown) => latest.current.onFailed(error));
    return () => {
      gone = true;
      made?.remove();
      setMap(null);
    };
  }, []);

  useEffect(() => {
    for (const layer of ['lake-names', 'country-names', 'towns']) map?.setLayoutProperty(layer, 'text-field', nameIn(language));
    map?.getCanvas().setAttribute('aria-label', label);
  }, [map, language, label]);

  return { container, map, latest };
}
