import type { Viewer } from '#domain/viewer';

/** Fewer people than this could be known by name (domain.md §9). */
const SMALLEST_SHOWN = 5;

/** Would this count of people in one place tell one to four of them apart to this viewer? */
export const tooFewToShow = (viewer: Viewer, people: number): boolean => viewer === 'public' && people > 0 && people < SMALLEST_SHOWN;

/** A count of people in one place as a viewer sees it: to the public, one to four people are not told apart from not known. */
export const shownPeople = (viewer: Viewer, people: number | null): number | null => (people !== null && tooFewToShow(viewer, people) ? null : people);
