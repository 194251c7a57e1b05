import { type careLevels, type gapClasses } from './vocabularies/flags';

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

/** The class of an area from the shares of its population, with threshold θ in (0, 1]. */
export function classOfArea(shares: AreaShares, theta: number): GapClass {
  const reaches = (share: number): boolean => share >= theta - TOLERANCE;
  const care: CareLevel = reaches(shares.ready)
    ? 'ready'
    : reaches(shares.ready + shares.reported)
      ? 'reported'
      : reaches(shares.ready + shares.reported + shares.unknown)
        ? 'unknown'
        : 'none';
  return classOf(reaches(shares.aware), care);
}

/** Classes of people who hear about care that nobody has established: `peopleUncertain`. */
export const UNCERTAIN_CLASSES: readonly GapClass[] = ['assess', 'verify'];
