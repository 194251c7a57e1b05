import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCareWords } from '../../i18n/care-words';
import { usePageState } from '../../state/use-page-state';
import { AreaPicker } from '../forms/area-picker';
import { Choice, Remarks, TextField } from '../forms/fields';
import { LineList } from '../forms/line-list';
import { FaultBoundary } from '../notices/fault-boundary';
import { blankArea, blankCorner, cornerAt, placeOf, type TypedClosure } from './typed-closure';

const OutlineMap = lazy(() => import('../../map/outline-map'));
const PLACES = ['areas', 'outline'] as const;

interface Props {
  typed: TypedClosure;
  onChange: (part: Partial<TypedClosure>) => void;
}

/** Where people cannot move: areas by name, or an outline whose corners are tapped or typed. */
export function ClosurePlace({ typed, onChange }: Props) {
  const { t } = useCareWords();
  return (
    <>
      <Choice path="where" label={t('closed.where')} hint={t(`closed.whereNote.${typed.where}`)} value={typed.where} options={PLACES.map((code) => ({ code, label: t(`closed.whereOf.${code}`) }))} onChange={(where) => onChange({ where })} />
      {typed.kept === null ? null : (
        <p className="note entry-question">
          {t('closed.kept')}{' '}
          <button type="button" className="link-button" onClick={() => onChange({ kept: null })}>
            {t('closed.dropKept')}
          </button>
        </p>
      )}
      {typed.where === 'areas' ? (
        <LineList label={t('closed.areas')} lines={typed.areas} blank={blankArea} addWords={t('closed.addArea')} onChange={(areas) => onChange({ areas })}>
          {(line, change, index) => <AreaPicker path={`areaCodes.${String(index)}`} label={t('closed.area')} value={line.code} onChange={(code) => change({ code })} />}
        </LineList>
      ) : (
        <Outline typed={typed} onChange={onChange} />
      )}
    </>
  );
}

function Outline({ typed, onChange }: Props) {
  const { t } = useCareWords();
  return (
    <>
      <DrawnOutline typed={typed} onChange={onChange} />
      <div className="entry-question" data-path="outline">
        <p className="note" role="status">
          {t('closed.cornersCount', { count: typed.corners.length, n: String(typed.corners.length) })}
        </p>
        <Remarks path="outline" />
      </div>
      <LineList label={t('closed.corners')} lines={typed.corners} blank={blankCorner} addWords={t('closed.addCorner')} onChange={(corners) => onChange({ corners })}>
        {(line, change, index) => (
          <>
            <TextField path={`corners.${String(index)}.lat`} label={t('mission.lat')} value={line.lat} max={12} onChange={(lat) => change({ lat })} />
            <TextField path={`corners.${String(index)}.lng`} label={t('mission.lng')} value={line.lng} max={12} onChange={(lng) => change({ lng })} />
          </>
        )}
      </LineList>
    </>
  );
}

function DrawnOutline({ typed: { corners }, onChange }: Props) {
  const { t } = useCareWords();
  const { t: page } = useTranslation();
  const language = usePageState('lang');
  const [failed, setFailed] = useState(false);
  const places = useMemo(() => corners.map(placeOf).filter((place) => place !== null), [corners]);
  const broken = <p className="note">{t('closed.noMap')}</p>;
  if (failed) return broken;
  return (
    <div className="tap-map">
      <FaultBoundary instead={() => broken}>
        <Suspense fallback={<p className="map-words">{page('map.loading')}</p>}>
          <OutlineMap
            language={language}
            label={t('closed.mapLabel')}
            corners={places}
            drawing={page('map.loading')}
            buttons={{ zoomIn: page('map.zoomIn'), zoomOut: page('map.zoomOut') }}
            onCorner={(corner) => onChange({ corners: [...corners, cornerAt(corner)] })}
            onFailed={() => setFailed(true)}
          />
        </Suspense>
      </FaultBoundary>
    </div>
  );
}
