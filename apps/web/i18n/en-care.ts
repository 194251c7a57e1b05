import { care } from './en/care';
import { closures } from './en/closures';
import { forms } from './en/forms';
import { programmes } from './en/programmes';
import { standards } from './en/standards';
import { watch } from './en/watch';
import type { frCare } from './fr-care';
import type { Translation } from './translation';

/** The English words of the view of care and of its forms: complete, or the type check fails. */
export const enCare: Translation<typeof frCare> = { ...care, ...closures, ...forms, ...programmes, ...standards, ...watch };
