import { gaps } from './fr/gaps';
import { page } from './fr/page';
import { reach } from './fr/reach';
import { readiness } from './fr/readiness';
import { records } from './fr/records';

/** The French catalogue: the source of every key. */
export const fr = { ...page, ...gaps, ...records, ...readiness, ...reach } as const;
