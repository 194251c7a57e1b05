import type { MultiPolygonCoords } from '#analysis/area-edges';
import { buildPolygonIndex, type PolygonIndex } from '#analysis/polygon-index';
import type { AnalysisArea } from '#db/stores/analysis-input';
import type { AreaType } from '#domain/records';
import { areaTypes } from '#domain/vocabularies/places';
import { byText } from './by-text';

/** All areas of one type, by code. The number of an area is its place here. */
export interface AreaSet {
  readonly type: AreaType;
  readonly areas: readonly AnalysisArea[];
  readonly numberOf: ReadonlyMap<string, number>;
  readonly outlines: readonly (MultiPolygonCoords | null)[];
  readonly index: PolygonIndex;
  readonly hasOutlines: boolean;
}
export type AreaSets = Readonly<Record<AreaType, AreaSet>>;

export const buildAreaSets = (areas: readonly AnalysisArea[]): AreaSets =>
  Object.fromEntries(areaTypes.codes.map((type) => [type, buildAreaSet(type, areas)])) as unknown as AreaSets;

function buildAreaSet(type: AreaType, all: readonly AnalysisArea[]): AreaSet {
  const areas = all.filter((area) => area.type === type).sort((a, b) => byText(a.code, b.code));
  const outlines = areas.map(({ geojson }) => (geojson === null ? null : (JSON.parse(geojson) as { coordinates: MultiPolygonCoords }).coordinates));
  return {
    type,
    // The text has served; kept, it would double what the outlines weigh.
    areas: areas.map((area) => ({ ...area, geojson: null })),
    numberOf: new Map(areas.map(({ code }, number) => [code, number])),
    outlines,
    index: buildPolygonIndex(outlines),
    hasOutlines: outlines.some((outline) => outline !== null),
  };
}

/** Levels at which people may be placed, the finest first: the first that has boundaries. */
const BASE_LEVELS: readonly AreaType[] = ['healthZone', 'territory', 'province'];

/** The level at which people are placed (decision 0005). */
export const baseLevelOf = (sets: AreaSets): AreaType => BASE_LEVELS.find((type) => sets[type].hasOutlines) ?? 'healthZone';

/** Name of a province by its code; null where it is not loaded. */
export function provinceName(sets: AreaSets, code: string | null): string | null {
  const number = code === null ? undefined : sets.province.numberOf.get(code);
  return number === undefined ? null : (sets.province.areas[number]?.name ?? null);
}
