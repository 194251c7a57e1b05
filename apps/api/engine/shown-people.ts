import { isTooFew } from '#domain/small-counts';
import type { Viewer } from '#domain/viewer';

/** Would this count of people in one place tell one to four of them apart to this viewer? */
export const tooFewToShow = (viewer: Viewer, people: number): boolean => viewer === 'public' && isTooFew(people);

/** A count of people in one place as a viewer sees it: to the public, one to four people are not told apart from not known. */
export const shownPeople = (viewer: Viewer, people: number | null): number | null => (people !== null && tooFewToShow(viewer, people) ? null : people);
