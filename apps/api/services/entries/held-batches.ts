import { listAssessments } from '#db/stores/assessments';
import type { Assessed } from '#domain/evidence';
import type { KitMovement } from '#domain/programme-records';
import { type HeldBatch, linesFound, stockOnHand } from '#domain/stock-on-hand';
import type { ListSources } from '../lists';
import { readProgrammesOf } from '../programmes/accepted';

/** The data, as whoever fills in a form may see them. */
export type AskedSources = Pick<ListSources, 'database' | 'viewer'>;

/** However old a count is, what is given out is checked against it. */
const ANY_AGE_DAYS = Number.MAX_SAFE_INTEGER;

/** Batches of the items of a movement that the structure had on its day, by the newest count of each item and what moved since. */
export async function heldBatches(sources: AskedSources, structureId: string, { on, lines }: Pick<KitMovement, 'on' | 'lines'>): Promise<HeldBatch[]> {
  const [assessments, { movements }] = await Promise.all([listAssessments(sources.database.kysely, sources.viewer, [structureId]), readProgrammesOf(sources, structureId)]);
  const newestFirst = assessments.map((one): Assessed => ({ ...one, stockLines: one.stockLines ?? [] }));
  return [...new Set(lines.map(({ item }) => item))].flatMap((item) => {
    const count = newestFirst.find((one) => one.assessedOn <= on && linesFound([item], one, on).length > 0) ?? null;
    return stockOnHand([item], count, movements, { asOf: on, maxAgeDays: ANY_AGE_DAYS }).batches;
  });
}
