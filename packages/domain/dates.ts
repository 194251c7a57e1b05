import { z } from 'zod';
import { isRealDate } from './calendar';

// The arithmetic stands apart from the schema, so that the page can count days without carrying zod over a poor line.
export { addDays, addMonths, dateOfDay, dayNumber, daysBetween, isRealDate, type IsoDate } from './calendar';

/** A calendar date, `YYYY-MM-DD`, that exists (30 February does not). No time, no zone. */
export const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => isRealDate(text), { message: 'dateNotReal' });
