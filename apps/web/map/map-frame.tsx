import type { Map as MapLibre } from 'maplibre-gl';
import type { ReactNode, RefObject } from 'react';
import './map.css';

interface Props {
  container: RefObject<HTMLDivElement | null>;
  drawn: boolean;
  buttons: { zoomIn: string; zoomOut: string };
  onZoom: (direction: 'in' | 'out') => void;
  /** Further buttons below the two. */
  children?: ReactNode;
}

/** Where a map is drawn, with its buttons; out of sight until there is something to see. */
export function MapFrame({ container, drawn, buttons, onZoom, children }: Props) {
  return (
    <div className="map-view" data-drawn={drawn}>
      <div ref={container} className="map-canvas" />
      <div className="map-buttons">
        <button type="button" aria-label={buttons.zoomIn} title={buttons.zoomIn} onClick={() => onZoom('in')}>
          +
        </button>
        <button type="button" aria-label={buttons.zoomOut} title={buttons.zoomOut} onClick={() => onZoom('out')}>
          −
        </button>
        {children}
      </div>
    </div>
  );
}

interface SmallProps extends Pick<Props, 'container' | 'drawn' | 'buttons'> {
  map: MapLibre | null;
  /** Said until the map has been drawn. */
  drawing: string;
}

/** A map within a form or a file: with words until there is something to see. */
export function SmallMapFrame({ map, drawing, ...frame }: SmallProps) {
  return (
    <>
      {frame.drawn ? null : (
        <p className="map-words" role="status">
          {drawing}
        </p>
      )}
      <MapFrame {...frame} onZoom={(direction) => (direction === 'in' ? map?.zoomIn() : map?.zoomOut())} />
    </>
  );
}
