import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { getPageState } from '../state/use-page-state';
import { en } from './en';
import { fr } from './fr';

/** A key that the catalogue does not have is a fault of the build, found by the type check; nothing is guessed at run time. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof fr };
    strictKeyChecks: true;
  }
}

export const words = i18next.createInstance();

void words.use(initReactI18next).init({
  lng: getPageState().lang,
  fallbackLng: false,
  defaultNS: 'words',
  resources: { fr: { words: fr }, en: { words: en } },
  // React escapes; i18next would do it twice.
  interpolation: { escapeValue: false },
  initAsync: false,
  returnNull: false,
});
