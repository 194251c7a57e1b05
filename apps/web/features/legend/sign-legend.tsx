import { readinessLevels } from '#domain/vocabularies/flags';
import { structureTypes } from '#domain/vocabularies/structures';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { useDefinition, useTerm } from '../../i18n/terms';
import { MISSION_PHASES } from '../../map/structure-shapes';
import { setPageState, usePageState } from '../../state/use-page-state';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';
import { MissionSymbol } from '../structures/mission-symbol';
import { StructureSymbol } from '../structures/structure-symbol';

/** Types whose code is not a name that people in the field know. */
const WRITTEN_OUT: readonly string[] = ['mobile', 'nonClinical', 'other'];
const FILLS = { ready: 'full', notReady: 'bar', unknown: 'question' } as const;

/** Signs of structures: fill says readiness, shape the type; each level counts and switches its structures off. */
export function StructureLegend() {
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
          <input type="checkbox" className="visually-hidden" checked={!off.includes(code)} onChange={() => setPageState({ structuresOff: off.includes(code) ? off.filter((one) => one !== code) : [...off, code] })} />
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
            {WRITTEN_OUT.includes(code) ? term(structureTypes, code) : <abbr title={term(structureTypes, code)}>{code}</abbr>}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** Signs of missions, while they are drawn. */
export function MissionLegend() {
  const { t } = useTranslation();
  if (!usePageState('missions')) return null;
  return (
    <>
      <h3 className="filter-label legend-missions">{t('mission.legend')}</h3>
      <ul className="legend-shapes">
        {MISSION_PHASES.map((phase) => (
          <li key={phase}>
            <MissionSymbol phase={phase} />
            {t(`mission.phase.${phase}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
