import { z } from 'zod';
import { recordKinds } from '#domain/record-kinds';

const count = z.int().nonnegative();

/** What the database remembers of a load beyond its counts of rows; never a value of the file. */
export const batchDetails = z.object({
  container: z.string().nullable(),
  sheet: z.string().nullable(),
  certainty: z.enum(['chosen', 'sure', 'likely', 'saved', 'none']),
  repeated: count,
  records: z.array(z.object({ recordKind: z.enum(recordKinds), added: count, changed: count, unchanged: count })).readonly(),
  missing: count,
  closed: z.boolean(),
});
export type BatchDetails = z.infer<typeof batchDetails>;
