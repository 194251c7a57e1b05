import { listProgrammes, type ProgrammeItem } from '#db/stores/programme-reading';
import type { ProposalVerdict } from '#domain/programme-records';
import { answerTo, isAskedAgain, type Proposal, type ProposalSubject, proposalsOf } from '#domain/proposals';
import type { ListSources } from '../lists';
import { type NamedStructure, structureNamed } from './shown-programme';

type ItemOf<Kind extends ProposalSubject['kind']> = { readonly kind: Kind } & ProgrammeItem<Kind>;
/** A session or a movement, which may propose something. */
export type SubjectItem = ItemOf<'trainingSession'> | ItemOf<'kitMovement'>;

/** A proposal to a structure that the viewer may see, and where it stands. */
export interface ReadProposal {
  readonly item: SubjectItem;
  readonly proposal: Proposal;
  readonly structure: NamedStructure;
  /** The answer that counts; null: it waits for one. */
  readonly answer: ProgrammeItem<'proposalVerdict'> | null;
  /** True: it waits although an earlier answer was given, to other content. */
  readonly corrected: boolean;
}
export interface ReadProposals {
  readonly proposals: readonly ReadProposal[];
  readonly verdicts: readonly ProposalVerdict[];
  readonly subjects: readonly SubjectItem[];
}

/** Everything that held sessions and deliveries propose, the latest first. `structureId`: to this structure only. */
export async function readProposals({ database, viewer }: Pick<ListSources, 'database' | 'viewer'>, structureId?: string): Promise<ReadProposals> {
  const [sessions, movements, answers] = await Promise.all([
    listProgrammes(database.kysely, viewer, 'trainingSession', { structureId }),
    listProgrammes(database.kysely, viewer, 'kitMovement', { structureId }),
    listProgrammes(database.kysely, viewer, 'proposalVerdict', { structureId }),
  ]);
  const verdicts = answers.map(({ record }) => record);
  const subjects: SubjectItem[] = [...sessions.map((item) => ({ kind: 'trainingSession' as const, ...item })), ...movements.map((item) => ({ kind: 'kitMovement' as const, ...item }))];
  const proposals = subjects.flatMap((item) =>
    proposalsOf(item).flatMap((proposal): ReadProposal[] => {
      const structure = structureNamed(item, proposal);
      if (structure === null || (structureId !== undefined && structure.id !== structureId)) return [];
      const counting = answerTo(proposal, verdicts);
      return [{ item, proposal, structure, answer: answers.find(({ record }) => record === counting) ?? null, corrected: isAskedAgain(proposal, verdicts) }];
    }),
  );
  return { proposals: proposals.sort((a, b) => (a.proposal.on > b.proposal.on ? -1 : a.proposal.on < b.proposal.on ? 1 : 0)), verdicts, subjects };
}
