import type { Viewer } from './viewer';

/** Fewer people than this could be known by name (domain.md §9). */
const SMALLEST_SHOWN = 5;

type Count = number | null;

/** One to four people. Nobody is nobody, and not known is not known. */
export const isTooFew = (people: Count): boolean => people !== null && people > 0 && people < SMALLEST_SHOWN;

/**
 * Would some of these, shown beside the whole, tell one to four people apart: by themselves, or as what is left of the whole when they are taken away?
 * Null: not counted, so its people are in what is left.
 */
export function tellsFewApart(parts: readonly Count[], whole: Count): boolean {
  const known = parts.filter((part) => part !== null);
  return known.some(isTooFew) || (whole !== null && known.length > 0 && isTooFew(whole - known.reduce((sum, part) => sum + part, 0)));
}

interface Team {
  readonly number: number | null;
  readonly women: number | null;
  readonly men: number | null;
}

/** Those of one structure who were trained: to the public, of a small team not how many, nor how many women and men. */
export const shownTeam = <T extends Team>(viewer: Viewer, team: T): T =>
  viewer === 'public' && (isTooFew(team.number) || tellsFewApart([team.women, team.men], team.number)) ? { ...team, number: isTooFew(team.number) ? null : team.number, women: null, men: null } : team;
