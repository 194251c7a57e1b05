import { UNCERTAIN_CLASSES } from '#domain/gap-classes';
import { useTranslation } from 'react-i18next';
import { useFacets } from '../../api/queries';
import { Disclosure } from '../../controls/disclosure';
import { useFormat } from '../../i18n/format';
import { LEGEND_KEYS, type LegendKey } from '../../state/page-state';
import { setPageState } from '../../state/use-page-state';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';

/** Leaves only these classes on. */
const showOnly = (kept: readonly LegendKey[]) => setPageState({ view: 'gaps', off: LEGEND_KEYS.filter((key) => !kept.includes(key) && key !== 'populationUnknown') });

/** What waits for the group’s next meeting, counted; each line leads to its list. */
export function Agenda() {
  const { t } = useTranslation();
  const format = useFormat();
  const { shown } = useDisplayedGaps();
  const { data: facets } = useFacets();
  if (shown === undefined) return null;
  const { summary } = shown;
  const areasOf = (classes: readonly string[]): number => summary.classes.reduce((sum, one) => sum + (classes.includes(one.class) ? one.areas : 0), 0);
  const gaps = areasOf(['gap']);
  const uncertain = areasOf(UNCERTAIN_CLASSES);
  const toReview = facets?.toReview ?? 0;
  const lines = [
    gaps === 0 ? null : { key: 'gaps', words: t('agenda.areasIn', { count: gaps, n: format.count(gaps) }), onPress: () => showOnly(['gap']) },
    uncertain === 0 ? null : { key: 'uncertain', words: t('agenda.uncertain', { count: uncertain, n: format.count(uncertain) }), onPress: () => showOnly(UNCERTAIN_CLASSES) },
    summary.possibleDuplications === 0
      ? null
      : { key: 'duplications', words: t('agenda.duplications', { count: summary.possibleDuplications, n: format.count(summary.possibleDuplications) }), onPress: () => setPageState({ view: 'overlaps', verdict: ['possibleDuplication'], decided: false }) },
    summary.staleEvidenceShare === null || summary.structures.unknown === 0 ? null : { key: 'stale', words: t('agenda.stale', { share: format.percent(summary.staleEvidenceShare), n: format.count(summary.structures.unknown) }), onPress: null },
    toReview === 0 ? null : { key: 'review', words: t('agenda.toReview', { count: toReview, n: format.count(toReview) }), onPress: null },
  ].filter((line) => line !== null);
  return (
    <div className="agenda">
      <Disclosure title={t('agenda.title')} note={format.count(lines.length)}>
        {lines.length === 0 ? <p className="note">{t('agenda.nothing')}</p> : null}
        <ul className="agenda-lines">
          {lines.map(({ key, words, onPress }) => (
            <li key={key}>
              {onPress === null ? (
                words
              ) : (
                <button type="button" className="text-link" onClick={onPress}>
                  {words}
                </button>
              )}
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
