import { locate } from '#analysis/polygon-index';
import type { AnalysisEvidence, AnalysisProgramme, AnalysisStructure } from '#db/stores/analysis-input';
import { type EvidenceHistory, NOTHING_KNOWN } from '#domain/evidence';
import type { Readiness } from '#domain/readiness';
import type { AreaType } from '#domain/records';
import { areaTypes } from '#domain/vocabularies/places';
import type { AreaSets } from './area-sets';
import { byText } from './by-text';
import { evidenceHistories } from './evidence-histories';

/** The structures of a data set; the number of one is its place here, by id. */
export interface Structures {
  readonly rows: readonly AnalysisStructure[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** NaN where the position is not known. */
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  /** `NOTHING_KNOWN` itself where nothing is. */
  readonly evidence: readonly EvidenceHistory[];
  /** By type: the area that each lies in, −1 where none is known. */
  readonly areaOf: Readonly<Record<AreaType, Int32Array>>;
}

/** Readiness as numbers, for the engines; `noCare` for what gives no clinical care, ready or not. */
export const READINESS = { ready: 0, notReady: 1, unknown: 2, noCare: 3 } as const;

/** Their codes, by number. */
export const READINESS_CODES: readonly Readiness[] = ['ready', 'notReady', 'unknown'];

/** Ready, or nobody knows: where it stands, nobody can say that there is no care. */
export const mayBeReady = (level: number | undefined): boolean => level === READINESS.ready || level === READINESS.unknown;

export function buildStructures(sets: AreaSets, given: readonly AnalysisStructure[], evidence: readonly AnalysisEvidence[], programmes: readonly AnalysisProgramme[]): Structures {
  const rows = [...given].sort((a, b) => byText(a.id, b.id));
  const lng = Float64Array.from(rows, ({ lngLat }) => lngLat?.[0] ?? NaN);
  const lat = Float64Array.from(rows, ({ lngLat }) => lngLat?.[1] ?? NaN);
  const areaOf = Object.fromEntries(areaTypes.codes.map((type) => [type, Int32Array.from(rows, (row) => areaOfStructure(sets, type, row))])) as Record<AreaType, Int32Array>;
  const histories = evidenceHistories(evidence, programmes);
  return { rows, numberOf: new Map(rows.map(({ id }, number) => [id, number])), lng, lat, evidence: rows.map(({ id }) => histories.get(id) ?? NOTHING_KNOWN), areaOf };
}

/** The database put structures into zones, territories and provinces when they came in; the other levels follow from outline or chain. */
function areaOfStructure(sets: AreaSets, type: AreaType, row: AnalysisStructure): number {
  switch (type) {
    case 'healthZone':
      return numberIn(sets, type, row.healthZoneCode);
    case 'territory':
      return numberIn(sets, type, row.territoryCode);
    case 'province':
      return numberIn(sets, type, row.provinceCode);
    case 'healthArea':
      return row.lngLat === null || !sets.healthArea.hasOutlines ? -1 : locate(sets.healthArea.index, row.lngLat[0], row.lngLat[1]);
    case 'country': {
      const province = numberIn(sets, 'province', row.provinceCode);
      return numberIn(sets, 'country', sets.province.areas[province]?.parentCode ?? null);
    }
  }
}

const numberIn = (sets: AreaSets, type: AreaType, code: string | null): number => (code === null ? -1 : (sets[type].numberOf.get(code) ?? -1));

/** The finest area that a structure is known to lie in, as level and number; null where not even a province is known. */
export function finestArea({ areaOf }: Structures, structure: number): { type: AreaType; number: number } | null {
  for (const type of ['healthZone', 'territory', 'province'] as const) {
    const number = areaOf[type][structure] ?? -1;
    if (number >= 0) return { type, number };
  }
  return null;
}

export const numbersWhere = (mask: Uint8Array, value: number): Int32Array => Int32Array.from(mask.keys()).filter((number) => mask[number] === value);
