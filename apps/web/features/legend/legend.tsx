import { gapClasses } from '#domain/vocabularies/flags';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { useDefinition, useTerm } from '../../i18n/terms';
import { LEGEND_KEYS, type LegendKey } from '../../state/page-state';
import { setPageState, usePageState } from '../../state/use-page-state';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';
import { ClassSwatch } from './class-swatch';
import { ClosureLegend, IsochroneLegend, IsochroneSwitch } from '../reach/reach-legend';
import { MissionLegend, StructureLegend } from './sign-legend';
import { TrainedLegend, TrainedSwitch } from './trained-legend';
import './legend.css';

/** The legend is a filter: each entry counts its areas and people, and switches them off. What is not known is an entry too. */
export function Legend() {
  const { t } = useTranslation();
  const off = usePageState('off');
  const { shown } = useDisplayedGaps();
  if (shown === undefined || shown.areas.length === 0) return null;
  return (
    <>
      <fieldset className="legend">
        <legend className="visually-hidden">{t('legend.classes')}</legend>
        <div className="legend-head">
          <h3 className="filter-label">{t('legend.title')}</h3>
          {off.length > 0 ? (
            <button type="button" className="link-button" onClick={() => setPageState({ off: [] })}>
              {t('legend.all')}
            </button>
          ) : null}
        </div>
        {LEGEND_KEYS.map((key) => (
          <LegendEntry key={key} entry={key} />
        ))}
        {shown.foretold === null ? null : <p className="note legend-forecast">{t('ahead.legend')}</p>}
      </fieldset>
      <StructureLegend />
      <MissionLegend />
      <TrainedLegend />
      <IsochroneLegend />
      <ClosureLegend />
      <fieldset className="legend">
        <legend className="filter-label">{t('legend.layers')}</legend>
        <Layer field="missions" />
        <TrainedSwitch />
        <IsochroneSwitch />
        <Layer field="closures" />
        <Layer field="footprints" />
        <Layer field="textures" />
      </fieldset>
    </>
  );
}

function LegendEntry({ entry }: { entry: LegendKey }) {
  const { t } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  const definition = useDefinition();
  const off = usePageState('off');
  const textures = usePageState('textures');
  const { shown } = useDisplayedGaps();
  if (shown === undefined) return null;
  const { summary } = shown;
  const isClass = entry !== 'notClassified' && entry !== 'populationUnknown';
  const label = isClass ? term(gapClasses, entry) : t(`legend.${entry}`);
  const counted = entry === 'populationUnknown' ? { areas: summary.populationUnknown.areas, people: null } : entry === 'notClassified' ? summary.notClassified : (summary.classes.find((one) => one.class === entry) ?? { areas: 0, people: 0 });
  const areas = format.count(counted.areas);
  const says = counted.people === null ? t('legend.entryAreas', { label, areas }) : t('legend.entry', { label, areas, people: format.count(counted.people) });
  return (
    <div className="legend-entry" title={isClass ? definition(gapClasses, entry) : undefined} data-entry={entry} data-empty={counted.areas === 0}>
      <label className="legend-label">
        <input type="checkbox" className="visually-hidden" aria-label={says} checked={!off.includes(entry)} onChange={() => setPageState({ off: off.includes(entry) ? off.filter((one) => one !== entry) : LEGEND_KEYS.filter((key) => key === entry || off.includes(key)) })} />
        <ClassSwatch entry={entry} textures={textures} forecast={shown.foretold !== null} />
        <span className="legend-words">{label}</span>
        <span className="legend-count">{counted.people === null ? areas : `${areas} · ${format.compact(counted.people)}`}</span>
      </label>
      {entry === 'populationUnknown' ? null : (
        <button type="button" className="legend-only" aria-label={t('legend.onlyLabel', { label })} onClick={() => setPageState({ off: LEGEND_KEYS.filter((key) => key !== entry && key !== 'populationUnknown') })}>
          {t('legend.only')}
        </button>
      )}
    </div>
  );
}

function Layer({ field }: { field: 'missions' | 'closures' | 'footprints' | 'textures' }) {
  const { t } = useTranslation();
  const shown = usePageState(field);
  return (
    <label className="legend-layer">
      <input type="checkbox" checked={shown} onChange={() => setPageState({ [field]: !shown })} />
      {t(`legend.${field}`)}
    </label>
  );
}
