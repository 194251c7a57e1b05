import { structureTypes } from '#domain/vocabularies/structures';
import type { LapsingAnswer } from '#api/contract/readiness';
import { useCareWords } from '../../i18n/care-words';
import { useTerm } from '../../i18n/terms';
import type { Fill } from '../../map/structure-shapes';
import { setPageState } from '../../state/use-page-state';
import { StructureSymbol } from '../structures/structure-symbol';

type Place = Pick<LapsingAnswer['items'][number], 'structureId' | 'structureName' | 'structureType' | 'healthZone' | 'province'>;

/** A structure of a list, and where it is; it opens on the map. */
export function StructureCell({ structure, fill }: { structure: Place; fill: Fill }) {
  const { t } = useCareWords();
  const term = useTerm();
  const place = [structure.healthZone?.name, structure.province?.name].filter((part) => part !== undefined).join(' · ');
  return (
    <span className="watch-structure">
      <StructureSymbol type={structure.structureType} fill={fill} />
      <span>
        <button
          type="button"
          className="text-link"
          title={term(structureTypes, structure.structureType)}
          aria-label={t('watch.openStructure', { name: structure.structureName })}
          onClick={() => setPageState({ view: 'gaps', structure: structure.structureId, tab: 'list' })}
        >
          {structure.structureName}
        </button>
        <span className="note watch-place">{place === '' ? t('watch.unknownPlace') : place}</span>
      </span>
    </span>
  );
}
