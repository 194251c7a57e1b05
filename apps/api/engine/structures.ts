import { locate } from '#analysis/polygon-index';
import type { AnalysisEvidence, AnalysisStructure } from '#db/stores/analysis-input';
import type { CareStandard } from '#domain/care-standard';
import type { IsoDate } from '#domain/dates';
import { type Evidence, isAlmostReady, lapse, readiness, type ReadinessResult } from '#domain/readiness';
import type { AreaType } from '#domain/records';
import { mayGiveCare } from '#domain/structure-rules';
import { areaTypes } from '#domain/vocabularies/places';
import type { AreaSets } from './area-sets';
import { byText } from './by-text';

/** The structures of a data set; the number of one is its place here, by id. */
export interface Structures {
  readonly rows: readonly AnalysisStructure[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** NaN where the position is not known. */
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  readonly evidence: readonly (readonly Evidence[])[];
  /** By type: the area that each lies in, −1 where none is known. */
  readonly areaOf: Readonly<Record<AreaType, Int32Array>>;
}

/** Readiness as numbers, for the engines; `noCare` for what gives no clinical care, ready or not. */
export const READINESS = { ready: 0, notReady: 1, unknown: 2, noCare: 3 } as const;

/** Ready, or nobody knows: where it stands, nobody can say that there is no care. */
export const mayBeReady = (level: number | undefined): boolean => level === READINESS.ready || level === READINESS.unknown;

/** Every structure judged on one day by one standard. */
export interface Judged {
  readonly asOf: IsoDate;
  readonly standard: CareStandard;
  /** Structures that nobody assessed share one result. */
  readonly results: readonly ReadinessResult[];
  readonly level: Uint8Array;
  readonly almost: Uint8Array;
}

const NO_EVIDENCE: readonly Evidence[] = [];

export function buildStructures(sets: AreaSets, given: readonly AnalysisStructure[], evidence: readonly AnalysisEvidence[]): Structures {
  const rows = [...given].sort((a, b) => byText(a.id, b.id));
  const lng = Float64Array.from(rows, ({ lngLat }) => lngLat?.[0] ?? NaN);
  const lat = Float64Array.from(rows, ({ lngLat }) => lngLat?.[1] ?? NaN);
  const byStructure = new Map<string, Evidence[]>();
  for (const { structureId, evidence: one } of evidence) {
    const known = byStructure.get(structureId);
    if (known === undefined) byStructure.set(structureId, [one]);
    else known.push(one);
  }
  const areaOf = Object.fromEntries(areaTypes.codes.map((type) => [type, Int32Array.from(rows, (row) => areaOfStructure(sets, type, row))])) as Record<AreaType, Int32Array>;
  return { rows, numberOf: new Map(rows.map(({ id }, number) => [id, number])), lng, lat, evidence: rows.map(({ id }) => byStructure.get(id) ?? NO_EVIDENCE), areaOf };
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

export function judgeStructures(structures: Structures, asOf: IsoDate, standard: CareStandard): Judged {
  const careGiven = (number: number): boolean => mayGiveCare(structures.rows[number]?.type ?? 'other');
  const unassessed = readiness([], standard, { asOf });
  const results = structures.evidence.map((evidence) => (evidence.length === 0 ? unassessed : readiness(evidence, standard, { asOf })));
  return {
    asOf,
    standard,
    results,
    level: Uint8Array.from(results, (result, number) => (careGiven(number) ? READINESS[result.readiness] : READINESS.noCare)),
    almost: Uint8Array.from(results, (result, number) => (careGiven(number) && isAlmostReady(result) ? 1 : 0)),
  };
}

/** The last day on which a ready structure stays ready with no resupply; null where nothing runs out. */
export const lapsesAfter = (result: ReadinessResult): IsoDate | null => lapse(result)?.lapsesAfter ?? null;

export const numbersWhere = (mask: Uint8Array, value: number): Int32Array => Int32Array.from(mask.keys()).filter((number) => mask[number] === value);
