import type { StructureDetail } from '#api/contract/records';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { useCriterionWords } from '../gaps/area-words';

/** Criteria on which two sources say opposite things: both, which of them counts, and by which rule. */
export function DisagreementList({ disagreements }: { disagreements: StructureDetail['disagreements'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { criterion, cause } = useCriterionWords();
  if (disagreements.length === 0) return null;
  return (
    <section className="disagreements" aria-labelledby="disagreements-title">
      <h3 id="disagreements-title">{t('disagree.title')}</h3>
      {disagreements.map((one) => (
        <div key={one.code} className="disagreement">
          <p className="criterion-name">{criterion(one.code)}</p>
          <ul>
            {one.sides.map((side) => (
              <li key={`${side.source}${side.on}${side.verdict}`} data-counts={side.counts}>
                {t('disagree.side', { source: side.source, date: format.shortDate(side.on), verdict: side.verdict === 'met' ? t('disagree.yes') : t('disagree.no'), cause: cause(side.cause) })}
                {side.counts ? <span className="chip">{t('disagree.counts')}</span> : null}
              </li>
            ))}
          </ul>
          <p className="note">{t(one.rule === 'newest' ? 'disagree.newest' : 'disagree.sameDay')}</p>
        </div>
      ))}
    </section>
  );
}
