import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LngLat } from '#domain/units';
import { Disclosure } from '../../controls/disclosure';
import { setPageState } from '../../state/use-page-state';
import { readNumber } from '../forms/typed';

/** The point as two numbers, to be moved without a pointer. */
export function PointFields({ from }: { from: LngLat }) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState({ lng: from[0].toFixed(4), lat: from[1].toFixed(4) });
  const [tried, setTried] = useState(false);
  const lng = readNumber(typed.lng) ?? Number.NaN;
  const lat = readNumber(typed.lat) ?? Number.NaN;
  const isPlace = Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
  const search = () => {
    setTried(true);
    if (isPlace) setPageState({ from: [lng, lat] });
  };
  return (
    <Disclosure title={t('from.move')}>
      <form
        className="point-fields"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        {(['lat', 'lng'] as const).map((axis) => (
          <label key={axis}>
            <span className="line-label">{t(`from.${axis}`)}</span>
            <input className="field" inputMode="decimal" autoComplete="off" value={typed[axis]} maxLength={12} aria-invalid={tried && !isPlace} aria-describedby={id} onChange={(event) => setTyped({ ...typed, [axis]: event.target.value })} />
          </label>
        ))}
        <button type="submit" className="button">
          {t('from.set')}
        </button>
      </form>
      <p id={id} className="remarks" role="status">
        {tried && !isPlace ? t('from.wrong') : null}
      </p>
    </Disclosure>
  );
}
