import type { Matching, PairVerdict } from '#analysis/match-groups';
import { type MatchOrganisation, matchOrganisations } from '#analysis/match-organisations';
import { type MatchStructure, matchStructures } from '#analysis/match-structures';

/** Which of these records are one, given what people said? Plain data, to be sent to a thread. */
export type MatchQuestion =
  | { readonly kind: 'structure'; readonly records: readonly MatchStructure[]; readonly verdicts: readonly PairVerdict[] }
  | { readonly kind: 'organisation'; readonly records: readonly MatchOrganisation[]; readonly verdicts: readonly PairVerdict[] };

export const findMatches = (question: MatchQuestion): Matching =>
  question.kind === 'structure' ? matchStructures(question.records, question.verdicts) : matchOrganisations(question.records, question.verdicts);
