import { z } from 'zod';
import { isoDate } from './dates';
import { functionalityLevels, services, stockItems } from './vocabularies/structures';

const level = z.enum(functionalityLevels.codes);

/** One criterion of a standard. `code` names it in explanations and translations. */
export const criterion = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('functionality'), code: z.string(), required: z.boolean(), accepted: z.array(level) }),
  z.object({ kind: z.literal('accessibility'), code: z.string(), required: z.boolean(), accepted: z.array(level) }),
  z.object({ kind: z.literal('trainedStaff'), code: z.string(), required: z.boolean(), minimum: z.int().positive(), validMonths: z.int().positive() }),
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
  adoptedOn: isoDate,
  /** Evidence older than this turns its criteria unknown. */
  assessmentMaxAgeDays: z.int().positive(),
  stockCountMaxAgeDays: z.int().positive(),
  criteria: z.array(criterion).min(1),
});
export type CareStandard = z.infer<typeof careStandard>;

/** The default standard (domain.md §2), after WHO/UNFPA/UNHCR 2019. */
export const cmrMinimum: CareStandard = {
  code: 'cmr-minimum',
  version: 1,
  nameFr: 'Prise en charge du viol, minimum',
  nameEn: 'Clinical management of rape, minimum',
  service: 'cmr',
  authority: 'WHO/UNFPA/UNHCR 2019',
  adoptedOn: '2019-12-01',
  assessmentMaxAgeDays: 365,
  stockCountMaxAgeDays: 90,
  criteria: [
    { kind: 'functionality', code: 'functioning', required: true, accepted: ['full', 'partial'] },
    { kind: 'accessibility', code: 'accessible', required: true, accepted: ['full', 'partial'] },
    { kind: 'trainedStaff', code: 'trainedStaff', required: true, minimum: 1, validMonths: 24 },
    { kind: 'usableStock', code: 'pepKits', required: true, items: ['pepKitAdult', 'pepKitChild'], minimum: 1, courseDays: 28 },
    { kind: 'presence', code: 'protocol', required: false, field: 'protocol' },
    { kind: 'usableStock', code: 'emergencyContraception', required: false, items: ['emergencyContraception'], minimum: 1, courseDays: 0 },
    { kind: 'usableStock', code: 'stiTreatment', required: false, items: ['stiTreatment'], minimum: 1, courseDays: 0 },
    { kind: 'presence', code: 'privateRoom', required: false, field: 'privateRoom' },
    { kind: 'presence', code: 'referralPath', required: false, field: 'referralPath' },
  ],
};
