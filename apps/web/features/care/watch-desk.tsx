import { useTranslation } from 'react-i18next';
import { useCareWords } from '../../i18n/care-words';
import { useFormat } from '../../i18n/format';
import { setPageState, usePageState } from '../../state/use-page-state';
import { ServiceLines } from '../filters/service-lines';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';
import { LapsingSection } from './lapsing-section';
import { NeedsSection } from './needs-section';
import { RefreshersSection } from './refreshers-section';
import './watch.css';

/** What lapses, which refreshers are due, and what stands between structures and readiness. */
export default function WatchDesk() {
  const { t } = useCareWords();
  const page = useTranslation();
  const format = useFormat();
  const { answer } = useDisplayedGaps();
  const service = usePageState('service');
  const province = usePageState('province');
  return (
    <section className="care-desk watch" aria-labelledby="watch-title">
      <header className="care-head">
        <div>
          <h2 id="watch-title">{t('watch.title')}</h2>
          {answer === undefined ? null : <p>{t('watch.intro', { service: page.t(`service.asked.${service}`), date: format.date(answer.parameters.asOf) })}</p>}
          {province.length === 0 ? null : (
            <p className="note">
              {t('watch.province')}{' '}
              <button type="button" className="text-link" onClick={() => setPageState({ province: [] })}>
                {t('watch.allProvinces')}
              </button>
            </p>
          )}
        </div>
        <div className="watch-question" role="group" aria-label={t('watch.question')}>
          <ServiceLines />
        </div>
      </header>
      <LapsingSection />
      <RefreshersSection />
      <NeedsSection />
    </section>
  );
}
