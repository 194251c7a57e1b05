import type { OverlapInitiative } from './overlap-sweep';

/** Two records that are probably one. `a`, `b`: numbers of the initiatives as given, the smaller id first. */
export interface SameRecordPair {
  readonly a: number;
  readonly b: number;
  /** Trigram similarity of the titles, in [0.6, 1]. */
  readonly titleSimilarity: number;
}

/** Titles at least this similar may be one title. */
export const SAME_TITLE = 0.6;

/**
 * The same record twice? (domain.md §5) Same organisations, kinds, topic, areas, period, status and target groups, and titles alike.
 * A data fault for a person to judge: merge or keep. Ordered by the two ids. Initiatives without a kind are left out.
 */
export function sameRecordPairs(_initiatives: readonly OverlapInitiative[]): SameRecordPair[] {
  return [];
}
