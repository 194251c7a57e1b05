import { useTranslation } from 'react-i18next';
import { enCare } from './en-care';
import { frCare } from './fr-care';
import { words } from './words';

// Both languages at once, as for the view of data: a form that is half filled in must not wait for words.
words.addResourceBundle('fr', 'care', frCare);
words.addResourceBundle('en', 'care', enCare);

/** The words of the view of care and of its forms. */
export const useCareWords = () => useTranslation('care');
