import { useTranslation } from 'react-i18next';
import { enData } from './en-data';
import { frData } from './fr-data';
import { words } from './words';

// Both languages at once: the view is opened by few, and switching it must not wait.
words.addResourceBundle('fr', 'data', frData);
words.addResourceBundle('en', 'data', enData);

/** The words of the view of data. */
export const useDataWords = () => useTranslation('data');
