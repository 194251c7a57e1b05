import { plan } from './en/plan';
import { whereNext } from './en/where-next';
import type { frPlans } from './fr-plans';
import type { Translation } from './translation';

/** The English words of the check of a plan and of where next: complete, or the type check fails. */
export const enPlans: Translation<typeof frPlans> = { ...plan, ...whereNext };
