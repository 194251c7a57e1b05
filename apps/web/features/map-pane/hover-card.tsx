import { gapClasses, readinessLevels } from '#domain/vocabularies/flags';
import { structureTypes } from '#domain/vocabularies/structures';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { setPageState, usePageState } from '../../state/use-page-state';
import type { MapHit } from '../../map/follow-pointer';
import { rowFigure } from '../gaps/displayed-gaps';
import { useMissionWords } from '../gaps/mission-words';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';
import { ClassSwatch } from '../legend/class-swatch';
import { FromHere } from '../reach/from-cards';
import { MissionSymbol } from '../structures/mission-symbol';
import { TrainedFigures } from './trained-figures';

/** What lies under the pointer, in the words and figures of the list. */
export function HoverCard({ hit }: { hit: MapHit }) {
  return (
    <div className="hover-card" style={{ left: hit.x, top: hit.y }} aria-hidden="true">
      {hit.kind === 'trained' ? <TrainedFigures code={hit.code} /> : hit.kind === 'area' ? <AreaCard code={hit.code} name={hit.name} /> : hit.kind === 'mission' ? <MissionCard hit={hit} /> : <StructureCard hit={hit} />}
    </div>
  );
}

/** On a phone the list is elsewhere: the chosen area says itself on the map, and leads to its explanation. */
export function ChosenCard() {
  const { t } = useTranslation();
  const code = usePageState('area');
  const { shown } = useDisplayedGaps();
  const area = shown?.areas.find((one) => one.code === code);
  if (area === undefined) return null;
  return (
    <div className="chosen-card" role="status">
      <div>
        <AreaCard code={area.code} name={area.name} />
      </div>
      <div className="chosen-buttons">
        <FromHere />
        <button type="button" className="button button-main" onClick={() => setPageState({ tab: 'list' })}>
          {t('map.explain')}
        </button>
      </div>
    </div>
  );
}

function AreaCard({ code, name }: { code: string; name: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  const reach = usePageState('reach');
  const { shown } = useDisplayedGaps();
  const area = shown?.areas.find((one) => one.code === code);
  if (area === undefined) {
    return (
      <>
        <strong>{name}</strong>
        <span>{t('map.outside')}</span>
      </>
    );
  }
  const figure = rowFigure(area, 'peopleInGap', reach);
  return (
    <>
      <strong>{area.name}</strong>
      <span className="hover-class">
        <ClassSwatch entry={area.class ?? 'notClassified'} forecast={shown !== undefined && shown.foretold !== null} />
        {area.class === null ? t('legend.notClassified') : term(gapClasses, area.class)}
      </span>
      <span>{figure.value === null ? t('list.unit.unknown') : `${t('map.people', { count: figure.value, n: format.count(figure.value) })} · ${t(`list.unit.${figure.unit}`)}`}</span>
    </>
  );
}

function StructureCard({ hit }: { hit: Extract<MapHit, { kind: 'structure' }> }) {
  const term = useTerm();
  return (
    <>
      <strong>{hit.name}</strong>
      <span>{term(structureTypes, hit.type)}</span>
      <span>{term(readinessLevels, hit.readiness)}</span>
    </>
  );
}

function MissionCard({ hit }: { hit: Extract<MapHit, { kind: 'mission' }> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const says = useMissionWords();
  return (
    <>
      <strong>{hit.title}</strong>
      <span className="hover-class">
        <MissionSymbol phase={hit.phase} />
        {says(hit)}
      </span>
      <span>{t('mission.reach', { km: format.km(hit.radiusKm) })}</span>
    </>
  );
}
