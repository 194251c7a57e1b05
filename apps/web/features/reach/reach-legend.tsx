import { closureEffects } from '#domain/vocabularies/reach';
import { TRAVEL_TIME_BAND } from '#domain/units';
import { useTranslation } from 'react-i18next';
import { useClosures, useDayOfMap } from '../../api/programmes';
import { useIsochrones, useSurface } from '../../api/reach';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { BANDS } from '../../map/isochrone-styles';
import { setPageState, usePageState } from '../../state/use-page-state';
import { useSurfaceWords } from './surface-words';
import './reach.css';

/** Bands of minutes on the map, or not; without a surface there are none to be had. */
export function IsochroneSwitch() {
  const { t } = useTranslation();
  const shown = usePageState('isochrones');
  const surface = useSurface();
  return (
    <label className="legend-layer" title={surface === null ? t('isochrones.needSurface') : undefined}>
      <input type="checkbox" checked={shown && surface !== null} disabled={surface === null} onChange={() => setPageState({ isochrones: !shown })} />
      {t('isochrones.label')}
    </label>
  );
}

/** What the bands say, in sentences: whose model, on which day, and how far it may be from the truth. */
export function useIsochroneWords(): readonly string[] | null {
  const { t } = useTranslation();
  const format = useFormat();
  const surfaceWords = useSurfaceWords();
  const asked = usePageState('isochrones');
  const surface = useSurface() ?? null;
  const day = useDayOfMap();
  const { data } = useIsochrones(asked && surface !== null);
  if (!asked || data === undefined) return null;
  return [
    t('isochrones.of', { count: data.structures, n: format.count(data.structures), date: day === null ? t('app.unknown') : format.date(day) }),
    surfaceWords(data.surface),
    t('isochrones.band', { times: new Intl.NumberFormat(format.locale).format(TRAVEL_TIME_BAND[1]) }),
  ];
}

/** The bands and their colours, while they are drawn. */
export function IsochroneLegend() {
  const { t } = useTranslation();
  const asked = usePageState('isochrones');
  const surface = useSurface() ?? null;
  const words = useIsochroneWords();
  const { isError } = useIsochrones(asked && surface !== null);
  if (!asked || surface === null) return null;
  return (
    <>
      <h3 className="filter-label legend-missions">{t('isochrones.title')}</h3>
      {words === null ? (
        <p className="note" role="status">
          {t(isError ? 'isochrones.failed' : 'isochrones.loading')}
        </p>
      ) : (
        <>
          <BandList />
          <p className="note">{words.join(' · ')}</p>
          <p className="note">{t('isochrones.pale')}</p>
        </>
      )}
    </>
  );
}

/** Every band with its colour. */
export function BandList() {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className="band-list" aria-label={t('isochrones.title')}>
      {BANDS.map(({ minutes, colour }) => (
        <li key={minutes}>
          <span className="band-swatch" style={{ background: colour }} aria-hidden="true" />
          {format.duration(minutes)}
        </li>
      ))}
    </ul>
  );
}

/** Areas closed to movement on the day of the map: shown or not, how many, and the way to their list. */
export function ClosureLegend() {
  const { t } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  const shown = usePageState('closures');
  const day = useDayOfMap();
  const { data } = useClosures(shown);
  const inForce = shown && data !== undefined ? data.items.filter((item) => item.inForce) : [];
  if (inForce.length === 0 || day === null) return null;
  return (
    <>
      <h3 className="filter-label legend-missions">{t('closure.label')}</h3>
      <ul className="band-list">
        {closureEffects.codes.map((effect) => {
          const n = inForce.filter((item) => item.effect === effect).length;
          return n === 0 ? null : (
            <li key={effect}>
              <span className="closed-swatch" data-effect={effect} aria-hidden="true" />
              {`${term(closureEffects, effect)} · ${format.count(n)}`}
            </li>
          );
        })}
      </ul>
      <p className="note">{t('closure.on', { date: format.date(day) })}</p>
      <button type="button" className="text-link" onClick={() => setPageState({ view: 'care', care: 'closures' })}>
        {t('closure.all')}
      </button>
    </>
  );
}
