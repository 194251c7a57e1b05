import { Modal } from '../../controls/modal';
import { useFormat } from '../../i18n/format';
import { useWhatIfWords } from '../../i18n/what-if-words';
import { useScenarios } from '../../api/what-if';
import { useImports } from '../../api/imports';
import { said } from '../../state/moments';
import { stateOfQuestion } from '../../state/question';
import { changesIn } from '../../state/tried';
import { setPageState, usePageState } from '../../state/use-page-state';
import { UndoEntry } from '../forms/undo-entry';
import { Problem } from '../notices/problem';
import { SaveScenario } from './save-scenario';

type Part = 'save' | 'list';

/** Changes kept under a name: keep those of the screen, open others, take one back. */
export function ScenarioDialog({ part, onPart, onClose }: { part: Part; onPart: (part: Part) => void; onClose: () => void }) {
  const { t } = useWhatIfWords();
  const some = changesIn(usePageState('whatIf')).length > 0;
  return (
    <Modal title={t('whatIf.scenarios')} onClose={onClose}>
      {part === 'save' && some ? <SaveScenario onSaved={() => onPart('list')} /> : <ScenarioList onOpened={onClose} />}
      {part === 'list' || some ? null : <p className="note">{t('whatIf.noneToSave')}</p>}
    </Modal>
  );
}

function ScenarioList({ onOpened }: { onOpened: () => void }) {
  const { t } = useWhatIfWords();
  const format = useFormat();
  const { data, error, refetch } = useScenarios();
  const mayUndo = useImports(true).isSuccess;
  if (data === undefined) return error ? <Problem error={error} onRetry={() => void refetch()} /> : <p className="note">{t('whatIf.loading')}</p>;
  if (data.items.length === 0) return <p className="note">{t('whatIf.none')}</p>;
  const open = (question: string, changes: string) => {
    setPageState({ ...stateOfQuestion(question), whatIf: changes });
    said.set(t('whatIf.opened'));
    onOpened();
  };
  return (
    <ul className="scenarios">
      {data.items.map(({ id, name, question, changes, savedOn, entered, known }) => {
        const told = { date: format.shortDate(savedOn), n: format.count(changesIn(changes).length) };
        return (
          <li key={id} className="scenario">
            <div>
              <strong>{name}</strong>
              <p className="note">{entered.by === null ? t('whatIf.savedOn', told) : t('whatIf.savedOnBy', { ...told, by: entered.by })}</p>
              {known ? null : <p className="note">{t('whatIf.stale')}</p>}
            </div>
            <button type="button" className="button" onClick={() => open(question, changes)}>
              {t('whatIf.open')}
            </button>
            {mayUndo && entered.importId !== null ? <UndoEntry importId={entered.importId} quiet onUndone={() => void refetch()} /> : null}
          </li>
        );
      })}
    </ul>
  );
}
