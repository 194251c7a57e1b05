import { buildAreaLevel, peopleAtPoints } from '#analysis/area-level';
import { classify, CLASS_CODES, CLASS_COUNT } from '#analysis/classify';
import { buildDemand, type DemandMethod } from '#analysis/demand';
import { buildSites, nearestSites } from '#analysis/nearest';
import { actingOrganisations, overlapPairs, prepareInitiatives, type OverlapInitiative } from '#analysis/overlap-sweep';
import { buildPolygonIndex, locate } from '#analysis/polygon-index';
import { markAreas, pointsInAreas } from '#analysis/reach';
import { sameRecordPairs } from '#analysis/same-record';
import { dayNumber, type IsoDate } from '#domain/dates';
import type { CareStandard } from '#domain/care-standard';
import type { EvidenceHistory } from '#domain/evidence';
import type { GapClass } from '#domain/gap-classes';
import { DEFAULT_AWARENESS_MONTHS, DEFAULT_THETA, DEFAULT_THRESHOLD } from '#domain/gap-parameters';
import { activeDays, awarenessWindow, holdsDay, meetsWindow } from '#domain/initiative-rules';
import { overlapVerdict, type OverlapVerdict } from '#domain/overlap-rules';
import { historyOf } from '#domain/proposals';
import { readiness, type ReadinessResult } from '#domain/readiness';
import type { ImportRecord } from '#domain/import-records';
import type { InitiativeRecord, StructureRecord } from '#domain/records';
import { cmrMinimum } from '#domain/shipped-standards';
import { mayGiveCare } from '#domain/structure-rules';
import { areaKm2Of } from './area-km2';
import type { Polygons } from './zone-outlines';

export type RecordsOf<Kind extends ImportRecord['kind']> = Extract<ImportRecord, { kind: Kind }>['record'][];

export function recordsOf<Kind extends ImportRecord['kind']>(records: readonly ImportRecord[], kind: Kind): RecordsOf<Kind> {
  return records.flatMap((one) => (one.kind === kind ? [one.record] : [])) as RecordsOf<Kind>;
}

export interface ZonePicture {
  readonly code: string;
  readonly town: string;
  /** Null: no geometry. */
  readonly gapClass: GapClass | null;
  readonly method: DemandMethod;
  /** Share of the zone in each class, in the order of the vocabulary. */
  readonly shares: readonly number[];
  readonly people: Readonly<Record<GapClass, number>>;
}

/** The exercise zones as the default parameters class them on a day, through the same rules and engines as the application. */
export function pictureAt(records: readonly ImportRecord[], asOf: IsoDate): ZonePicture[] {
  const zones = recordsOf(records, 'area').filter(({ type }) => type === 'healthZone');
  const geometries = zones.map(({ geometry }) => (geometry ? (geometry.coordinates as Polygons) : null));
  const index = buildPolygonIndex(geometries);
  const places = recordsOf(records, 'place').map(({ lngLat: [lng, lat], population }) => ({ lng, lat, population, areaIndex: locate(index, lng, lat) }));
  const demand = buildDemand(geometries.map((geometry) => ({ geometry })), places, { pointsPerArea: 256, index });
  const level = buildAreaLevel(demand, peopleAtPoints(demand, zones.map(({ population }) => population?.value ?? null)), demand.areaIndex, zones.length);

  const numberOf = (code: string): number[] => zones.flatMap((zone, at) => (zone.code.startsWith(code) ? [at] : []));
  const counting = recordsOf(records, 'initiative').filter(({ topic }) => topic === 'sexualViolence');
  const window = awarenessWindow(asOf, DEFAULT_AWARENESS_MONTHS);
  const inAreas = (initiatives: readonly InitiativeRecord[]): Uint8Array =>
    pointsInAreas(demand.areaIndex.length, [{ areaOfPoint: demand.areaIndex, marked: markAreas(zones.length, initiatives.flatMap(({ areaCodes }) => areaCodes.flatMap(numberOf))) }]);
  const kindIs = (initiative: InitiativeRecord, kind: 'awareness' | 'medicalCare'): boolean => initiative.kinds.some((one) => one.kind === kind);
  const raising = counting.filter((one) => kindIs(one, 'awareness') && isActive(one, (days) => meetsWindow(days, window)));
  const caring = counting.filter((one) => kindIs(one, 'medicalCare') && isActive(one, (days) => holdsDay(days, dayNumber(asOf))));

  const results = readinessAt(records, asOf);
  const sitesWhere = (wanted: ReadinessResult['readiness']): Float64Array => {
    const sites = results.filter(({ structure, result }) => structure.lngLat !== null && result.readiness === wanted).map(({ structure }) => structure.lngLat ?? ([NaN, NaN] as const));
    return nearestSites(demand, buildSites(Float64Array.from(sites.map(([lng]) => lng)), Float64Array.from(sites.map(([, lat]) => lat)))).distanceKm;
  };
  const unplaced = results.filter(({ structure, result }) => structure.lngLat === null && result.readiness !== 'notReady').flatMap(({ structure }) => numberOf(structure.areaCode ?? ''));
  const answer = classify(
    level,
    { aware: inAreas(raising), reported: inAreas(caring), toReady: sitesWhere('ready'), toUnknown: sitesWhere('unknown'), readyHere: new Uint8Array(demand.areaIndex.length), unknownHere: pointsInAreas(demand.areaIndex.length, [{ areaOfPoint: demand.areaIndex, marked: markAreas(zones.length, unplaced) }]) },
    { threshold: DEFAULT_THRESHOLD.straightLine, theta: DEFAULT_THETA },
  );
  return zones.map((zone, at): ZonePicture => {
    const cell = (column: number): number => at * CLASS_COUNT + column;
    return {
      code: zone.code,
      town: zone.name.replace(' (exercice)', ''),
      gapClass: CLASS_CODES[answer.areaClass[at] ?? -1] ?? null,
      method: demand.method[at] ?? 'none',
      shares: CLASS_CODES.map((_, column) => (answer.mass[cell(column)] ?? 0) / Math.max(1, level.totalMass[at] ?? 0)),
      people: Object.fromEntries(CLASS_CODES.map((code, column) => [code, answer.people[cell(column)] ?? 0])) as Record<GapClass, number>,
    };
  });
}

function isActive(initiative: InitiativeRecord, when: (days: NonNullable<ReturnType<typeof activeDays>>) => boolean): boolean {
  const days = activeDays(initiative);
  return days !== null && when(days);
}

/** What is known of every structure that gives clinical care at all. */
export function historiesIn(records: readonly ImportRecord[]): { structure: StructureRecord; history: EvidenceHistory }[] {
  const [assessments, sessions, movements, verdicts] = [recordsOf(records, 'assessment'), recordsOf(records, 'trainingSession'), recordsOf(records, 'kitMovement'), recordsOf(records, 'proposalVerdict')];
  return recordsOf(records, 'structure').filter(({ type }) => mayGiveCare(type)).map((structure) => {
    const isIt = ({ structureExternalId }: { structureExternalId: string }): boolean => structureExternalId === structure.externalId;
    return { structure, history: historyOf({ assessments: assessments.filter(isIt), sessions, movements, verdicts }, isIt) };
  });
}

/** Readiness of each of them, by the default standard unless another is named. */
export const readinessAt = (records: readonly ImportRecord[], asOf: IsoDate, standard: CareStandard = cmrMinimum): { structure: StructureRecord; result: ReadinessResult }[] =>
  historiesIn(records).map(({ structure, history }) => ({ structure, result: readiness(history, standard, { asOf }) }));

export interface OverlapPicture {
  readonly a: InitiativeRecord;
  readonly b: InitiativeRecord;
  readonly verdict: OverlapVerdict;
}

/** The pairs that the tool flags: possible overlaps with their reading, and records that look like one. */
export function overlapsIn(records: readonly ImportRecord[], asOf: IsoDate): { overlaps: OverlapPicture[]; sameRecords: [InitiativeRecord, InitiativeRecord][] } {
  const zones = recordsOf(records, 'area').filter(({ type }) => type === 'healthZone');
  const initiatives = recordsOf(records, 'initiative');
  const asked = initiatives.map((one): OverlapInitiative => ({
    ...one,
    id: one.externalId,
    kinds: one.kinds.map(({ kind }) => kind),
    organisations: actingOrganisations(one.organisations.map(({ role, organisation }) => ({ role, id: organisation.name }))),
    areas: zones.flatMap(({ code }, at) => (one.areaCodes.some((footprint) => code.startsWith(footprint)) ? [at] : [])),
  }));
  const pairs = overlapPairs(prepareInitiatives(asked, zones.map(({ geometry }) => (geometry ? areaKm2Of(geometry.coordinates) : null))), dayNumber(asOf));
  const at = (number: number | undefined): InitiativeRecord => {
    const found = initiatives[number ?? -1];
    if (!found) throw new Error(`overlapsIn: no initiative ${String(number)}`);
    return found;
  };
  const overlaps = Array.from({ length: pairs.count }, (_, pair): OverlapPicture => {
    const [a, b] = [at(pairs.a[pair]), at(pairs.b[pair])];
    const shared = [...pairs.areas.subarray(pairs.areaStart[pair], pairs.areaStart[pair + 1])].map((area) => zones[area]?.population?.value ?? null);
    const population = shared.includes(null) ? null : shared.reduce<number>((sum, people) => sum + (people ?? 0), 0);
    return { a, b, verdict: overlapVerdict(a.targeted.total, b.targeted.total, population) };
  });
  return { overlaps, sameRecords: sameRecordPairs(asked).map((pair) => [at(pair.a), at(pair.b)]) };
}
