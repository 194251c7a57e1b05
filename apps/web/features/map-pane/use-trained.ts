import { useMemo } from 'react';
import type { TargetGroup } from '#domain/records';
import { targetGroups } from '#domain/vocabularies/initiatives';
import { useTranslation } from 'react-i18next';
import { useCoverage, useSessions, type CoverageAnswer } from '../../api/programmes';
import { useFormat, type Format } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import type { TrainedMark } from '../../map/trained-layers';
import { usePageState } from '../../state/use-page-state';
import { isWithout, trainedAreas, trainedNowhere, trainedSources, type TrainedArea } from './trained-areas';

export interface Trained {
  readonly group: TargetGroup | 'all';
  readonly answer: CoverageAnswer;
  readonly areas: readonly TrainedArea[];
}

/** The sessions that the map shows over its classes; null: none were asked for, or they have not come yet. */
export function useTrained(): Trained | null {
  const group = usePageState('trained');
  const answer = useCoverage(group !== null).data;
  return useMemo(() => (group === null || answer === undefined ? null : { group, answer, areas: trainedAreas(answer, group) }), [group, answer]);
}

/** A count that is only part of the whole says so. */
export const countWords = (format: Format, count: number | null, notCounted: number): string => (count === null ? '?' : notCounted > 0 ? `≥ ${format.count(count)}` : format.count(count));

const NONE: readonly TrainedMark[] = [];

export function useTrainedMarks(): readonly TrainedMark[] {
  const trained = useTrained();
  const format = useFormat();
  return useMemo(
    () =>
      trained?.areas.map((area) => ({
        code: area.code,
        text: area.sessionsHeld + area.sessionsPlanned === 0 ? '–' : `${area.sessionsHeld === 0 ? '–' : countWords(format, area.total, area.totalNotCounted)} / ${countWords(format, area.planned, area.plannedNotCounted)}`,
        without: isWithout(area),
      })) ?? NONE,
    [trained, format],
  );
}

/** What stands on the map, in words: who, when, and who says so. */
export function useTrainedWords() {
  const { t } = useTranslation();
  const term = useTerm();
  const format = useFormat();
  const trained = useTrained();
  const sessions = useSessions(trained !== null).data;
  if (trained === null) return null;
  const { group, answer } = trained;
  const sources = sessions === undefined ? [] : trainedSources(sessions.items, group, answer);
  const nowhere = trainedNowhere(answer, group);
  return {
    title: t('trained.title', { group: group === 'all' ? t('trained.everyGroup') : term(targetGroups, group) }),
    period: t('trained.period', { from: format.shortDate(answer.from), to: format.shortDate(answer.to) }),
    sources: sources.length === 0 ? null : t('trained.sources', { list: format.list(sources) }),
    nowhere: nowhere.sessionsHeld === 0 ? null : t('trained.nowhere', { n: format.count(nowhere.sessionsHeld), people: countWords(format, nowhere.total, nowhere.totalNotCounted) }),
    without: t(group === 'all' ? 'trained.withoutAny' : 'trained.without', { count: answer.months, n: format.count(answer.months) }),
  };
}
