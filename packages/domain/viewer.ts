import { type tiers } from './vocabularies/structures';

export type Tier = (typeof tiers.codes)[number];

/** Who is looking. Every read of a store takes one (domain.md §9). */
export type Viewer = 'public' | 'coordination';

const VISIBLE: Readonly<Record<Viewer, readonly Tier[]>> = {
  public: ['public'],
  coordination: ['public', 'partners', 'coordination', 'hidden'],
};

/** The tiers that exist for this viewer; anything else does not exist in any answer. */
export const visibleTiers = (viewer: Viewer): readonly Tier[] => VISIBLE[viewer];

/** Stock levels per structure are not shown below `partners`. */
export const seesStock = (viewer: Viewer): boolean => viewer !== 'public';
