import type { Criterion } from '#domain/care-standard';
import { availabilities, cadres, functionalityLevels, stockItems } from '#domain/vocabularies/structures';
import { useCareWords } from '../../i18n/care-words';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';

/** A criterion of a standard as a sentence: what, and from where on it is met. */
export function useCriterionSentence(): (criterion: Criterion) => string {
  const { t } = useCareWords();
  const term = useTerm();
  const format = useFormat();
  return (criterion) => {
    switch (criterion.kind) {
      case 'functionality':
      case 'accessibility':
        return t(`standard.says.${criterion.kind}`, { list: criterion.accepted.map((code) => term(functionalityLevels, code).toLowerCase()).join(', ') });
      case 'availability':
        return t('standard.says.availability', { list: criterion.accepted.map((code) => term(availabilities, code).toLowerCase()).join(', ') });
      case 'trainedStaff':
        return t('standard.says.trainedStaff', { n: format.count(criterion.minimum), who: criterion.cadres === undefined ? t('standard.anyCadre') : criterion.cadres.map((code) => term(cadres, code).toLowerCase()).join(', '), months: format.count(criterion.validMonths) });
      case 'usableStock':
        return t('standard.says.usableStock', { n: format.count(criterion.minimum), items: criterion.items.map((code) => term(stockItems, code)).join(', '), days: format.count(criterion.courseDays) });
      case 'presence':
        return t(`assessment.${criterion.field}`);
    }
  };
}
