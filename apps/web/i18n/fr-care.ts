import { care } from './fr/care';
import { closures } from './fr/closures';
import { forms } from './fr/forms';
import { programmes } from './fr/programmes';
import { standards } from './fr/standards';
import { watch } from './fr/watch';

/** The French words of the view of care and of its forms; they travel with it. */
export const frCare = { ...care, ...closures, ...forms, ...programmes, ...standards, ...watch } as const;
