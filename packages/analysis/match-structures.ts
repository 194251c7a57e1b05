import type { StructureType } from '#domain/records';
import { tiers } from '#domain/vocabularies/structures';
import type { MatchReason } from '#domain/vocabularies/match-reasons';
import type { Tier } from '#domain/viewer';
import { joinMatches, type MatchEdge, type Matching, type PairVerdict } from './match-groups';
import { buildPoints, chordSquaredBetween, chordToKm, type PointSet } from './sphere';
import { coreName, coreSimilarity, statedType, type StatedType } from './structure-names';

/** A structure as one source knows it. */
export interface MatchStructure {
  readonly id: string;
  /** The registers that it has an id in. One register names a structure once: two records of one register are joined by rule only where it plainly wrote it twice. */
  readonly registers: readonly string[];
  readonly name: string;
  readonly type: StructureType;
  /** Degrees, EPSG:4326; null: known by area only. */
  readonly lngLat: readonly [number, number] | null;
  readonly healthZoneId: string | null;
  readonly provinceId: string | null;
  readonly tier: Tier;
  readonly isAssessed: boolean;
  /** The load that brought it first: loads are counted from 1. */
  readonly firstLoad: number;
}

/** Same names are offered within this distance, similar ones within the next; joined by rule within the last two. */
const SAME_NAME_KM = 10;
const ALIKE_KM = 3;
const CLEAR_KM = 2;
const CLEAR_WITHOUT_TYPE_KM = 0.5;
const REPEATED_KM = 0.1;
const NEAR_KM = 0.5;
const NOT_FAR_KM = 5;
/** Names less alike than this are two names. */
const ALIKE = 0.75;
const CELL_DEG = 0.1;

interface Prepared {
  readonly core: string;
  readonly type: StatedType | null;
}

/**
 * Which records of different sources are one structure? Scored by name (without words of type), type and distance. Clear, and joined by rule: the same
 * name, at most 2 km apart, of the same type (at most 500 m if one source does not say the type; at most 100 m in one register, where up to 2 km in one area is open), the same tier, and no second record that fits as well. The rest is
 * open for a person. Pharmacies and the like are never taken for a structure that gives care. Without a position nothing is clear.
 * Who stands: the more protected one, the one with a position, the assessed one, the one that came first, the lower id, in this order.
 */
export function matchStructures(structures: readonly MatchStructure[], verdicts: readonly PairVerdict[]): Matching {
  const prepared = structures.map(({ name, type }): Prepared => ({ core: coreName(name), type: statedType(name, type) }));
  const points = buildPoints(Float64Array.from(structures, ({ lngLat }) => lngLat?.[0] ?? NaN), Float64Array.from(structures, ({ lngLat }) => lngLat?.[1] ?? NaN));
  const edges: MatchEdge[] = [];
  for (const [a, b] of neighbours(structures, prepared)) {
    const edge = edgeOf(structures, prepared, points, a, b);
    if (edge !== null) edges.push(edge);
  }
  return joinMatches(structures.length, (at) => structures[at]?.registers ?? [], edges, verdicts, (a, b) => compareStanding(structures[a], structures[b]));
}

/** Pairs of different registers that lie near enough to be looked at, or that share name and area where one has no position. Each once. */
function* neighbours(structures: readonly MatchStructure[], prepared: readonly Prepared[]): Generator<[number, number]> {
  const cells = new Map<string, number[]>();
  const named = new Map<string, number[]>();
  const put = (map: Map<string, number[]>, key: string, at: number): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [at]);
    else list.push(at);
  };
  for (const [at, { lngLat, provinceId }] of structures.entries()) {
    const core = prepared[at]?.core ?? '';
    if (core === '') continue;
    if (lngLat !== null) put(cells, `${Math.floor(lngLat[0] / CELL_DEG)} ${Math.floor(lngLat[1] / CELL_DEG)}`, at);
    if (provinceId !== null) put(named, `${provinceId} ${core}`, at);
  }
  for (const [key, here] of cells) {
    const [x = 0, y = 0] = key.split(' ').map(Number);
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        for (const b of cells.get(`${x + dx} ${y + dy}`) ?? []) for (const a of here) if (a < b) yield [a, b];
      }
    }
  }
  for (const alike of named.values()) {
    for (const a of alike) for (const b of alike) if (a < b && (structures[a]?.lngLat === null || structures[b]?.lngLat === null)) yield [a, b];
  }
}

function edgeOf(structures: readonly MatchStructure[], prepared: readonly Prepared[], points: PointSet, a: number, b: number): MatchEdge | null {
  const [one, other, first, second] = [structures[a], structures[b], prepared[a], prepared[b]];
  if (one === undefined || other === undefined || first === undefined || second === undefined) return null;
  const repeats = one.registers.some((register) => other.registers.includes(register));
  if ((one.type === 'nonClinical') !== (other.type === 'nonClinical')) return null;
  const distanceKm = one.lngLat === null || other.lngLat === null ? null : chordToKm(chordSquaredBetween(points, a, points, b));
  if (distanceKm !== null && distanceKm > SAME_NAME_KM) return null;
  const sameName = first.core === second.core;
  if (!sameName && (distanceKm === null || distanceKm > ALIKE_KM)) return null;
  const name = sameName ? 1 : coreSimilarity(first.core, second.core);
  if (name < ALIKE) return null;
  const type = typeReason(first.type, second.type);
  const sameArea = one.healthZoneId !== null ? one.healthZoneId === other.healthZoneId : one.provinceId !== null && one.provinceId === other.provinceId;
  // Inside one register what is plainly written twice is one; the same name and type a little further off in the same area is for a person, and nothing else is looked at.
  if (repeats && (!sameName || type !== 'sameType' || distanceKm === null || distanceKm > (sameArea ? CLEAR_KM : REPEATED_KM))) return null;
  // Without a position only the same name and type in one health zone are worth a question.
  if (distanceKm === null && (type !== 'sameType' || one.healthZoneId === null || one.healthZoneId !== other.healthZoneId)) return null;
  const reasons: MatchReason[] = [sameName ? 'sameName' : 'nameAlike', type];
  if (distanceKm !== null && distanceKm <= NOT_FAR_KM) reasons.push(distanceKm <= NEAR_KM ? 'near' : 'notFar');
  if (sameArea) reasons.push('sameArea');
  const nearness = distanceKm === null ? 0 : distanceKm <= NEAR_KM ? 1 : 1 - (distanceKm - NEAR_KM) / (SAME_NAME_KM - NEAR_KM);
  const score = 0.55 * name + 0.3 * nearness + 0.15 * TYPE_SCORES[type];
  const clearKm = repeats ? REPEATED_KM : type === 'sameType' ? CLEAR_KM : type === 'typeUnknown' ? CLEAR_WITHOUT_TYPE_KM : -1;
  return { a, b, score: Math.round(score * 1000) / 1000, reasons, distanceKm: distanceKm === null ? null : Math.round(distanceKm * 1000) / 1000, clear: sameName && distanceKm !== null && distanceKm <= clearKm && one.tier === other.tier };
}

const TYPE_SCORES = { sameType: 1, typeUnknown: 0.7, typeDiffers: 0.3 } as const;
const typeReason = (a: StatedType | null, b: StatedType | null): keyof typeof TYPE_SCORES => (a === null || b === null ? 'typeUnknown' : a === b ? 'sameType' : 'typeDiffers');

function compareStanding(a: MatchStructure | undefined, b: MatchStructure | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return (
    tiers.codes.indexOf(b.tier) - tiers.codes.indexOf(a.tier) ||
    Number(b.lngLat !== null) - Number(a.lngLat !== null) ||
    Number(b.isAssessed) - Number(a.isAssessed) ||
    a.firstLoad - b.firstLoad ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
