import type { CheckAnswer } from '#api/contract/check';
import type { CareLevel } from '#domain/gap-classes';
import type { PlanVerdict } from '#domain/plan-rules';
import { useFormat } from '../../i18n/format';
import { usePlanWords } from '../../i18n/plan-words';

/** How heavily a verdict weighs: do not go on, find out first, or go on. */
export type Weight = 'stop' | 'doubt' | 'good';

export const WEIGHT_OF: Readonly<Record<PlanVerdict, Weight>> = {
  careMissing: 'stop',
  careLapses: 'stop',
  possibleDuplication: 'stop',
  placeUnknown: 'doubt',
  assess: 'doubt',
  verify: 'doubt',
  overlapUnknown: 'doubt',
  alreadyServed: 'doubt',
  needed: 'good',
  ready: 'good',
  clear: 'good',
};

/** Those who act, as a reader knows them. */
export const actorsOf = ({ organisations }: Pick<CheckAnswer['already'][number], 'organisations'>): string => [...new Set(organisations.filter(({ role }) => role !== 'funder').map(({ name }) => name))].join(', ');

/** What each verdict means here, in sentences. `**…**` marks figures. */
export function usePlanSentences() {
  const { t } = usePlanWords();
  const format = useFormat();
  return (answer: CheckAnswer, verdict: PlanVerdict): string[] => {
    const [start, end] = answer.care;
    const at = (day: typeof start, level: CareLevel) => day?.levels.find((one) => one.level === level);
    const share = (level: CareLevel, day = start): string => format.percent(at(day, level)?.share ?? 0);
    const people = (level: CareLevel): number | null => at(start, level)?.people ?? null;
    const none = people('none');
    switch (verdict) {
      case 'careMissing':
        return [none === null ? t('says.careMissingShare', { share: share('none') }) : t('says.careMissing', { n: format.count(none) })];
      case 'careLapses':
        return [t('says.careLapses', { before: share('ready'), after: share('ready', end), from: format.date(answer.plan.from), to: format.date(answer.plan.to) })];
      case 'possibleDuplication':
        return answer.already.flatMap((one) => {
          if (one.overlap?.verdict !== 'possibleDuplication') return [];
          const { peopleTogether, populationThere } = one.overlap;
          const who = { title: one.title, who: actorsOf(one) };
          return [peopleTogether === null || populationThere === null ? t('says.possibleDuplicationHidden', who) : t('says.possibleDuplication', { ...who, n: format.count(peopleTogether), there: format.count(populationThere) })];
        });
      case 'overlapUnknown': {
        const count = answer.already.filter(({ overlap }) => overlap?.verdict === 'unknown').length;
        return [t('says.overlapUnknown', { count, n: format.count(count) })];
      }
      case 'assess':
        return [t('says.assess', { share: share('unknown') })];
      case 'verify':
        return [t('says.verify', { share: share('reported') })];
      case 'alreadyServed':
        return [t('says.alreadyServed', { share: share('ready') })];
      case 'needed':
        return [none === null ? t('says.neededShare', { share: share('none') }) : t('says.needed', { n: format.count(none) })];
      case 'ready':
        return [t('says.ready', { share: share('ready') }), ...(none === null || none === 0 ? [] : [t('says.readyNotAll', { n: format.count(none) })])];
      case 'placeUnknown':
        return [t('says.placeUnknown')];
      case 'clear':
        return [t('says.clear')];
    }
  };
}
