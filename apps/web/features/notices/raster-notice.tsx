import { useTranslation } from 'react-i18next';
import { useLostRasters } from '../../api/queries';
import './notices.css';

/** Says that a raster does not count any more because its file is gone, on every screen: the figures are others without it. */
export function RasterNotice() {
  const { t } = useTranslation();
  const lost = useLostRasters();
  return lost.map(({ id, kind, title }) => (
    <p key={id} className="raster-lost" role="alert">
      {t(`notices.lost.${kind}`, { title })}
    </p>
  ));
}
