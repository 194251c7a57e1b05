import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { countWords, useTrained } from './use-trained';

/** The sessions of one province, in words: what the label on the map has no room for. */
export function TrainedFigures({ code }: { code: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const trained = useTrained();
  const area = trained?.areas.find((one) => one.code === code);
  if (!trained || area === undefined) return null;
  const { months } = trained.answer;
  const { sessionsHeld, sessionsPlanned, total, totalNotCounted, planned, plannedNotCounted, lacking, followed, lastHeldOn, nextPlannedOn, heldSomewhere } = area;
  const without = followed === 1 ? t('trained.without', { count: months, n: format.count(months) }) : t('trained.lacking', { count: months, months: format.count(months), n: format.count(lacking), of: format.count(followed) });
  const since = [lastHeldOn === null ? t('trained.never') : t('trained.last', { date: format.shortDate(lastHeldOn) }), ...(nextPlannedOn === null ? [] : [t('trained.next', { date: format.shortDate(nextPlannedOn) })])];
  return (
    <>
      <strong>{area.name}</strong>
      {sessionsHeld + sessionsPlanned === 0 ? null : <span>{t('trained.people', { held: sessionsHeld === 0 ? format.count(0) : countWords(format, total, totalNotCounted), planned: countWords(format, planned, plannedNotCounted) })}</span>}
      <span>{t('trained.sessions', { held: format.count(sessionsHeld), coming: format.count(sessionsPlanned) })}</span>
      {totalNotCounted === 0 ? null : <span>{t('trained.notCounted', { n: format.count(totalNotCounted) })}</span>}
      {lacking === 0 ? null : <span>{followed === 1 ? `${without} (${since.join(', ')})` : without}</span>}
      {heldSomewhere === 0 ? null : <span>{t('trained.somewhere', { n: format.count(heldSomewhere) })}</span>}
    </>
  );
}
