import { z } from 'zod';
import { numberFromText } from './gaps';
import { matchItem } from './imports';
import { DEFAULT_LIMIT, MAX_LIMIT } from './queries';

/** Pairs that may be one, likeliest first. */
export const matchesQuery = z.object({
  kind: matchItem.shape.kind,
  /** `open`: the queue; `joined`, `apart`: what rules and people decided. */
  state: matchItem.shape.state.default('open'),
  limit: numberFromText.pipe(z.int().min(1).max(MAX_LIMIT)).default(DEFAULT_LIMIT),
  /** `nextCursor` of the page before. */
  after: z.string().min(1).max(200).optional(),
}).strict();
export type MatchesQuery = z.output<typeof matchesQuery>;
