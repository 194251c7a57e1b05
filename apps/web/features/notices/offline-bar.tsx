import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { useIsOnline } from '../../state/media';
import { storedSince } from '../../state/moments';
import { useStore } from '../../state/store';
import './notices.css';

/** Says that what is shown comes from this device, and from when. */
export function OfflineBar() {
  const { t } = useTranslation();
  const format = useFormat();
  const online = useIsOnline();
  const since = useStore(storedSince);
  if (online && since === null) return null;
  return (
    <p className="offline" role="status">
      {since === null ? t('notices.offlineNow') : t('notices.offline', { when: format.moment(since) })}
    </p>
  );
}
