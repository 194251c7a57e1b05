import { standardStates } from '#domain/vocabularies/programmes';
import { services } from '#domain/vocabularies/structures';
import { useStandards, type StandardItem } from '../../api/programmes';
import { useCareWords } from '../../i18n/care-words';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { usePageState } from '../../state/use-page-state';
import { Answered } from '../care/answered';
import { Desk } from '../care/desk';
import { RowActions } from '../care/row-actions';
import { Comparison } from './comparison';
import { useCriterionSentence } from './criterion-words';
import { nameOfStandard } from './typed-standard';
import '../programmes/programmes.css';
import './standards.css';

/** By which criteria care is judged, service by service: drafts, what is in force, what was replaced; and what a change would do. */
export default function StandardDesk() {
  const { t } = useCareWords();
  const term = useTerm();
  const query = useStandards();
  return (
    <Desk id="standards" title={t('standard.title')} intro={t('standard.intro')} begin={[{ form: 'standard', label: t('standard.new') }]}>
      <Answered query={query} loading={t('standard.loading')}>
        {({ items }) => (
          <>
            <Comparison standards={items} />
            {services.codes.map((service) => {
              const own = items.filter((one) => one.service === service);
              return (
                <section key={service} aria-label={term(services, service)}>
                  <h3>{term(services, service)}</h3>
                  {own.length === 0 ? <p className="note">{t('standard.noneOfService')}</p> : null}
                  <ul className="care-list">
                    {own.map((standard) => (
                      <StandardRow key={nameOfStandard(standard)} standard={standard} />
                    ))}
                  </ul>
                </section>
              );
            })}
          </>
        )}
      </Answered>
    </Desk>
  );
}

function StandardRow({ standard }: { standard: StandardItem }) {
  const { t } = useCareWords();
  const term = useTerm();
  const format = useFormat();
  const language = usePageState('lang');
  const sentence = useCriterionSentence();
  const { version, nameFr, nameEn, authority, adoptedOn, state, criteria, entered, assessmentMaxAgeDays, stockCountMaxAgeDays } = standard;
  const groups = [
    { title: t('standard.required'), listed: criteria.filter(({ required }) => required) },
    { title: t('standard.recommended'), listed: criteria.filter(({ required }) => !required) },
  ];
  return (
    <li className="care-row">
      <p className="care-row-title">
        {language === 'fr' ? nameFr : nameEn} <span className="note">{t('standard.versionOf', { version: String(version) })}</span>
      </p>
      <div className="care-row-side">
        <span className="phase" data-phase={state === 'adopted' ? 'accepted' : state === 'draft' ? 'open' : 'after'}>
          {term(standardStates, state)}
        </span>
      </div>
      <p className="note">{[authority, adoptedOn === null ? t('standard.notAdopted') : t('standard.appliesFrom', { date: format.date(adoptedOn) })].join(' · ')}</p>
      <details className="disclosure standard-criteria">
        <summary>
          <span>{t('standard.count', { count: criteria.length, n: format.count(criteria.length) })}</span>
        </summary>
        {groups.map(({ title, listed }) =>
          listed.length === 0 ? null : (
            <div key={title}>
              <p className="note">{title}</p>
              <ul>
                {listed.map((criterion) => (
                  <li key={criterion.code}>{sentence(criterion)}</li>
                ))}
              </ul>
            </div>
          ),
        )}
        <p className="note">{t('standard.agesOf', { assessment: format.count(assessmentMaxAgeDays), stock: format.count(stockCountMaxAgeDays) })}</p>
      </details>
      <RowActions form="standard" record={nameOfStandard(standard)} label={t(adoptedOn === null ? 'standard.editOrAdopt' : 'standard.startNext')} entered={entered} />
    </li>
  );
}
