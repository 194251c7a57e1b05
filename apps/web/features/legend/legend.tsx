import { gapClasses, readinessLevels } from '#domain/vocabularies/flags';
import { structureTypes } from '#domain/vocabularies/structures';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { useDefinition, useTerm } from '../../i18n/terms';
import { LEGEND_KEYS, type LegendKey } from '../../state/page-state';
import { setPageState, usePageState } from '../../state/use-page-state';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';
import { StructureSymbol } from '../structures/structure-symbol';
import { ClassSwatch } from './class-swatch';
import './legend.css';

const without = <Item,>(items: readonly Item[], item: Item): Item[] => items.filter((one) => one !== item);

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
      </fieldset>
      <StructureLegend />
      <fieldset className="legend">
        <legend className="filter-label">{t('legend.layers')}</legend>
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
        <input type="checkbox" className="visually-hidden" aria-label={says} checked={!off.includes(entry)} onChange={() => setPageState({ off: off.includes(entry) ? without(off, entry) : LEGEND_KEYS.filter((key) => key === entry || off.includes(key)) })} />
        <ClassSwatch entry={entry} textures={textures} />
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

const FILLS = { ready: 'full', notReady: 'bar', unknown: 'question' } as const;

function StructureLegend() {
  const { t } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  const definition = useDefinition();
  const off = usePageState('structuresOff');
  const { shown } = useDisplayedGaps();
  return (
    <fieldset className="legend">
      <legend className="visually-hidden">{t('legend.structuresShown')}</legend>
      <h3 className="filter-label">{t('legend.structures')}</h3>
      <div className="legend-pair">
      {readinessLevels.codes.map((code) => (
        <label key={code} className="legend-label legend-entry" title={definition(readinessLevels, code)}>
          <input type="checkbox" className="visually-hidden" checked={!off.includes(code)} onChange={() => setPageState({ structuresOff: off.includes(code) ? without(off, code) : [...off, code] })} />
          <span className="legend-sign">
            <StructureSymbol type="HGR" fill={FILLS[code]} />
          </span>
          <span className="legend-words">{term(readinessLevels, code)}</span>
          <span className="legend-count">{format.count(shown?.summary.structures[code] ?? 0)}</span>
        </label>
      ))}
      <p className="legend-entry legend-label legend-still" title={t('legend.almostReadyMeans')}>
        <span className="legend-sign">
          <StructureSymbol type="HGR" fill="half" />
        </span>
        <span className="legend-words">{t('legend.almostReady')}</span>
      </p>
      </div>
      <ul className="legend-shapes" aria-label={t('legend.shapes')}>
        {structureTypes.codes.map((code) => (
          <li key={code} title={term(structureTypes, code)}>
            <StructureSymbol type={code} fill="full" size={14} />
            {code === 'mobile' || code === 'other' ? term(structureTypes, code) : <abbr title={term(structureTypes, code)}>{code}</abbr>}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function Layer({ field }: { field: 'footprints' | 'textures' }) {
  const { t } = useTranslation();
  const shown = usePageState(field);
  return (
    <label className="legend-layer">
      <input type="checkbox" checked={shown} onChange={() => setPageState(field === 'footprints' ? { footprints: !shown } : { textures: !shown })} />
      {t(`legend.${field}`)}
    </label>
  );
}
