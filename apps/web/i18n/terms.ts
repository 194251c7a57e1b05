import type { Vocabulary } from '#domain/vocabulary';
import type { Language } from '../state/page-state';
import { usePageState } from '../state/use-page-state';

export const termIn = <Code extends string>(language: Language, list: Vocabulary<Code>, code: Code): string => list.terms[code][language];

/** Labels of the vocabularies in the language of the page. */
export function useTerm(): <Code extends string>(list: Vocabulary<Code>, code: Code) => string {
  const language = usePageState('lang');
  return (list, code) => termIn(language, list, code);
}

export function useDefinition(): <Code extends string>(list: Vocabulary<Code>, code: Code) => string {
  const language = usePageState('lang');
  return (list, code) => list.terms[code][language === 'fr' ? 'definitionFr' : 'definitionEn'];
}
