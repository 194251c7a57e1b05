import { useTranslation } from 'react-i18next';
import type { LngLat } from '#domain/units';
import { usePageState } from '../../state/use-page-state';

/** A position in degrees, as people write it: two decimals are about a kilometre, enough to recognise a place. */
export function usePointWords() {
  const { t } = useTranslation();
  const language = usePageState('lang');
  const degrees = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return ([lng, lat]: LngLat): string => `${t(lat < 0 ? 'from.south' : 'from.north', { n: degrees.format(Math.abs(lat)) })}, ${t(lng < 0 ? 'from.west' : 'from.east', { n: degrees.format(Math.abs(lng)) })}`;
}
