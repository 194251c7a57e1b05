import { addMonths, type IsoDate } from './calendar';
import type { CareStandard } from './care-standard';
import type { EvidenceHistory } from './evidence';
import type { TrainedStaff } from './records';
import { staffFound, type StaffCriterion } from './staff-on-hand';
import { newestSpeaking } from './weigh-criteria';

/** Staff of one structure who were trained on one day. */
export interface TrainedGroup extends Pick<TrainedStaff, 'cadre'> {
  readonly number: number;
  readonly trainedOn: IsoDate;
  /** Last day on which the training is valid by the standard. */
  readonly validUntil: IsoDate;
  readonly source: string;
}

/**
 * The trained staff that a criterion counts on `asOf`, whether their training is still valid or not: those that the newest assessments found, and those
 * of the trainings accepted after them. Staff without a number or a date is left out: of them nobody can say when a refresher is due.
 */
export function trainedGroups(criterion: StaffCriterion, history: EvidenceHistory, standard: CareStandard, asOf: IsoDate): TrainedGroup[] {
  const counting = newestSpeaking(criterion, history.assessments, standard, asOf);
  const since = counting[0]?.assessedOn ?? '';
  const found = counting.flatMap((assessed) => staffFound(criterion, assessed, standard, asOf).map(({ cadre, number, trainedOn }) => ({ cadre, number, trainedOn, source: assessed.source })));
  const later = history.trainings
    .filter(({ topic, cadre, heldOn }) => topic === standard.service && (criterion.cadres === undefined || criterion.cadres.includes(cadre)) && heldOn > since && heldOn <= asOf)
    .map(({ cadre, number, heldOn, source }) => ({ cadre, number, trainedOn: heldOn, source }));
  const groups = [...found, ...later].flatMap(({ cadre, number, trainedOn, source }): TrainedGroup[] =>
    number === null || number === 0 || trainedOn === null ? [] : [{ cadre, number, trainedOn, validUntil: addMonths(trainedOn, criterion.validMonths), source }]);
  return groups.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

const orderOf = ({ validUntil, cadre, source, number }: TrainedGroup): string => `${validUntil} ${cadre} ${source} ${number}`;
