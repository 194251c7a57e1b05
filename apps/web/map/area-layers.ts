import type { ExpressionSpecification, LayerSpecification, VectorSourceSpecification } from 'maplibre-gl';
import type { AreaType } from '#domain/records';
import { gapClasses } from '#domain/vocabularies/flags';
import { CLASS_STYLES, FORECAST_OPACITY, GROUND_OPACITY } from './class-styles';

/** What the page knows of one area, as feature state: changing it repaints without touching a tile. */
export interface AreaState {
  /** Class, or `none` for an area that cannot be classed. */
  readonly entry: (typeof gapClasses.codes)[number] | 'none';
  /** Switched off in the legend, or by the search. */
  readonly off: boolean;
  readonly populationUnknown: boolean;
  readonly aware: boolean;
}

export const AREAS = 'areas';
export const PROVINCES = 'provinces';

export const tileUrl = (layer: string, query = ''): string => `${window.location.origin}/api/tiles/${layer}/{z}/{x}/{y}.mvt${query === '' ? '' : `?${query}`}`;

export const areaTiles = (areaType: AreaType): string[] => [tileUrl(areaType)];

/** Tiles of one level of areas. Finer than zoom 10 the same outlines are drawn larger. */
export const areaSource = (areaType: AreaType): VectorSourceSpecification => ({ type: 'vector', tiles: areaTiles(areaType), minzoom: 0, maxzoom: 10, promoteId: { [areaType]: 'code' } });

export const structureTiles = (query: string): string[] => [tileUrl('structures', query)];

const state = (key: keyof AreaState | 'selected' | 'hovered' | 'marked'): ExpressionSpecification => ['feature-state', key];
const shown: ExpressionSpecification = ['all', ['!=', state('entry'), null], ['!', ['boolean', state('off'), false]]];
const isEntry = (code: string): ExpressionSpecification => ['all', ['==', state('entry'), code], shown];
const when = (condition: ExpressionSpecification, yes: number | ExpressionSpecification, no: number | ExpressionSpecification = 0): ExpressionSpecification => ['case', condition, yes, no];
const flag = (key: 'selected' | 'hovered' | 'marked' | 'aware' | 'populationUnknown'): ExpressionSpecification => ['boolean', state(key), false];

const colours = gapClasses.codes.flatMap((code) => [code, CLASS_STYLES[code].colour]);
const hatched = (hatch: 'rising' | 'falling'): ExpressionSpecification => ['any', ...gapClasses.codes.filter((code) => CLASS_STYLES[code].hatch === hatch).map(isEntry)];
/** An area outside the filters, or switched off: there, but saying nothing. */
const MUTE = '#fbfaf8';

/** Layers that are drawn only where somebody asked for them, or something is to be said: each pass over the whole map costs a frame. */
export const ON_DEMAND = { textures: ['area-texture-dots', 'area-texture-rings'], footprints: ['area-footprints'], populationUnknown: ['area-population-unknown'], forecast: ['area-forecast'] } as const;

/**
 * Fills: one ground coloured by class, then white between the stripes, once rising and once falling. Patterns are constant and only their
 * opacity follows the state, so that a class changes in one frame, with no tile worked anew.
 */
export function areaFills(areaType: AreaType): LayerSpecification[] {
  const from = { source: AREAS, 'source-layer': areaType } as const;
  const colour: ExpressionSpecification = ['match', ['coalesce', state('entry'), 'none'], ...(colours as [string, string]), MUTE];
  const pattern = (id: string, image: string, opacity: ExpressionSpecification, visible: boolean): LayerSpecification => ({
    id,
    type: 'fill',
    ...from,
    layout: { visibility: visible ? 'visible' : 'none' },
    paint: { 'fill-pattern': image, 'fill-opacity': opacity, 'fill-antialias': false },
  });
  return [
    { id: 'area-ground', type: 'fill', ...from, paint: { 'fill-color': ['case', shown, colour, MUTE], 'fill-opacity': ['case', isEntry('blindSpot'), CLASS_STYLES.blindSpot.opacity, shown, 0.96, 0.5], 'fill-antialias': false } },
    pattern('area-hatch-rising', 'hatch-rising', when(hatched('rising'), GROUND_OPACITY), true),
    pattern('area-hatch-falling', 'hatch-falling', when(hatched('falling'), GROUND_OPACITY), true),
    ...gapClasses.codes.flatMap((code): LayerSpecification[] => {
      const { texture } = CLASS_STYLES[code];
      return texture === null ? [] : [pattern(`area-texture-${texture}`, `texture-${texture}`, when(isEntry(code), 0.85), false)];
    }),
    pattern('area-population-unknown', 'population-unknown', when(['all', shown, flag('populationUnknown')], 0.9), false),
    pattern('area-forecast', 'forecast', when(shown, FORECAST_OPACITY), false),
  ];
}

const width = (at4: number, at9: number): ExpressionSpecification => ['interpolate', ['linear'], ['zoom'], 4, at4, 9, at9];

/** Each border once: their tiles bring them so, those of the provinces too, because each source that is drawn costs a frame the masks of its tiles. */
export const areaLines = (areaType: AreaType): LayerSpecification[] => [
  { id: 'area-borders', type: 'line', source: AREAS, 'source-layer': `${areaType}Borders`, paint: { 'line-color': '#ffffff', 'line-width': width(0.4, 1.6) } },
  { id: 'province-borders', type: 'line', source: AREAS, 'source-layer': 'provinceBorders', paint: { 'line-color': '#6a7380', 'line-width': width(0.7, 1.5), 'line-opacity': 0.75 } },
];

/** The layer of outlines. */
export const OUTLINE = 'area-outline';

const chosen: ExpressionSpecification = ['any', flag('marked'), flag('selected')];

/** Outlines that say something: footprints of awareness, what is selected or marked, what the pointer is on. */
export function areaOutlines(areaType: AreaType): LayerSpecification[] {
  const from = { source: AREAS, 'source-layer': areaType } as const;
  const round = { 'line-join': 'round' } as const;
  return [
    { id: 'area-footprints', type: 'line', ...from, layout: { ...round, visibility: 'none' }, paint: { 'line-color': '#16202c', 'line-width': when(flag('aware'), 1.3), 'line-offset': 1.6, 'line-dasharray': [2.4, 1.8] } },
    // Opacity 0 leaves the whole layer out; `drawOutlines` raises it while there is something to outline.
    { id: OUTLINE, type: 'line', ...from, layout: round, paint: { 'line-color': '#16202c', 'line-width': ['case', chosen, 2.4, flag('hovered'), 1.5, 0], 'line-opacity': 0 } },
  ];
}

export const areaNames = (areaType: AreaType): LayerSpecification => ({
  id: 'area-names',
  type: 'symbol',
  source: AREAS,
  'source-layer': `${areaType}Names`,
  minzoom: 8,
  layout: { 'text-field': ['get', 'name'], 'text-font': ['Inter Regular', 'Inter Variable'], 'text-size': 11, 'text-max-width': 7 },
  paint: { 'text-color': '#16202c', 'text-halo-color': 'rgba(255,255,255,0.85)', 'text-halo-width': 1.3, 'text-opacity': 0.9 },
});

const fill: ExpressionSpecification = ['case', ['==', ['get', 'readiness'], 'ready'], 'full', ['==', ['get', 'readiness'], 'unknown'], 'question', ['boolean', ['get', 'almostReady'], false], 'half', 'bar'];
const isUnknown: ExpressionSpecification = ['==', ['get', 'readiness'], 'unknown'];

/** Structures of which something is known always show; those that nobody has assessed give way to each other and to names. */
export const STRUCTURE_LAYERS = ['structures-unknown', 'structures-known'] as const;

/** Structures of these levels of readiness, in one of the two layers. */
export const structureFilter = (layer: (typeof STRUCTURE_LAYERS)[number], off: readonly string[]): ExpressionSpecification => ['all', layer === 'structures-unknown' ? isUnknown : ['!', isUnknown], ['!', ['in', ['get', 'readiness'], ['literal', [...off]]]]];

/** A ring around the structure whose detail is open. */
export const structureRing: LayerSpecification = {
  id: 'structure-chosen',
  type: 'circle',
  source: 'structures',
  'source-layer': 'structures',
  filter: ['==', ['get', 'id'], ''],
  paint: { 'circle-radius': 14, 'circle-color': 'rgba(255,255,255,0.75)', 'circle-stroke-color': '#16202c', 'circle-stroke-width': 2.4 },
};

export const structureLayers: readonly LayerSpecification[] = STRUCTURE_LAYERS.map((id) => ({
  id,
  type: 'symbol',
  source: 'structures',
  'source-layer': 'structures',
  filter: structureFilter(id, []),
  layout: {
    'icon-image': ['concat', ['get', 'type'], '-', fill],
    'icon-size': ['interpolate', ['linear'], ['zoom'], 5, 0.72, 8, 0.95, 12, 1.2],
    'icon-padding': 0,
    'icon-allow-overlap': id === 'structures-known' ? true : ['step', ['zoom'], false, 10, true],
    // Drawn in this order: the ready ones on top.
    'symbol-sort-key': ['match', ['get', 'readiness'], 'ready', 2, 'notReady', 1, 0],
  },
}));
