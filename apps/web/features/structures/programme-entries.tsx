import type { StructureDetail } from '#api/contract/records';
import { sessionTopics } from '#domain/vocabularies/programmes';
import { cadres, stockItems } from '#domain/vocabularies/structures';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';

/** Health staff of the structure that were trained. */
export function TrainingEntry({ training: one }: { training: StructureDetail['trainings'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  const values = { cadre: term(cadres, one.cadre).toLowerCase(), topic: term(sessionTopics, one.topic).toLowerCase() };
  return (
    <>
      <p>{one.number === null ? t('evidence.trainedUncounted', values) : t('evidence.trained', { ...values, n: format.count(one.number) })}</p>
      <p className="note">
        {[
          one.title,
          one.women === null || one.men === null ? null : t('evidence.trainedBySex', { women: format.count(one.women), men: format.count(one.men) }),
          one.protocolVersion === null ? null : t('evidence.protocolVersion', { version: one.protocolVersion }),
          one.source,
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
    </>
  );
}

/** Kits that came in, were given out or lost, batch by batch. */
export function MovementEntry({ movement: { lines, organisation, source } }: { movement: StructureDetail['movements'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  return (
    <>
      {lines === null ? (
        <p className="note">{t('evidence.hidden')}</p>
      ) : (
        lines.map((line, at) => {
          const values = { n: format.count(line.quantity), item: term(stockItems, line.item) };
          return <p key={at}>{line.expiry === null ? t('evidence.batchNoExpiry', values) : t('evidence.batch', { ...values, date: format.shortDate(line.expiry) })}</p>;
        })
      )}
      <p className="note">{[organisation, source].filter((part) => part !== null).join(' · ')}</p>
    </>
  );
}
