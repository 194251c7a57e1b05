import { mayGiveCare } from '#domain/structure-rules';
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStructure } from '../../api/queries';
import { useChosenMission } from '../../api/readiness';
import type { LngLat } from '#domain/units';
import type { MapHit } from '../../map/follow-pointer';
import type { AreaState } from '../../map/area-layers';
import type { MissionCircle } from '../../map/mission-layers';
import type { TriedStructure } from '../../map/tried-layers';
import { useIsNarrow } from '../../state/media';
import { chosenTrained, drawingOutline, hoveredArea, hoveredMission, touchedPoint } from '../../state/moments';
import type { PageState } from '../../state/page-state';
import { addPlanCorner, togglePlanArea } from '../../state/plan-place';
import { judgedByQuestion, planAreasOf } from '../../state/question';
import { useStore } from '../../state/store';
import { getPageState, setPageState, usePart, usePageState } from '../../state/use-page-state';
import { isShown, plainText } from '../gaps/displayed-gaps';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';
import { FaultBoundary } from '../notices/fault-boundary';
import { useMarkedAreas } from '../overlaps/use-marked-areas';
import { lookFrom } from '../reach/look-from';
import { useDrawnBands, useDrawnClosures } from '../reach/use-drawn-reach';
import { useDrawnWays } from '../reach/use-drawn-ways';
import { aimAtStructure, toggleStructure } from '../what-if/try-change';
import { ForecastFlag } from './forecast-flag';
import { MapFoot } from './map-foot';
import { useTrainedMarks } from './use-trained';
import './map-pane.css';

// The map library is the heaviest thing here: the list never waits for it.
const MapView = lazy(() => import('../../map/map-view'));
const DrawingFlag = lazy(() => import('../planning/drawing-flag'));
const HoverCard = lazy(() => import('./hover-card').then((module) => ({ default: module.HoverCard })));
const ChosenMission = lazy(() => import('./chosen-mission').then((module) => ({ default: module.ChosenMission })));
const FromCard = lazy(() => import('../reach/from-cards').then((module) => ({ default: module.FromCard })));
const TouchedCard = lazy(() => import('../reach/from-cards').then((module) => ({ default: module.TouchedCard })));
const TrainedCard = lazy(() => import('./trained-card').then((module) => ({ default: module.TrainedCard })));
const TriedFlag = lazy(() => import('../what-if/tried-flag'));
const ChosenCard = lazy(() => import('./hover-card').then((module) => ({ default: module.ChosenCard })));

const choose = (hit: MapHit | null, at: LngLat) => {
  if (drawingOutline.get()) addPlanCorner(at);
  else if (hit === null) lookFrom(at);
  // A structure opens where the list is; on a phone that is another tab.
  else if (hit.kind === 'structure' && getPageState().whatIf !== null && mayGiveCare(hit.type)) toggleStructure(hit.id, hit.readiness);
  else if (hit.kind === 'structure') setPageState({ structure: hit.id, tab: 'list' });
  else if (hit.kind === 'mission') setPageState({ mission: getPageState().mission === hit.id ? null : hit.id });
  else if (hit.kind === 'trained') chosenTrained.set(chosenTrained.get() === hit.code ? null : hit.code);
  else if (getPageState().lens === 'planning') {
    setPageState({ structure: null, from: null, view: 'gaps' });
    togglePlanArea(hit.code);
  } else {
    const again = getPageState().area === hit.code && getPageState().from === null;
    touchedPoint.set(again ? null : at);
    setPageState({ area: again ? null : hit.code, structure: null, from: null, view: 'gaps' });
  }
};

/** Under the pointer stands what a click would try: it is asked for ahead. */
const aim = (hit: MapHit) => (hit.kind === 'structure' && getPageState().whatIf !== null && mayGiveCare(hit.type) ? aimAtStructure(hit.id, hit.readiness) : null);

/** The map, what the pointer meets on it, and what every picture of it must carry: limits, sources, dates. */
export function MapPane({ visible }: { visible: boolean }) {
  const { t } = useTranslation();
  const narrow = useIsNarrow();
  const mission = usePageState('mission');
  const trained = usePageState('trained');
  const drawing = useStore(drawingOutline);
  const { answer, shown } = useDisplayedGaps();
  const [hit, setHit] = useState<MapHit | null>(null);
  const [failed, setFailed] = useState<'map.failed' | 'map.noWebgl' | null>(null);
  const [opened, setOpened] = useState(false);
  if (visible && !opened && answer !== undefined) setOpened(true);
  const follow = (next: MapHit | null) => {
    setHit(next);
    hoveredArea.set(next?.kind === 'area' ? next.code : null);
    hoveredMission.set(next?.kind === 'mission' ? next : null);
  };
  const empty = shown?.areas.length === 0 && answer?.message === 'noAreas';
  return (
    <section className="map-pane" aria-label={t('map.label')}>
      <p className="visually-hidden">{t('map.describe')}</p>
      {failed === null ? null : <p className="map-words">{t(failed)}</p>}
      {opened && failed === null && !empty ? (
        <FaultBoundary instead={() => <p className="map-words">{t('map.failed')}</p>}>
          <Suspense fallback={<p className="map-words">{t('map.loading')}</p>}>
            <StatedMap onHit={follow} onFailed={(error) => setFailed(isWebglMissing(error) ? 'map.noWebgl' : 'map.failed')} />
          </Suspense>
        </FaultBoundary>
      ) : null}
      <OnTheMap>
        {hit === null || narrow ? null : <HoverCard hit={hit} />}
        {opened && mission === null ? <CardOfGround narrow={narrow} /> : null}
        {opened && trained !== null ? <TrainedCard /> : null}
        {opened && mission !== null ? <ChosenMission id={mission} /> : null}
      </OnTheMap>
      <OnTheMap>{answer && !empty ? <TriedFlag /> : null}</OnTheMap>
      <ForecastFlag />
      <OnTheMap>{drawing ? <DrawingFlag /> : null}</OnTheMap>
      {answer && !empty ? <MapFoot /> : null}
    </section>
  );
}

/** What comes after the map, and stays away where the line is gone before it came: neither the map nor the list goes with it. */
const OnTheMap = ({ children }: { children: ReactNode }) => (
  <FaultBoundary instead={() => null}>
    <Suspense fallback={null}>{children}</Suspense>
  </FaultBoundary>
);

/** What was touched on the ground, and on a phone also what it says; the list says the rest. */
function CardOfGround({ narrow }: { narrow: boolean }) {
  const from = usePageState('from');
  if (from !== null) return narrow ? <FromCard from={from} /> : null;
  return narrow ? <ChosenCard /> : <TouchedCard />;
}

const isWebglMissing = (error: unknown): boolean => error instanceof Error && /webgl/i.test(error.message);

/** Gives the map what the page shows. */
function StatedMap({ onHit, onFailed }: { onHit: (hit: MapHit | null) => void; onFailed: (error: unknown) => void }) {
  const { t } = useTranslation();
  const { answer, shown } = useDisplayedGaps();
  const off = usePageState('off');
  const search = usePageState('search');
  const areaType = usePageState('areaType');
  const view = usePageState('view');
  const marked = useMarkedAreas();
  const planned = usePlannedAreas();
  const structureId = usePart(({ structure, site, lens, funding }) => structure ?? (lens === 'funding' && funding === 'next' ? site : null));
  const detail = useStructure(structureId).data;
  const structure = useMemo(() => (structureId === null ? null : { id: structureId, lngLat: detail?.id === structureId ? detail.lngLat : null }), [structureId, detail]);
  const circles = useMissionCircles();
  const { ways, points } = useDrawnWays();
  const areas = shown?.areas;
  const states = useMemo(() => {
    const wanted = plainText(search?.trim() ?? '');
    return new Map(
      areas?.map((area): [string, AreaState] => [
        area.code,
        {
          entry: area.class ?? 'none',
          off: !isShown(area, off) || (wanted !== '' && !plainText(`${area.name} ${area.code} ${area.provinceName ?? ''}`).includes(wanted)),
          populationUnknown: area.population === null,
          aware: area.awareness.initiatives > 0,
        },
      ]),
    );
  }, [areas, off, search]);
  return (
    <MapView
      key={areaType}
      areaType={areaType}
      states={states}
      selected={usePageState('area')}
      hovered={useStore(hoveredArea)}
      marked={view === 'overlaps' ? marked : planned}
      structure={structure}
      structuresOff={usePageState('structuresOff')}
      circles={circles}
      tried={useTriedStructures()}
      missions={usePageState('missions')}
      outline={usePart((state) => (state.lens === 'planning' ? state.planOutline : NO_CORNERS))}
      drawing={useStore(drawingOutline)}
      ways={ways}
      points={points}
      bands={useDrawnBands()}
      closures={useDrawnClosures()}
      trained={useTrainedMarks()}
      forecast={shown !== undefined && shown.foretold !== null}
      footprints={usePageState('footprints')}
      textures={usePageState('textures')}
      judgedBy={usePart(judgedByQuestion)}
      dataVersion={answer?.dataVersion ?? 0}
      language={usePageState('lang')}
      label={t('map.describe')}
      buttons={{ zoomIn: t('map.zoomIn'), zoomOut: t('map.zoomOut'), fit: t('map.fit'), fromCentre: t('from.ofMap') }}
      position={usePageState('map')}
      onPosition={(map) => setPageState({ map })}
      onHit={onHit}
      onChoose={choose}
      onAim={aim}
      onPlace={lookFrom}
      onFailed={onFailed}
    />
  );
}
const NONE: readonly string[] = [];
const NO_CORNERS: PageState['planOutline'] = [];

/** Areas of the plan, while somebody plans. */
function usePlannedAreas(): readonly string[] {
  const joined = usePart((state) => (state.lens === 'planning' && state.view === 'gaps' ? planAreasOf(state).join(',') : ''));
  return useMemo(() => (joined === '' ? NONE : joined.split(',')), [joined]);
}

/** Structures that are tried otherwise than they are, while the map shows what is tried. */
function useTriedStructures(): readonly TriedStructure[] {
  const { shown, tried } = useDisplayedGaps();
  const changes = shown?.tried === 'shown' ? tried?.changes : undefined;
  return useMemo(
    () => (changes ?? []).flatMap(({ kind, target, structureType, lngLat }) => (structureType === null || lngLat === null ? [] : [{ id: target, type: structureType, lngLat, ready: kind === 'makeReady' }])),
    [changes],
  );
}

/** How far the missions give care that are under the pointer or chosen. */
function useMissionCircles(): readonly MissionCircle[] {
  const hovered = useStore(hoveredMission);
  const { answer } = useDisplayedGaps();
  const chosen = useChosenMission(usePageState('mission'), answer?.parameters.at ?? null);
  const radiusKm = chosen?.mission.radiusKm ?? null;
  const [lng, lat] = chosen?.lngLat ?? [null, null];
  return useMemo(
    () => [
      ...(lng === null || radiusKm === null ? [] : [{ lngLat: [lng, lat] as const, radiusKm }]),
      ...(hovered?.lngLat ? [{ lngLat: hovered.lngLat, radiusKm: hovered.radiusKm }] : []),
    ],
    [lng, lat, radiusKm, hovered],
  );
}
