import { gaps } from './en/gaps';
import { page } from './en/page';
import { reach } from './en/reach';
import { readiness } from './en/readiness';
import { records } from './en/records';
import type { fr } from './fr';
import type { Translation } from './translation';

/** The English catalogue: complete, or the type check fails. */
export const en: Translation<typeof fr> = { ...page, ...gaps, ...records, ...readiness, ...reach };
