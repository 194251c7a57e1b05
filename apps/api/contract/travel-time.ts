import { z } from 'zod';

/**
 * Minutes over the friction surface. `modelled`: the least-cost way; `upTo`: what people may report for it, 1.49 times as long (domain.md §3).
 * Both whole minutes, rounded up, so that nobody is told less than the model says.
 */
export const travelMin = z.object({ modelled: z.int().nonnegative(), upTo: z.int().nonnegative() }).meta({ id: 'TravelMin' });
export type TravelMin = z.infer<typeof travelMin>;

/** The friction surface that travel times are modelled over. */
export const surfaceShown = z.object({
  title: z.string(),
  source: z.string(),
  /** Year that the values speak of; null: not said. */
  year: z.int().nullable(),
  /** Size of a cell in the middle of the surface, metres, west to east and north to south. */
  cellM: z.tuple([z.number(), z.number()]),
}).meta({ id: 'SurfaceShown' });
export type SurfaceShown = z.infer<typeof surfaceShown>;
