import { useTranslation } from 'react-i18next';
import { enPlans } from './en-plans';
import { frPlans } from './fr-plans';
import { words } from './words';

// Both languages at once, as for the view of care.
words.addResourceBundle('fr', 'plans', frPlans);
words.addResourceBundle('en', 'plans', enPlans);

/** The words of the check of a plan and of where next. */
export const usePlanWords = () => useTranslation('plans');
