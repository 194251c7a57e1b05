import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../controls/disclosure';
import { setPageState } from '../../state/use-page-state';

/** Why travel time cannot be chosen yet, and what makes it possible. */
export function SurfaceMissing() {
  const { t } = useTranslation();
  return (
    <Disclosure title={t('reach.noSurface')}>
      <p className="note">{t('reach.noSurfaceWhy')}</p>
      <button type="button" className="link-button" onClick={() => setPageState({ view: 'import', desk: 'files' })}>
        {t('reach.load')}
      </button>
    </Disclosure>
  );
}
