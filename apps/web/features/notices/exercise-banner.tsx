import { useTranslation } from 'react-i18next';
import './notices.css';

/** Worn by every screen that shows exercise data, so that no picture of it passes for the real thing. */
export function ExerciseBanner() {
  const { t } = useTranslation();
  return (
    <p className="exercise" role="note">
      {t('notices.exercise')}
    </p>
  );
}
