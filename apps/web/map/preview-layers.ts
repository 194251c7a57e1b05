import type { ExpressionSpecification, LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import type { AreaType } from '#domain/records';
import { OUTCOME_PATHS, OUTCOMES, type Outcome } from './outcome-paths';

/** One point of the file. `declaredAt`: where its declared area is, for one that lies outside it. */
export interface PreviewPoint {
  readonly row: number;
  readonly label: string;
  readonly lngLat: readonly [number, number];
  readonly outcome: Outcome;
  readonly declaredAt: readonly [number, number] | null;
}

/** An outline that the file brings, as outer rings. */
export interface PreviewOutline {
  readonly row: number;
  readonly label: string;
  readonly rings: readonly (readonly (readonly [number, number])[])[];
}

export const OUTLINES = 'preview-outlines';
export const POINTS = 'preview-points';
export const LINES = 'preview-lines';
export const sourceOf = (type: AreaType): string => `preview-${type}`;

const INK = '#16202c';
const AMBER = '#b36d0a';

/** Areas that the file touches: the darker, the more certain that something changes there. */
export const touchedLayers = (type: AreaType): LayerSpecification[] => {
  const from = { source: sourceOf(type), 'source-layer': type } as const;
  const touched: ExpressionSpecification = ['coalesce', ['feature-state', 'touched'], 0];
  return [
    { id: `${sourceOf(type)}-fill`, type: 'fill', ...from, paint: { 'fill-color': INK, 'fill-opacity': ['match', touched, 2, 0.15, 1, 0.05, 0], 'fill-antialias': false } },
    { id: `${sourceOf(type)}-line`, type: 'line', ...from, paint: { 'line-color': ['match', touched, 2, INK, '#a9a49a'], 'line-width': ['match', touched, 2, 0.9, 0.5], 'line-opacity': 0.7 } },
  ];
};

/** Layers that are filtered to the row that the list marks. */
export const MARKED = ['preview-outline-marked', 'preview-marked'] as const;

/** Outlines that are not stored yet look like areas in which something changes: that is what they are. */
export const outlineLayers: readonly LayerSpecification[] = [
  { id: 'preview-outline-fill', type: 'fill', source: OUTLINES, paint: { 'fill-color': INK, 'fill-opacity': 0.15, 'fill-antialias': false } },
  { id: 'preview-outline-line', type: 'line', source: OUTLINES, paint: { 'line-color': INK, 'line-width': 0.9, 'line-opacity': 0.7 } },
  { id: 'preview-outline-marked', type: 'line', source: OUTLINES, filter: ['==', ['get', 'row'], -1], paint: { 'line-color': INK, 'line-width': 2.4 } },
];

const outcome: ExpressionSpecification = ['get', 'outcome'];
const size = (at5: number, at10: number): ExpressionSpecification => ['interpolate', ['linear'], ['zoom'], 5, at5, 10, at10];

/** Points by what would become of them: full, half, hollow, crossed. Signs, not colours, so that a grey print says the same. */
export const pointLayers: readonly LayerSpecification[] = [
  { id: 'preview-declared-line', type: 'line', source: LINES, paint: { 'line-color': AMBER, 'line-width': size(1, 2), 'line-dasharray': [2, 1.4] } },
  { id: 'preview-declared', type: 'circle', source: LINES, filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': size(3, 5), 'circle-color': '#fff', 'circle-stroke-color': AMBER, 'circle-stroke-width': 1.8 } },
  { id: 'preview-flag', type: 'circle', source: POINTS, filter: ['get', 'flagged'], paint: { 'circle-radius': size(5, 10), 'circle-color': 'rgba(251,233,204,0.85)', 'circle-stroke-color': AMBER, 'circle-stroke-width': 1.8 } },
  {
    id: 'preview-points',
    type: 'symbol',
    source: POINTS,
    layout: { 'icon-image': ['concat', 'preview-', outcome], 'icon-size': size(0.62, 1.15), 'icon-allow-overlap': true, 'icon-padding': 0, 'symbol-sort-key': ['match', outcome, 'refused', 3, 'changed', 2, 'added', 1, 0] },
  },
  { id: 'preview-marked', type: 'circle', source: POINTS, filter: ['==', ['get', 'row'], -1], paint: { 'circle-radius': 12, 'circle-color': 'rgba(255,255,255,0)', 'circle-stroke-color': INK, 'circle-stroke-width': 2.4 } },
];

const SIDE = 14;
const RATIO = 2;

export function addPreviewImages(map: MapLibre): void {
  for (const code of OUTCOMES) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = SIDE * RATIO;
    const brush = canvas.getContext('2d');
    if (!brush) throw new Error('canvas 2d: no context; expected one');
    brush.scale(RATIO, RATIO);
    const outline = new Path2D(OUTCOME_PATHS[code].outline);
    brush.lineCap = 'round';
    brush.strokeStyle = '#fff';
    brush.lineWidth = 4;
    brush.stroke(outline);
    brush.fillStyle = '#fff';
    brush.fill(outline);
    brush.fillStyle = INK;
    brush.fill(new Path2D(OUTCOME_PATHS[code].filled));
    brush.strokeStyle = code === 'unchanged' ? '#6a7380' : INK;
    brush.lineWidth = 1.5;
    brush.stroke(outline);
    map.addImage(`preview-${code}`, brush.getImageData(0, 0, canvas.width, canvas.height), { pixelRatio: RATIO });
  }
}
