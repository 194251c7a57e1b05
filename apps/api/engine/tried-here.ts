import type { GapView } from './gap-view';

/** Campaigns that are tried out in an area of the view, or in one that it touches. */
export const campaignsTried = ({ dataset: { levels }, set, tried }: GapView, area: number): number => (tried?.changes.announced ?? []).filter((announced) => levels.touched(announced, set.type).includes(area)).length;

/** Is the readiness of a structure tried out? */
export const isTried = ({ tried }: GapView, structure: number): boolean => tried !== null && (tried.changes.ready.includes(structure) || tried.changes.notReady.includes(structure));
