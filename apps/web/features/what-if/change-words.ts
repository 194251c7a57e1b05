import type { TriedChange } from '#api/contract/tried';
import { useWhatIfWords } from '../../i18n/what-if-words';

/** A change as a few words. */
export function useChangeWords(): (change: Pick<TriedChange, 'kind' | 'name'>) => string {
  const { t } = useWhatIfWords();
  return ({ kind, name }) => t(`whatIf.${kind}`, { name });
}

/** All that is tried out, in a sentence that goes with what leaves the screen. */
export function useTriedWords(): (changes: readonly Pick<TriedChange, 'kind' | 'name'>[]) => string {
  const { t } = useWhatIfWords();
  const words = useChangeWords();
  return (changes) => t('whatIf.printed', { list: changes.map(words).join(' · ') });
}
