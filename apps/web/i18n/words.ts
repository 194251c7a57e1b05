import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../state/page-state';
import { fr } from './fr';
import type { frCare } from './fr-care';
import type { whatIf } from './fr/what-if';
import type { frData } from './fr-data';
import type { frPlans } from './fr-plans';

/** A key that the catalogue does not have is a fault of the build, found by the type check; nothing is guessed at run time. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof fr; data: typeof frData; care: typeof frCare; plans: typeof frPlans; whatIf: typeof whatIf };
    strictKeyChecks: true;
  }
}

export const words = i18next.createInstance();

void words.use(initReactI18next).init({
  lng: 'fr',
  fallbackLng: false,
  defaultNS: 'words',
  resources: { fr: { words: fr } },
  // React escapes; i18next would do it twice.
  interpolation: { escapeValue: false },
  initAsync: false,
  returnNull: false,
});

/** Makes the page speak a language. French travels with the page, English when it is asked for. */
export async function speak(language: Language): Promise<void> {
  if (language === 'en' && !words.hasResourceBundle('en', 'words')) {
    const { en } = await import('./en');
    words.addResourceBundle('en', 'words', en);
  }
  if (words.language !== language) await words.changeLanguage(language);
}
