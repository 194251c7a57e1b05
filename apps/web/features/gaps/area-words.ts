import { useTranslation } from 'react-i18next';
import type { GapArea, GapExplanation } from '#api/contract/gaps';
import { fr } from '../../i18n/fr';
import { useFormat } from '../../i18n/format';

type CriterionKey = keyof typeof fr.criterion;
type CauseKey = keyof typeof fr.cause;
const isCriterion = (code: string): code is CriterionKey => code in fr.criterion;
const isCause = (code: string): code is CauseKey => code in fr.cause;

/** Names of the criteria of a standard. One that an administrator added keeps its code: nothing better is known. */
export function useCriterionWords() {
  const { t } = useTranslation();
  return {
    criterion: (code: string): string => (isCriterion(code) ? t(`criterion.${code}`) : code),
    cause: (code: string): string => (isCause(code) ? t(`cause.${code}`) : code),
  };
}

/** Short words about an area, from what the row knows. */
export function useAreaWords() {
  const { t } = useTranslation();
  const format = useFormat();
  return {
    actors: ({ awareness: { organisations, tried = 0 } }: Pick<GapArea, 'awareness'>): string =>
      [
        organisations === 0 ? (tried === 0 ? t('list.noActor') : null) : t('list.actors', { count: organisations, n: format.count(organisations) }),
        tried === 0 ? null : t('list.campaignsTried', { count: tried }),
      ]
        .filter((part) => part !== null)
        .join(', '),
    /** Null: nothing is withheld that the class does not say already. */
    withheld: ({ class: gapClass, reasons }: Pick<GapArea, 'class' | 'reasons'>): string | null =>
      gapClass !== 'joined' && gapClass !== 'unannounced' && reasons.some(({ code }) => code === 'careWithheld') ? t('list.careWithheld') : null,
    /** Follows the class alone, so that it is right at every step of the slider. */
    care: ({ class: gapClass }: Pick<GapArea, 'class'>): string => {
      switch (gapClass) {
        case null:
          return t('list.notClassified');
        case 'gap':
        case 'blindSpot':
          return t('list.noneWithinReach');
        case 'assess':
        case 'unassessed':
          return t('list.toAssess');
        case 'verify':
        case 'quiet':
          return t('list.reportedCare');
        case 'joined':
        case 'unannounced':
          return t('list.readyWithin');
      }
    },
  };
}

/** The sentences that open an explanation. `**…**` marks figures. */
export function useAreaSentences() {
  const { t } = useTranslation();
  const format = useFormat();
  return (area: GapExplanation): string[] => {
    if (area.class === null) return [t('says.notClassified')];
    const people = area.classPeople.find((one) => one.class === area.class)?.people ?? null;
    if (people === null) return [t(`says.plain.${area.class}`), t('says.populationUnknown')];
    const sentences: string[] = [t(`says.${area.class}`, { n: format.count(people) })];
    if (area.class !== 'gap' && (area.peopleInGap ?? 0) > 0) sentences.push(t('says.someInGap', { n: format.count(area.peopleInGap ?? 0) }));
    return sentences;
  };
}

/** Why the class, one sentence a reason. */
export function useReasonWords() {
  const { t } = useTranslation();
  const format = useFormat();
  return (reason: GapArea['reasons'][number]): string => {
    const share = reason.share === null ? t('app.unknown') : format.percent(reason.share);
    switch (reason.code) {
      case 'awarenessKnown': {
        const n = reason.count === null ? t('app.unknown') : format.count(reason.count);
        return reason.until === null ? t('reason.awarenessKnown', { share, n }) : t('reason.awarenessKnownUntil', { share, n, date: format.date(reason.until) });
      }
      case 'missionWithinReach':
        return t('reason.missionWithinReach', { share, date: reason.until === null ? t('app.unknown') : format.date(reason.until) });
      case 'readyWithinReach':
      case 'reportedCareOnly':
      case 'readinessUnknown':
      case 'noStructureWithinReach':
      case 'peopleOffSurface':
        return t(`reason.${reason.code}`, { share });
      case 'careWithheld':
      case 'noAwarenessKnown':
      case 'noGeometry':
      case 'populationUnknown':
      case 'undatedAwareness':
      case 'structureWithoutPosition':
      case 'structuresOffSurface':
        return t(`reason.${reason.code}`);
    }
  };
}
