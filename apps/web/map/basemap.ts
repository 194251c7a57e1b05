import type { Feature, FeatureCollection, Point } from 'geojson';
import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import { feature, merge, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Language } from '../state/page-state';
import countriesUrl from './basemap-data/countries.json?url';
import lakesUrl from './basemap-data/lakes.json?url';
import townsUrl from './basemap-data/towns.json?url';

/** Ground, water and lines of the built-in basemap: quieter than any class. */
export const GROUND = { water: '#cfe0ea', land: '#f0eee9', lakeLine: '#a8c3d3', country: '#8f8b82', label: '#2b3644', quietLabel: '#6b7480', lakeLabel: '#4a7187' } as const;

const BASEMAP = 'basemap';

const isKind = (kind: string): ExpressionSpecification => ['==', ['get', 'kind'], kind];

interface Named {
  fr: string | null;
  en: string | null;
  label: [number, number] | null;
}

const get = async <Shape>(url: string): Promise<Shape> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`basemap ${url}: status ${response.status}; expected 200`);
  return (await response.json()) as Shape;
};

const points = (features: readonly { properties: Named }[]): FeatureCollection<Point> => ({
  type: 'FeatureCollection',
  features: features.flatMap(({ properties }) => (properties.label && properties.fr !== null ? [{ type: 'Feature' as const, properties: { fr: properties.fr, en: properties.en }, geometry: { type: 'Point' as const, coordinates: properties.label } }] : [])),
});

/** The view never leaves this box, degrees. */
const SEA_BOX = [[-40, -50], [75, -50], [75, 50], [-40, 50], [-40, -50]];

/** Sea is what no country covers. Drawn as such, it costs the few pixels of a coast; land drawn over a blue ground cost the whole map. */
function oceanAround(land: GeoJSON.MultiPolygon): GeoJSON.Polygon {
  return { type: 'Polygon', coordinates: [SEA_BOX, ...land.coordinates.flatMap(([outline]) => (outline ? [outline] : []))] };
}

const ofKind = (kind: string, { features }: FeatureCollection): Feature[] => features.map((one) => ({ ...one, properties: { ...one.properties, kind } }));

/**
 * Deepest zoom at which the basemap is cut into tiles; nearer than that its whole outlines are drawn larger. Each tile of each source that is
 * drawn costs a frame its own mask, so there is one source, of few tiles.
 */
const CUT_TO = 6;

/** The source of the built-in basemap. It needs no internet: three small files of this project. */
export async function basemapSources(): Promise<Record<string, SourceSpecification>> {
  const [topology, lakes, towns] = await Promise.all([get<Topology<{ countries: GeometryCollection<Named> }>>(countriesUrl), get<FeatureCollection<GeoJSON.Polygon, Named>>(lakesUrl), get<FeatureCollection>(townsUrl)]);
  const countries = feature(topology, topology.objects.countries);
  const single = (geometry: GeoJSON.Geometry): FeatureCollection => ({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry }] });
  const features = [
    ...ofKind('ocean', single(oceanAround(merge(topology, topology.objects.countries.geometries.filter((one) => one.type === 'Polygon' || one.type === 'MultiPolygon'))))),
    ...ofKind('lake', lakes),
    // Each border once: neighbours share it.
    ...ofKind('border', single(mesh(topology, topology.objects.countries, (one, other) => one !== other))),
    ...ofKind('countryName', points(countries.features)),
    ...ofKind('lakeName', points(lakes.features)),
    ...ofKind('town', towns),
  ];
  return { [BASEMAP]: { type: 'geojson', data: { type: 'FeatureCollection', features }, tolerance: 0.7, maxzoom: CUT_TO } };
}

/** The lowest layer: an island that the basemap does not know is drawn over it. Land has no layer: the colour below the map is seen. */
export const oceanLayer: LayerSpecification = { id: 'ocean', type: 'fill', source: BASEMAP, filter: isKind('ocean'), paint: { 'fill-color': GROUND.water, 'fill-antialias': false } };

/** Lakes lie in areas, and over them. The shores smooth their edges: to smooth them twice cost a pass over the map. */
export const waterLayers: readonly LayerSpecification[] = [
  { id: 'lakes', type: 'fill', source: BASEMAP, filter: isKind('lake'), paint: { 'fill-color': GROUND.water, 'fill-antialias': false } },
  { id: 'lake-shores', type: 'line', source: BASEMAP, filter: isKind('lake'), paint: { 'line-color': GROUND.lakeLine, 'line-width': 0.7 } },
  { id: 'borders', type: 'line', source: BASEMAP, filter: isKind('border'), layout: { 'line-join': 'round' }, paint: { 'line-color': GROUND.country, 'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.8, 9, 1.6] } },
];

/** MapLibre draws text with the page’s own font where the style has no glyphs; the weight is read from the first name. */
const regular = ['Inter Regular', 'Inter Variable'];
const semibold = ['Inter Semibold', 'Inter Variable'];

export const nameIn = (language: Language): ['get', string] => ['get', language];

/** Larger towns from far, smaller ones from near. */
const townsAt: ExpressionSpecification = ['all', isKind('town'), ['<=', ['get', 'rank'], ['step', ['zoom'], 1, 5, 2, 7, 3, 8, 4]]];

/** Under the signs of structures: the hospital of a town stands where the town does. */
export const townDots: LayerSpecification = {
  id: 'town-dots',
  type: 'circle',
  source: BASEMAP,
  filter: townsAt,
  paint: { 'circle-radius': 2.4, 'circle-color': '#ffffff', 'circle-stroke-color': GROUND.label, 'circle-stroke-width': 1.3 },
};

export const labelLayers = (language: Language): LayerSpecification[] => [
  {
    id: 'lake-names',
    type: 'symbol',
    source: BASEMAP,
    filter: isKind('lakeName'),
    minzoom: 5.5,
    layout: { 'text-field': nameIn(language), 'text-font': regular, 'text-size': 11, 'text-max-width': 6 },
    paint: { 'text-color': GROUND.lakeLabel, 'text-halo-color': GROUND.water, 'text-halo-width': 1 },
  },
  {
    id: 'country-names',
    type: 'symbol',
    source: BASEMAP,
    filter: isKind('countryName'),
    maxzoom: 8,
    layout: { 'text-field': nameIn(language), 'text-font': regular, 'text-size': 11.5, 'text-letter-spacing': 0.08, 'text-transform': 'uppercase', 'text-max-width': 7 },
    paint: { 'text-color': GROUND.quietLabel, 'text-halo-color': GROUND.land, 'text-halo-width': 1.2 },
  },
  {
    id: 'towns',
    type: 'symbol',
    source: BASEMAP,
    filter: townsAt,
    layout: {
      'text-field': nameIn(language),
      'text-font': semibold,
      'text-size': ['interpolate', ['linear'], ['zoom'], 5, 10.5, 9, 12],
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 0.55,
      'text-justify': 'auto',
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: { 'text-color': GROUND.label, 'text-halo-color': 'rgba(255,255,255,0.92)', 'text-halo-width': 1.4 },
  },
];
