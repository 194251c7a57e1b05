import { useTranslation } from 'react-i18next';
import { whatIf as en } from './en/what-if';
import { whatIf as fr } from './fr/what-if';
import { words } from './words';

// Both languages at once: they travel with what is tried out, not with the page.
words.addResourceBundle('fr', 'whatIf', fr);
words.addResourceBundle('en', 'whatIf', en);

/** The words of what is tried out. */
export const useWhatIfWords = () => useTranslation('whatIf');
