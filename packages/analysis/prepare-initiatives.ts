import { activeDays, type Period } from '#domain/initiative-rules';
import { OVERLAP_TOPICS } from '#domain/overlap-rules';
import type { InitiativeKind, TargetGroup, Topic } from '#domain/records';
import { initiativeKinds, targetGroups } from '#domain/vocabularies/initiatives';

/** What overlaps need to know of an initiative. */
export interface OverlapInitiative extends Period {
  /** Stable and unique: it orders the answer. */
  readonly id: string;
  readonly title: string;
  readonly kinds: readonly InitiativeKind[];
  readonly topic: Topic;
  readonly targetGroups: readonly TargetGroup[];
  /** Ids of those who act (`actingOrganisations`). */
  readonly organisations: readonly string[];
  /** Base areas of the footprint, by number. */
  readonly areas: readonly number[];
}

/** The initiatives that may overlap with others, as columns in the order of their ids. Prepared once per data version. */
export interface PreparedInitiatives {
  readonly count: number;
  readonly areaCount: number;
  readonly areaKm2: readonly (number | null)[];
  /** Number of the initiative as it was given. */
  readonly number: Int32Array;
  /** Active days, inclusive, since 1970-01-01; infinite where open. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly undated: Uint8Array;
  /** Number in OVERLAP_TOPICS. */
  readonly topic: Uint8Array;
  /** One bit a kind, in the order of the vocabulary; `other` has none. */
  readonly kinds: Int32Array;
  /** One bit a target group. */
  readonly targetGroups: Int32Array;
  /** Organisations of one: `organisations[organisationStart[i]]` onwards, numbered. */
  readonly organisationStart: Int32Array;
  readonly organisations: Int32Array;
  /** Base areas of one: `areas[areaStart[i]]` onwards, ascending, each once. */
  readonly areaStart: Int32Array;
  readonly areas: Int32Array;
  /** Surface of the footprint, km²; NaN where the surface of one of its areas is unknown. */
  readonly footprintKm2: Float64Array;
}

/**
 * Prepares initiatives for the sweep. `areaKm2`: surface of each base area, null where unknown.
 * Left out, because no overlap can be claimed of them: not known to be active at any time, on another topic, or without a known kind (`other` says
 * that it is not known), target group, organisation or area.
 */
export function prepareInitiatives(initiatives: readonly OverlapInitiative[], areaKm2: readonly (number | null)[]): PreparedInitiatives {
  const prepared = initiatives.flatMap((initiative, number) => {
    const days = activeDays(initiative);
    const topic = OVERLAP_TOPICS.indexOf(initiative.topic);
    const kinds = bitsOf(initiative.kinds.filter((kind) => kind !== 'other'), initiativeKinds.codes);
    const groups = bitsOf(initiative.targetGroups, targetGroups.codes);
    const areas = Int32Array.from(new Set(initiative.areas.filter((area) => area >= 0 && area < areaKm2.length))).sort();
    if (days === null || topic === -1 || kinds === 0 || groups === 0 || areas.length === 0 || initiative.organisations.length === 0) return [];
    return [{ id: initiative.id, number, days, topic, kinds, groups, areas, organisations: initiative.organisations }];
  });
  prepared.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.number - b.number));

  const organisationNumbers = new Map<string, number>();
  const numberOf = (organisation: string): number => {
    const known = organisationNumbers.get(organisation) ?? organisationNumbers.size;
    organisationNumbers.set(organisation, known);
    return known;
  };
  return {
    count: prepared.length,
    areaCount: areaKm2.length,
    areaKm2,
    number: Int32Array.from(prepared, (one) => one.number),
    from: Float64Array.from(prepared, (one) => one.days.from),
    to: Float64Array.from(prepared, (one) => one.days.to),
    undated: Uint8Array.from(prepared, (one) => (one.days.undated ? 1 : 0)),
    topic: Uint8Array.from(prepared, (one) => one.topic),
    kinds: Int32Array.from(prepared, (one) => one.kinds),
    targetGroups: Int32Array.from(prepared, (one) => one.groups),
    organisationStart: startsOf(prepared.map((one) => one.organisations.length)),
    organisations: Int32Array.from(prepared.flatMap((one) => one.organisations.map(numberOf))),
    areaStart: startsOf(prepared.map((one) => one.areas.length)),
    areas: Int32Array.from(prepared.flatMap((one) => Array.from(one.areas))),
    footprintKm2: Float64Array.from(prepared, (one) => one.areas.reduce((sum, area) => sum + (areaKm2[area] ?? NaN), 0)),
  };
}

function bitsOf<Code extends string>(present: readonly Code[], codes: readonly Code[]): number {
  return present.reduce((bits, code) => bits | (1 << codes.indexOf(code)), 0);
}

function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  lengths.forEach((length, i) => {
    starts[i + 1] = (starts[i] ?? 0) + length;
  });
  return starts;
}
