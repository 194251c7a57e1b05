import type { ExpressionSpecification, LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import { PROVINCES } from './area-layers';
import { show } from './area-states';

export const TRAINED_LAYER = 'trained';

/** What stands at one province: who was trained there, over who was planned. */
export interface TrainedMark {
  readonly code: string;
  readonly text: string;
  /** No session for months: a broken outline. */
  readonly without: boolean;
}

const code: ExpressionSpecification = ['get', 'code'];

/** Outlined labels at the point inside each province, over everything: a figure, no fill, so that the classes stay readable below. */
export const trainedLayer: LayerSpecification = {
  id: TRAINED_LAYER,
  type: 'symbol',
  source: PROVINCES,
  'source-layer': 'provinceNames',
  filter: ['in', code, ['literal', []]],
  layout: {
    visibility: 'none',
    'text-font': ['Inter Regular', 'Inter Variable'],
    'text-size': ['interpolate', ['linear'], ['zoom'], 4, 10, 7, 12.5],
    'text-allow-overlap': true,
    'text-max-width': 30,
    'icon-allow-overlap': true,
    'icon-text-fit': 'both',
    'icon-text-fit-padding': [2, 5, 2, 5],
  },
  paint: { 'text-color': '#16202c' },
};

/** The layout that says these marks, and no other. */
export function trainedLayout(marks: readonly TrainedMark[]): { filter: ExpressionSpecification; text: ExpressionSpecification | string; image: ExpressionSpecification } {
  const codes = marks.map((mark) => mark.code);
  const texts = marks.flatMap((mark) => [mark.code, mark.text]);
  const without = marks.filter((mark) => mark.without).map((mark) => mark.code);
  return {
    filter: ['in', code, ['literal', codes]],
    text: marks.length === 0 ? '' : ['match', code, ...(texts as [string, string]), ''],
    image: ['case', ['in', code, ['literal', without]], 'trained-without', 'trained-held'],
  };
}

/** Draws these marks and no other. */
export function drawTrained(map: MapLibre, marks: readonly TrainedMark[]): void {
  show(map, [TRAINED_LAYER], marks.length > 0);
  const { filter, text, image } = trainedLayout(marks);
  map.setFilter(TRAINED_LAYER, filter);
  map.setLayoutProperty(TRAINED_LAYER, 'text-field', text);
  map.setLayoutProperty(TRAINED_LAYER, 'icon-image', image);
}
