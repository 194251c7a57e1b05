import { useState, type SyntheticEvent } from 'react';
import { tiers } from '#domain/vocabularies/structures';
import { useTerm } from '../../i18n/terms';
import { useWhatIfWords } from '../../i18n/what-if-words';
import { useSaveScenario } from '../../api/what-if';
import { said } from '../../state/moments';
import { gapQuestion } from '../../state/question';
import { useStore } from '../../state/store';
import { changesAsked } from '../../state/tried';
import { getPageState } from '../../state/use-page-state';
import { signature } from '../forms/signature';
import { today } from '../forms/today';
import { Problem } from '../notices/problem';

/** Keeps the question of the screen with its changes under a name. What is typed stays until the server has it. */
export function SaveScenario({ onSaved }: { onSaved: () => void }) {
  const { t } = useWhatIfWords();
  const term = useTerm();
  const enteredBy = useStore(signature);
  const [name, setName] = useState('');
  const [tier, setTier] = useState<(typeof tiers.codes)[number]>('coordination');
  // One key for as long as the content is the same: sent twice, it is stored once.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const save = useSaveScenario();
  const changed = <Value,>(set: (value: Value) => void) => (value: Value): void => {
    set(value);
    setKey(crypto.randomUUID());
  };
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    const state = getPageState();
    const changes = changesAsked(state.whatIf);
    if (changes === null) return;
    const record = { name: name.trim(), question: gapQuestion(state, { threshold: true, filters: true }), changes, savedOn: today(), tier };
    save.mutate({ key, enteredBy: enteredBy.trim(), source: null, entries: [{ kind: 'scenario', record }] }, {
      onSuccess: () => {
        said.set(t('whatIf.saved'));
        onSaved();
      },
    });
  };
  return (
    <form className="save-scenario" onSubmit={send}>
      <label>
        {t('whatIf.name')}
        <input className="field" required maxLength={200} value={name} placeholder={t('whatIf.nameHint')} onChange={(event) => changed(setName)(event.target.value)} />
      </label>
      <label>
        {t('whatIf.enteredBy')}
        <input className="field" required maxLength={120} value={enteredBy} onChange={(event) => changed(signature.set)(event.target.value)} />
      </label>
      <label>
        {t('whatIf.tier')}
        <select className="select" value={tier} onChange={(event) => changed(setTier)(event.target.value as typeof tier)}>
          {tiers.codes.map((code) => (
            <option key={code} value={code}>
              {term(tiers, code)}
            </option>
          ))}
        </select>
      </label>
      {save.error === null ? null : <Problem error={save.error} onRetry={() => save.reset()} />}
      <button type="submit" className="button button-main" disabled={save.isPending}>
        {t(save.isPending ? 'whatIf.saving' : 'whatIf.saveNow')}
      </button>
    </form>
  );
}
