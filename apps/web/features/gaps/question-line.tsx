import { useTranslation } from 'react-i18next';
import type { Service } from '#domain/records';
import { useFormat } from '../../i18n/format';
import './question-line.css';

interface Props {
  service: Service;
  /** The day foretold; null: no forecast. */
  foretold: string | null;
}

/** Stands above an answer that is not about the usual service, or is foretold; the plain question needs no line. */
export function QuestionLine({ service, foretold }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (service === 'cmr' && foretold === null) return null;
  return (
    <p className="question-line" data-forecast={foretold !== null}>
      {[foretold === null ? null : t('ahead.of', { date: format.date(foretold) }), service === 'cmr' ? null : t(`service.asked.${service}`)].filter((part) => part !== null).join(' · ')}
    </p>
  );
}
