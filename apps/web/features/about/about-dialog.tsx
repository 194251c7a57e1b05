import { DEFAULT_THETA } from '#domain/gap-defaults';
import { classOf } from '#domain/gap-classes';
import { allVocabularies } from '#domain/vocabularies/all';
import { careLevels, gapClasses } from '#domain/vocabularies/flags';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../controls/disclosure';
import { Modal } from '../../controls/modal';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { setPageState, usePageState } from '../../state/use-page-state';
import { ClassSwatch } from '../legend/class-swatch';
import './about.css';

/** How the classes are worked out, and every term of the project with its definition and source. */
export default function AboutDialog() {
  const { t } = useTranslation();
  const format = useFormat();
  const theta = usePageState('theta') ?? DEFAULT_THETA;
  return (
    <Modal title={t('about.title')} onClose={() => setPageState({ about: false })}>
      <p className="about-question">{t('about.question')}</p>
      <h3>{t('about.classesTitle')}</h3>
      <ol className="about-steps">
        <li>{t('about.classes1')}</li>
        <li>{t('about.classes2')}</li>
        <li>{t('about.classes3', { theta: format.percent(theta) })}</li>
      </ol>
      <ClassTable />
      <p className="note">
        {t('about.hatch')} {t('about.limits')}
      </p>
      <h3>{t('about.unknownTitle')}</h3>
      <p>{t('about.unknown')}</p>
      <h3>{t('about.glossary')}</h3>
      <Glossary />
    </Modal>
  );
}

function ClassTable() {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <div className="about-table" role="region" aria-label={t('about.classesTitle')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <td />
            {careLevels.codes.map((code) => (
              <th key={code} scope="col">
                {term(careLevels, code)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[true, false].map((aware) => (
            <tr key={String(aware)}>
              <th scope="row">{aware ? t('about.tableAware') : t('about.tableNotAware')}</th>
              {careLevels.codes.map((care) => (
                <td key={care}>
                  <ClassSwatch entry={classOf(aware, care)} /> {term(gapClasses, classOf(aware, care))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Glossary() {
  const { t } = useTranslation();
  const language = usePageState('lang');
  return (
    <>
      {Object.values(allVocabularies).map((list) => (
        <Disclosure key={list.name} title={list[language]} note={list.codes.length}>
          <dl className="glossary">
            {list.codes.map((code) => {
              const entry = list.terms[code];
              return entry === undefined ? null : (
                <div key={code}>
                  <dt>{entry[language]}</dt>
                  <dd>
                    {language === 'fr' ? entry.definitionFr : entry.definitionEn}
                    {entry.tag === undefined ? null : <code> {entry.tag}</code>}
                  </dd>
                </div>
              );
            })}
          </dl>
          <p className="note">{t('about.glossarySource', { source: list.source })}</p>
        </Disclosure>
      ))}
    </>
  );
}
