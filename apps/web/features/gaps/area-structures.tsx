import { useTranslation } from 'react-i18next';
import type { GapExplanation } from '#api/contract/gaps';
import { readinessLevels } from '#domain/vocabularies/flags';
import { structureTypes } from '#domain/vocabularies/structures';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { fillOf } from '../../map/structure-shapes';
import { setPageState } from '../../state/use-page-state';
import { useReachWords } from '../reach/reach-words';
import { IfTried } from '../what-if/tried-line';
import { StructureSymbol } from '../structures/structure-symbol';
import { useCriterionWords } from './area-words';

/** The nearest structures, whatever their readiness, with what they lack and how old that knowledge is. */
export function AreaStructures({ area }: { area: GapExplanation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  const { criterion } = useCriterionWords();
  const { away } = useReachWords();
  if (area.structures.length === 0) return <p className="note">{t('explain.noStructures')}</p>;
  return (
    <ul className="entries">
      {area.structures.map((structure) => (
        <li key={structure.id} className="area-entry area-entry-signed">
          <StructureSymbol type={structure.type} fill={fillOf(structure.readiness, structure.missing.length, structure.unknown.length)} />
          <div>
            <button type="button" className="text-link area-entry-title" title={term(structureTypes, structure.type)} onClick={() => setPageState({ structure: structure.id })}>
              {structure.name}
            </button>
            <IfTried tried={structure.tried} />
            <p className="note">
              {[
                structure.distanceKm === null ? null : away({ ...structure, distanceKm: structure.distanceKm }),
                term(readinessLevels, structure.readiness),
                structure.evidenceOn === null || structure.evidenceAgeDays === null ? t('cause.notAssessed') : t('structure.evidenceOn', { date: format.shortDate(structure.evidenceOn), n: format.count(structure.evidenceAgeDays) }),
                structure.lapsesAfter === null ? null : t('structure.lapses', { date: format.shortDate(structure.lapsesAfter) }),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </p>
            <span className="chips">
              {structure.missing.map((code) => (
                <span key={code} className="chip chip-missing">
                  {criterion(code)}
                </span>
              ))}
              {structure.unknown.map((code) => (
                <span key={code} className="chip chip-unknown">
                  {t('structure.toEstablish', { name: criterion(code) })}
                </span>
              ))}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
