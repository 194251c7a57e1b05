import { z } from 'zod';
import { isoDate } from './dates';
import { provenance } from './record-parts';
import { availabilities, cadres, functionalityLevels, services, stockItems } from './vocabularies/structures';

const level = z.enum(functionalityLevels.codes);

/** One criterion of a standard. `code` names it in explanations and translations. */
export const criterion = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('functionality'), code: z.string(), required: z.boolean(), accepted: z.array(level) }),
  z.object({ kind: z.literal('accessibility'), code: z.string(), required: z.boolean(), accepted: z.array(level) }),
  /** The structure offers the service of the standard, as HeRAMS grades it. */
  z.object({ kind: z.literal('availability'), code: z.string(), required: z.boolean(), accepted: z.array(z.enum(availabilities.codes)) }),
  /** `cadres` left out: staff of any cadre count. */
  z.object({ kind: z.literal('trainedStaff'), code: z.string(), required: z.boolean(), minimum: z.int().positive(), validMonths: z.int().positive(), cadres: z.array(z.enum(cadres.codes)).min(1).optional() }),
  z.object({ kind: z.literal('usableStock'), code: z.string(), required: z.boolean(), items: z.array(z.enum(stockItems.codes)).min(1), minimum: z.int().positive(), courseDays: z.int().nonnegative() }),
  z.object({ kind: z.literal('presence'), code: z.string(), required: z.boolean(), field: z.enum(['protocol', 'privateRoom', 'referralPath']) }),
]);
export type Criterion = z.infer<typeof criterion>;

/** A versioned list of criteria for one service, adopted by an authority on a date. */
export const careStandard = z.object({
  code: z.string(),
  version: z.int().positive(),
  nameFr: z.string(),
  nameEn: z.string(),
  service: z.enum(services.codes),
  authority: z.string(),
  /** Null: a draft, which is never in force. */
  adoptedOn: isoDate.nullable(),
  /** Evidence older than this turns its criteria unknown. */
  assessmentMaxAgeDays: z.int().positive(),
  stockCountMaxAgeDays: z.int().positive(),
  criteria: z.array(criterion).min(1),
});
export type CareStandard = z.infer<typeof careStandard>;

/** A standard as a record: the tool ships some, a person can enter others. */
export const careStandardRecord = careStandard.extend(provenance.shape);
export type CareStandardRecord = z.infer<typeof careStandardRecord>;
