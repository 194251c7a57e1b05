import { useCareWords } from '../../i18n/care-words';
import { createStore, useStore } from '../../state/store';
import { TextField } from './fields';
import { keep, readKept } from './kept';

/** Which organisation or function fills forms in on this device: asked once. Never a person’s name. */
export const signature = createStore((readKept('signature') as string | null) ?? '');
signature.subscribe(() => keep('signature', signature.get()));

export function SignatureField({ label }: { label?: string }) {
  const { t } = useCareWords();
  return <TextField path="enteredBy" label={label ?? t('form.enteredBy')} placeholder={t('form.enteredByHint')} max={120} value={useStore(signature)} onChange={(value) => signature.set(value)} />;
}
