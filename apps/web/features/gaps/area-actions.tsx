import { useTranslation } from 'react-i18next';
import type { GapExplanation } from '#api/contract/gaps';
import type { LngLat } from '#domain/units';
import { setPageState, usePageState } from '../../state/use-page-state';
import { said } from '../../state/moments';
import { lookFrom } from '../reach/look-from';
import { useTriedWords } from '../what-if/change-words';
import { TryArea } from '../what-if/try-buttons';
import { useCriterionWords } from './area-words';

type Action = GapExplanation['nextActions'][number];

/** How many next steps stand in sight: more would be a list, not a step. */
const SHOWN = 2;

/** What can be done next, and the two things that can be done here: check an action, take the flag to the meeting. */
export function AreaActions({ area, sentences }: { area: GapExplanation; sentences: readonly string[] }) {
  const { t } = useTranslation();
  const lens = usePageState('lens');
  const words = useActionWords();
  const actions = area.nextActions.slice(0, SHOWN);
  const tried = useTriedWords();
  const trial = area.changes === undefined ? [] : [tried(area.changes)];
  const copy = () => {
    const lines = [`${area.name} · ${area.code}`, ...trial, ...sentences.map((sentence) => sentence.replaceAll('**', '')), ...actions.map(words), window.location.href];
    navigator.clipboard.writeText(lines.join('\n')).then(
      () => said.set(t('explain.copied')),
      () => said.set(t('app.shareFailed')),
    );
  };
  return (
    <>
      <h3 className="explanation-heading">{t('explain.actions')}</h3>
      {actions.length === 0 ? <p>{t('explain.noActions')}</p> : null}
      <ol className="actions">
        {actions.map((action) => (
          <li key={`${action.code}${action.structureId ?? ''}`}>
            {action.structureId === null ? (
              words(action)
            ) : (
              <button type="button" className="text-link" onClick={() => setPageState({ structure: action.structureId })}>
                {words(action)}
              </button>
            )}
          </li>
        ))}
      </ol>
      <div className="action-buttons">
        <button type="button" className="button button-main" onClick={copy}>
          {t('explain.copyAgenda')}
        </button>
        {area.centre === null ? null : <FromCentre centre={area.centre} />}
        {lens === 'planning' ? null : (
          <button type="button" className="button" onClick={() => setPageState({ lens: 'planning' })}>
            {t('explain.planHere')}
          </button>
        )}
      </div>
      <TryArea code={area.code} />
    </>
  );
}

function FromCentre({ centre }: { centre: LngLat }) {
  const { t } = useTranslation();
  return (
    <button type="button" className="button" onClick={() => lookFrom(centre)}>
      {t('from.centre')}
    </button>
  );
}

function useActionWords() {
  const { t } = useTranslation();
  const { criterion } = useCriterionWords();
  return ({ code, structureName, missing }: Action): string => {
    const name = structureName ?? t('action.here');
    switch (code) {
      case 'makeReady': {
        const what = t('action.makeReady', { name });
        return missing.length === 0 ? what : `${what}. ${t('action.makeReadyOf', { missing: missing.map(criterion).join(', ') })}`;
      }
      case 'assessStructure':
      case 'renewEvidence':
      case 'keepReady':
        return t(`action.${code}`, { name });
      case 'verifyReport':
      case 'bringCare':
      case 'announceCare':
      case 'raiseAwareness':
        return t(`action.${code}`);
    }
  };
}
