import { useTranslation } from 'react-i18next';
import type { SurfaceShown } from '#api/contract/travel-time';

/** What travel times are modelled over, in words: whose, and of which year. */
export function useSurfaceWords() {
  const { t } = useTranslation();
  return (surface: SurfaceShown | null): string => (surface === null ? '' : surface.year === null ? t('reach.surface', { source: surface.source }) : t('reach.surfaceYear', { source: surface.source, year: String(surface.year) }));
}
