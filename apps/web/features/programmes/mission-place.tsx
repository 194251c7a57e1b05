import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCareWords } from '../../i18n/care-words';
import { usePageState } from '../../state/use-page-state';
import { AreaPicker } from '../forms/area-picker';
import { Choice, TextField } from '../forms/fields';
import { StructurePicker } from '../forms/structure-picker';
import { readNumber } from '../forms/typed';
import { FaultBoundary } from '../notices/fault-boundary';
import type { TypedMission } from './typed-mission';

const PointMap = lazy(() => import('../../map/point-map'));
const PLACES = ['host', 'point', 'area'] as const;
/** About ten metres. */
const DECIMALS = 4;

interface Props {
  typed: TypedMission;
  onChange: (part: Partial<TypedMission>) => void;
}

/** Where the team works: in a structure, at a point that is tapped or typed, or somewhere in an area. */
export function MissionPlace({ typed, onChange }: Props) {
  const { t } = useCareWords();
  return (
    <>
      <Choice path="place" label={t('mission.place')} hint={t(`mission.placeNote.${typed.place}`)} value={typed.place} options={PLACES.map((code) => ({ code, label: t(`mission.placeOf.${code}`) }))} onChange={(place) => onChange({ place })} />
      {typed.place === 'host' ? <StructurePicker path="hostStructureId" label={t('mission.host')} value={typed.host} onChange={(host) => onChange({ host })} /> : null}
      {typed.place === 'point' ? (
        <>
          <TapMap typed={typed} onChange={onChange} />
          <TextField path="lngLat.1" label={t('mission.lat')} value={typed.lat} max={12} onChange={(lat) => onChange({ lat })} />
          <TextField path="lngLat.0" label={t('mission.lng')} value={typed.lng} max={12} onChange={(lng) => onChange({ lng })} />
        </>
      ) : null}
      <AreaPicker path="areaCode" label={t('programme.area')} value={typed.areaCode} onChange={(areaCode) => onChange({ areaCode })} />
      <TextField path="locality" label={t('mission.locality')} placeholder={t('form.unknown')} value={typed.locality} onChange={(locality) => onChange({ locality })} />
    </>
  );
}

function TapMap({ typed, onChange }: Props) {
  const { t } = useCareWords();
  const { t: page } = useTranslation();
  const language = usePageState('lang');
  const [failed, setFailed] = useState(false);
  const lng = readNumber(typed.lng);
  const lat = readNumber(typed.lat);
  const point = lng === null || lat === null || !(Math.abs(lng) <= 180) || !(Math.abs(lat) <= 90) ? null : ([lng, lat] as const);
  const drawing = <p className="map-words">{page('map.loading')}</p>;
  const broken = <p className="note">{t('mission.noMap')}</p>;
  if (failed) return broken;
  return (
    <div className="tap-map">
      <FaultBoundary instead={() => broken}>
        <Suspense fallback={drawing}>
          <PointMap
            language={language}
            label={t('mission.mapLabel')}
            point={point}
            drawing={page('map.loading')}
            buttons={{ zoomIn: page('map.zoomIn'), zoomOut: page('map.zoomOut') }}
            onPick={([pickedLng, pickedLat]) => onChange({ lng: pickedLng.toFixed(DECIMALS), lat: pickedLat.toFixed(DECIMALS) })}
            onFailed={() => setFailed(true)}
          />
        </Suspense>
      </FaultBoundary>
    </div>
  );
}
