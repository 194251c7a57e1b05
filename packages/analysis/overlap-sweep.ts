import type { Period } from '#domain/initiative-rules';
import type { InitiativeKind, OrganisationRole, TargetGroup, Topic } from '#domain/records';

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
  /** Base areas of the footprint, by number; each once. */
  readonly areas: readonly number[];
}

/** Initiatives as typed arrays, prepared once per data version. Opaque: ask `overlapPairs`, `sameRecordPairs`. */
export interface PreparedInitiatives {
  readonly count: number;
}

/** Pairs as columns. `a`, `b`: numbers of the initiatives as they were given, the smaller id first. Ordered by the two ids. */
export interface OverlapPairs {
  readonly count: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** The kind that both are: number in `initiativeKinds.codes`, the first where they share several. */
  readonly kind: Uint8Array;
  /** Days on which both are known to be active; at least 1. Open ends count up to `asOf`, open starts not at all. */
  readonly overlapDays: Int32Array;
  /** `overlapStrength` of the domain, in [0, 1]. */
  readonly strength: Float64Array;
  /** 1: one of the two is undated: active on the day of its report, by its status only. */
  readonly undated: Uint8Array;
  /** Shared base areas of pair `i`, ascending: `areas[areaStart[i]]` up to `areas[areaStart[i + 1]]`. */
  readonly areaStart: Int32Array;
  readonly areas: Int32Array;
}

/**
 * Who acts: the implementing organisations, else the programming ones, else all named. Two partners of one donor are two actors,
 * so a common funder does not make two initiatives one organisation's.
 */
export function actingOrganisations(organisations: readonly { readonly id: string; readonly role: OrganisationRole }[]): string[] {
  return organisations.map(({ id }) => id);
}

/** Prepares initiatives for the sweep. `areaKm2`: surface of each base area, null where unknown. */
export function prepareInitiatives(initiatives: readonly OverlapInitiative[], _areaKm2: readonly (number | null)[]): PreparedInitiatives {
  return { count: initiatives.length };
}

/**
 * Possible overlaps (domain.md §5): same kind and topic, no organisation in common, a shared target group, a shared base area and
 * active periods that overlap; each pair once. Kind `other` says that the activity is not known, so it overlaps nothing that we know of.
 * `asOf`: day number up to which an open period is known to run.
 */
export function overlapPairs(_initiatives: PreparedInitiatives, _asOf: number): OverlapPairs {
  return {
    count: 0, a: new Int32Array(0), b: new Int32Array(0), kind: new Uint8Array(0), overlapDays: new Int32Array(0),
    strength: new Float64Array(0), undated: new Uint8Array(0), areaStart: new Int32Array(1), areas: new Int32Array(0),
  };
}
