import { type tiers } from './vocabularies/structures';

export type Tier = (typeof tiers.codes)[number];

/**
 * How much of the register somebody sees. Every read of a store takes one (domain.md §9). One word, so that it keys threads, caches and ETags.
 * `coordination` sees everything; `coordination:CD61+CD62` sees what is hidden in these provinces only (codes as on record), `coordination:` nothing that is hidden.
 */
export type Viewer = 'public' | 'partners' | 'coordination' | `coordination:${string}`;

type Level = 'public' | 'partners' | 'coordination';

const VISIBLE: Readonly<Record<Level, readonly Tier[]>> = {
  public: ['public'],
  partners: ['public', 'partners'],
  coordination: ['public', 'partners', 'coordination'],
};

const levelOf = (viewer: Viewer): Level => (viewer === 'public' || viewer === 'partners' ? viewer : 'coordination');

/** A co-lead of these provinces, codes as on record. */
export const coordinationOf = (provinces: readonly string[]): Viewer => `coordination:${[...new Set(provinces)].sort().join('+')}`;

/** Codes of the provinces whose hidden records exist for this viewer; `all`: of every place, and of none. */
export function hiddenSeenIn(viewer: Viewer): 'all' | readonly string[] {
  if (viewer === 'coordination') return 'all';
  const [, codes = ''] = viewer.split(':');
  return codes === '' ? [] : codes.split('+');
}

/** The tiers that exist for this viewer wherever the record stands; anything else does not exist in any answer. `hidden` is here only for who sees it everywhere. */
export const visibleTiers = (viewer: Viewer): readonly Tier[] => (hiddenSeenIn(viewer) === 'all' ? [...VISIBLE.coordination, 'hidden'] : VISIBLE[levelOf(viewer)]);

/** The tool itself, where it puts stored and new together: what it reads so goes into no answer. */
export const toolItself = 'coordination' satisfies Viewer;

/** Stock levels per structure are not shown below `partners`. */
export const seesStock = (viewer: Viewer): boolean => viewer !== 'public';

/** Whether this viewer sees what is for the coordination. */
export const isCoordination = (viewer: Viewer): boolean => levelOf(viewer) === 'coordination';
