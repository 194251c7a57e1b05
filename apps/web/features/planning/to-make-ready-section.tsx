import type { CheckAnswer } from '#api/contract/check';
import { needs } from '#domain/vocabularies/programmes';
import { useFormat } from '../../i18n/format';
import { usePlanWords } from '../../i18n/plan-words';
import { useTerm } from '../../i18n/terms';
import { setPageState } from '../../state/use-page-state';
import { useCriterionWords } from '../gaps/area-words';
import { StructureSymbol } from '../structures/structure-symbol';
import { TryStructure } from '../what-if/try-buttons';
import { useDistanceWords } from './use-distance-words';

type ToMakeReady = CheckAnswer['toMakeReady'][number];

/** In sight beside the map; a page of its own shows all. */
const SHOWN = 4;

/** What the nearest structures lack, by name, and who would gain were they ready. */
export function ToMakeReadySection({ answer: { toMakeReady }, whole }: { answer: CheckAnswer; whole: boolean }) {
  const { t } = usePlanWords();
  const format = useFormat();
  const term = useTerm();
  const { criterion } = useCriterionWords();
  const distance = useDistanceWords();
  const gains = ({ peopleHere, peopleAnywhere }: ToMakeReady): string => {
    if (peopleHere === null || peopleAnywhere === null) return t('ready.gainsUnknown');
    if (peopleAnywhere === 0) return t('ready.gainsNobody');
    return peopleHere === 0 ? t('ready.gainsNobodyHere', { all: format.count(peopleAnywhere) }) : t('ready.gains', { here: format.count(peopleHere), all: format.count(peopleAnywhere) });
  };
  return (
    <section className="plan-section">
      <h3>{t('ready.title')}</h3>
      {toMakeReady.length === 0 ? <p className="note">{t('ready.none')}</p> : null}
      <ul className="plan-entries">
        {toMakeReady.slice(0, whole ? toMakeReady.length : SHOWN).map((one) => (
          <li key={one.id}>
            <span className="plan-entry-title">
              <StructureSymbol type={one.type} fill={one.readiness === 'unknown' ? 'question' : 'bar'} />{' '}
              {whole ? (
                one.name
              ) : (
                <button type="button" className="text-link" aria-label={t('ready.show', { name: one.name })} onClick={() => setPageState({ structure: one.id })}>
                  {one.name}
                </button>
              )}
            </span>
            <span className="note">{[distance(one), term(needs, one.need)].join(' · ')}</span>
            {one.missing.length === 0 ? null : <span>{t('ready.missing', { list: one.missing.map(criterion).join(', ') })}</span>}
            {one.unknown.length === 0 ? null : <span>{t('ready.toEstablish', { list: one.unknown.map(criterion).join(', ') })}</span>}
            <span className="note">{gains(one)}</span>
            {whole ? null : <TryStructure id={one.id} readiness={one.readiness} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
