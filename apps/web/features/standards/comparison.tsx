import { readinessLevels } from '#domain/vocabularies/flags';
import { standardStates } from '#domain/vocabularies/programmes';
import { useComparison, type CompareAnswer, type StandardItem } from '../../api/programmes';
import { useCareWords } from '../../i18n/care-words';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { setPageState, usePageState } from '../../state/use-page-state';
import { Answered } from '../care/answered';
import { useCriterionWords } from '../gaps/area-words';
import { nameOfStandard } from './typed-standard';

/** Two versions side by side: which structures pass, fail, become unknown, and by which criteria. */
export function Comparison({ standards }: { standards: readonly StandardItem[] }) {
  const { t } = useCareWords();
  const a = usePageState('compareA');
  const b = usePageState('compareB');
  const service = standards.find((one) => nameOfStandard(one) === a)?.service ?? null;
  const query = useComparison(a, b);
  return (
    <section className="comparison" aria-labelledby="comparison-title">
      <h3 id="comparison-title">{t('compare.title')}</h3>
      <div className="care-tools">
        <VersionSelect label={t('compare.from')} value={a} standards={standards} onChoose={(compareA) => setPageState({ compareA, compareB: null })} />
        <VersionSelect label={t('compare.to')} value={b} standards={standards.filter((one) => one.service === service && nameOfStandard(one) !== a)} onChoose={(compareB) => setPageState({ compareB })} />
      </div>
      {a === null || b === null ? (
        <p className="note">{t(a === null ? 'compare.choose' : 'compare.chooseOther')}</p>
      ) : (
        <Answered query={query} loading={t('compare.loading')}>
          {(answer) => <Changes answer={answer} />}
        </Answered>
      )}
    </section>
  );
}

function VersionSelect({ label, value, standards, onChoose }: { label: string; value: string | null; standards: readonly StandardItem[]; onChoose: (name: string | null) => void }) {
  const { t } = useCareWords();
  const term = useTerm();
  const language = usePageState('lang');
  return (
    <label className="cover-tool version-select">
      <span className="note">{label}</span>
      <select className="select" value={value ?? ''} onChange={(event) => onChoose(event.target.value === '' ? null : event.target.value)}>
        <option value="">{t('compare.none')}</option>
        {standards.map((one) => (
          <option key={nameOfStandard(one)} value={nameOfStandard(one)}>
            {`${language === 'fr' ? one.nameFr : one.nameEn} ${t('standard.versionOf', { version: String(one.version) })}, ${term(standardStates, one.state).toLowerCase()}`}
          </option>
        ))}
      </select>
    </label>
  );
}

function Changes({ answer }: { answer: CompareAnswer }) {
  const { t } = useCareWords();
  const term = useTerm();
  const format = useFormat();
  const { criterion, cause } = useCriterionWords();
  const { counts, structures, structuresTotal, asOf } = answer;
  const changed = counts.filter(({ from, to, structures: n }) => from !== to && n > 0);
  const same = counts.filter(({ from, to, structures: n }) => from === to && n > 0);
  type Side = CompareAnswer['structures'][number]['criteria'][number]['a'];
  const side = (one: Side): string => (one === null ? t('compare.notAsked') : [cause(one.cause), t(one.required ? 'compare.isRequired' : 'compare.isRecommended')].join(', '));
  return (
    <>
      <p className="note">{t('compare.asOf', { date: format.date(asOf) })}</p>
      <ul className="compare-counts">
        {changed.map(({ from, to, structures: n }) => (
          <li key={`${from}${to}`}>
            <strong className="care-figure">{format.count(n)}</strong> {term(readinessLevels, from)} → <strong>{term(readinessLevels, to)}</strong>
          </li>
        ))}
        {same.map(({ from, structures: n }) => (
          <li key={from} className="note">
            {t('compare.stays', { n: format.count(n), state: term(readinessLevels, from).toLowerCase() })}
          </li>
        ))}
      </ul>
      {structuresTotal === 0 ? <p>{t('compare.noDifference')}</p> : null}
      <ul className="care-list">
        {structures.map(({ structureId, structureName, healthZone, province, from, to, criteria }) => (
          <li key={structureId} className="care-row">
            <p className="care-row-title">
              <button type="button" className="link-button compare-name" onClick={() => setPageState({ view: 'gaps', structure: structureId })}>
                {structureName}
              </button>
            </p>
            <p className="care-row-side">
              {term(readinessLevels, from)} → <strong>{term(readinessLevels, to)}</strong>
            </p>
            <p className="note">{[healthZone?.name, province?.name].filter((part) => part !== undefined).join(' · ')}</p>
            <ul className="compare-why">
              {criteria.map((one) => (
                <li key={one.code}>
                  {criterion(one.code)} <span className="note">{t('compare.fromTo', { from: side(one.a), to: side(one.b) })}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {structures.length < structuresTotal ? <p className="note">{t('compare.firstOf', { n: format.count(structures.length), total: format.count(structuresTotal) })}</p> : null}
    </>
  );
}
