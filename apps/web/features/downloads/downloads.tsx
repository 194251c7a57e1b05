import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../controls/disclosure';
import { gapQuestion, overlapsQuestion } from '../../state/question';
import { usePart, usePageState } from '../../state/use-page-state';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';
import './downloads.css';

const FORMATS = ['xlsx', 'csv', 'hxl', 'geojson'] as const;

/** The list of the screen as files, with its settings and filters. Pairs have no outline, and so no GeoJSON. */
export function Downloads() {
  const { t } = useTranslation();
  const { shown } = useDisplayedGaps();
  const view = usePageState('view');
  const query = usePart((state) => (state.view === 'overlaps' ? overlapsQuestion(state) : gapQuestion(state, { threshold: true, filters: true })));
  if (shown === undefined || shown.areas.length === 0) return null;
  const path = view === 'overlaps' ? '/api/overlaps' : '/api/gaps';
  return (
    <div className="downloads">
      <Disclosure title={t('downloads.title')}>
        <p className="note">{t('downloads.note')}</p>
        <ul>
          {FORMATS.filter((format) => view === 'gaps' || format !== 'geojson').map((format) => (
            <li key={format}>
              <a href={`${path}?${query === '' ? '' : `${query}&`}format=${format}`} download>
                {t(`downloads.${format}`)}
              </a>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
