import type { StructureDetail } from '#api/contract/records';
import type { Vocabulary } from '#domain/vocabulary';
import { availabilities, barriers, cadres, functionalityLevels, presences, services, stockItems } from '#domain/vocabularies/structures';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';

type Assessment = StructureDetail['assessments'][number];

/** A code of the vocabulary in words; anything else as the source gave it. */
function useAnyTerm() {
  const term = useTerm();
  return <Code extends string>(list: Vocabulary<Code>, code: string): string => {
    const known = list.codes.find((one) => one === code);
    return known === undefined ? code : term(list, known);
  };
}

/** What was found on one day, criterion by criterion, with its source. */
export function AssessmentEntry({ assessment }: { assessment: Assessment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const term = useAnyTerm();
  const found = [
    [t('structure.functionality'), term(functionalityLevels, assessment.functionality)],
    [t('structure.accessibility'), term(functionalityLevels, assessment.accessibility)],
    [t('structure.protocol'), term(presences, assessment.protocol)],
    [t('structure.privateRoom'), term(presences, assessment.privateRoom)],
    [t('structure.referralPath'), term(presences, assessment.referralPath)],
  ] as const;
  return (
    <>
      <p className="note">{assessment.assessedBy === null ? t('structure.byUnknown') : t('structure.by', { who: assessment.assessedBy })}</p>
      <p className="note">{found.map(([label, value]) => `${label} ${value.toLowerCase()}`).join(' · ')}</p>
      <Lines label={t('structure.service')} lines={assessment.services.map((one) => `${term(services, one.service)} · ${term(availabilities, one.availability)}${one.barriers.length > 0 ? ` · ${t('structure.barriers', { list: one.barriers.map((code) => term(barriers, code)).join(', ') })}` : ''}`)} />
      <Lines
        label={t('structure.staff')}
        lines={assessment.trainedStaff.map((one) => {
          const values = { cadre: term(cadres, one.cadre).toLowerCase(), service: term(services, one.service).toLowerCase() };
          if (one.number === null) return t('structure.staffUncounted', values);
          const n = format.count(one.number);
          return one.trainedOn === null ? t('structure.staffUndated', { ...values, n }) : t('structure.staffLine', { ...values, n, date: format.shortDate(one.trainedOn) });
        })}
      />
      {assessment.stockLines === null ? (
        <p className="note">{t('structure.stockHidden')}</p>
      ) : (
        <Lines
          label={t('structure.stock')}
          lines={assessment.stockLines.map((one) => {
            const values = { n: format.count(one.quantity), item: term(stockItems, one.item), counted: format.shortDate(one.countedOn) };
            return one.expiry === null ? t('structure.stockNoExpiry', values) : t('structure.stockLine', { ...values, date: format.shortDate(one.expiry) });
          })}
        />
      )}
      <p className="note">{assessment.sourceRow === null ? assessment.source : t('initiative.row', { source: assessment.source, row: String(assessment.sourceRow) })}</p>
    </>
  );
}

function Lines({ label, lines }: { label: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div className="timeline-lines">
      <h4>{label}</h4>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
