import type { ExpressionSpecification, LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import { drawFeatures, LEFT_OUT } from './drawn-features';
import { BANDS } from './isochrone-styles';

export const ISOCHRONES = 'isochrones';

/** Where ready care is within so many minutes; each holds the shorter ones. */
export interface DrawnBand {
  readonly minutes: number;
  readonly geometry: GeoJSON.MultiPolygon;
}

const minutes: ExpressionSpecification = ['get', 'minutes'];
const [first, ...further] = BANDS;
const colour = ['step', minutes, first.colour, ...BANDS.slice(0, -1).flatMap((band, index) => [band.minutes + 1, further[index]?.colour ?? ''])] as unknown as ExpressionSpecification;

/** Between the classes, which turn pale below, and the outlines of the areas: bands, their edges, and on each edge its minutes. */
export const isochroneLayers: readonly LayerSpecification[] = [
  { id: 'isochrone-veil', type: 'background', layout: LEFT_OUT, paint: { 'background-color': '#fff', 'background-opacity': 0.62 } },
  { id: 'isochrone-bands', type: 'fill', source: ISOCHRONES, layout: { ...LEFT_OUT, 'fill-sort-key': ['-', 0, minutes] }, paint: { 'fill-color': colour, 'fill-opacity': 0.88, 'fill-antialias': false } },
  { id: 'isochrone-edges', type: 'line', source: ISOCHRONES, layout: LEFT_OUT, paint: { 'line-color': '#3b3160', 'line-width': 0.7, 'line-opacity': 0.7 } },
];

/** Minutes along the edges, so that a band can be read where its colour cannot. */
export const isochroneLabels: LayerSpecification = {
  id: 'isochrone-labels',
  type: 'symbol',
  source: ISOCHRONES,
  minzoom: 7,
  layout: { ...LEFT_OUT, 'symbol-placement': 'line', 'symbol-spacing': 260, 'text-field': ['concat', ['to-string', minutes], ' min'], 'text-font': ['Inter Regular', 'Inter Variable'], 'text-size': 10.5, 'text-padding': 6 },
  paint: { 'text-color': '#3b3160', 'text-halo-color': 'rgba(255,255,255,0.9)', 'text-halo-width': 1.4 },
};

const LAYERS = [...isochroneLayers, isochroneLabels];

/** Draws these bands and no other; none: the classes stand alone again. */
export function drawIsochrones(map: MapLibre, bands: readonly DrawnBand[]): void {
  const features = bands.map((band): GeoJSON.Feature => ({ type: 'Feature', properties: { minutes: band.minutes }, geometry: band.geometry }));
  drawFeatures(map, ISOCHRONES, LAYERS, features);
}
