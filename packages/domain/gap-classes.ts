import { type careLevels, type gapClasses } from './vocabularies/flags';
import type { sitingGroups } from './vocabularies/siting';

export type GapClass = (typeof gapClasses.codes)[number];
export type CareLevel = (typeof careLevels.codes)[number];

const CLASS_OF: Readonly<Record<CareLevel, readonly [aware: GapClass, notAware: GapClass]>> = {
  ready: ['joined', 'unannounced'],
  reported: ['verify', 'quiet'],
  unknown: ['assess', 'unassessed'],
  none: ['gap', 'blindSpot'],
};

/** The class of a point: awareness × care (domain.md §4). */
export const classOf = (aware: boolean, care: CareLevel): GapClass => CLASS_OF[care][aware ? 0 : 1];

/** Shares of an area's population, each in [0, 1]. `ready`, `reported`, `unknown` are exclusive; their rest has no care. */
export interface AreaShares {
  readonly aware: number;
  readonly ready: number;
  readonly reported: number;
  readonly unknown: number;
}

/** Sums of shares carry rounding; a share this close to θ has reached it. */
const TOLERANCE = 1e-9;

const reaches = (share: number, theta: number): boolean => share >= theta - TOLERANCE;

/** Care of an area, or of any group of people, from the shares of them that have it, with threshold θ in (0, 1]. */
export function careOfArea(shares: Omit<AreaShares, 'aware'>, theta: number): CareLevel {
  if (reaches(shares.ready, theta)) return 'ready';
  if (reaches(shares.ready + shares.reported, theta)) return 'reported';
  return reaches(shares.ready + shares.reported + shares.unknown, theta) ? 'unknown' : 'none';
}

/** The class of an area from the shares of its population, with threshold θ in (0, 1]. */
export const classOfArea = (shares: AreaShares, theta: number): GapClass => classOf(reaches(shares.aware, theta), careOfArea(shares, theta));

/** Classes of people who hear about care that nobody has established: `peopleUncertain`. */
export const UNCERTAIN_CLASSES: readonly GapClass[] = ['assess', 'verify'];

/** Whose classes can change for the better when a structure is made ready, by who is asked about: people outside of them have the care already, or are not sought. */
export const SITING_CLASSES: Readonly<Record<(typeof sitingGroups.codes)[number], readonly GapClass[]>> = {
  gap: ['gap'],
  noCare: ['gap', 'blindSpot'],
  noReadyCare: ['gap', 'blindSpot', 'assess', 'unassessed', 'verify', 'quiet'],
};
