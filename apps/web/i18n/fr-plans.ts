import { plan } from './fr/plan';
import { whereNext } from './fr/where-next';

/** The French words of the check of a plan and of where next; they travel with them. */
export const frPlans = { ...plan, ...whereNext } as const;
