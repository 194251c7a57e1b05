import type { TriedChange } from '#api/contract/tried';
import { useWhatIfWords } from '../../i18n/what-if-words';

/** A change as a few words. */
export function useChangeWords(): (change: Pick<TriedChange, 'kind' | 'name'>) => string {
  const { t } = useWhatIfWords();
  return ({ kind, name }) => t(`whatIf.${kind}`, { name });
}
