import type { Issue } from '../issue';
import type { ProposalVerdict } from '../programme-records';
import { type CheckedOn, checkPastDate, checkWords, findings } from './check-parts';

export type ProposalVerdictEntry = Pick<ProposalVerdict, 'verdict' | 'reason' | 'decidedBy' | 'decidedOn'>;

/** What does not add up in an answer to a proposal. `known`: the day of what was proposed. */
export function checkProposalVerdict(record: ProposalVerdictEntry, { known, ...on }: CheckedOn & { readonly known?: { readonly on: string } }): Issue[] {
  const found = findings();
  if (checkPastDate(found, 'decidedOn', record.decidedOn, on) && known !== undefined && record.decidedOn < known.on) found.error('decidedBeforeEvent', 'decidedOn', record.decidedOn, `≥ ${known.on}`);
  checkWords(found, 'decidedBy', record.decidedBy);
  checkWords(found, 'reason', record.reason);
  if (record.verdict === 'rejected' && (record.reason ?? '').trim() === '') found.warning('reasonMissing', 'reason');
  return found.issues;
}
