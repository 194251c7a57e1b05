import type { z } from 'zod';
import { listAssessments } from '#db/stores/assessments';
import { listStandards } from '#db/stores/care-standards';
import type { CareStandard } from '#domain/care-standard';
import type { IsoDate } from '#domain/dates';
import type { Assessed } from '#domain/evidence';
import type { ProposalVerdict } from '#domain/programme-records';
import type { Proposal } from '#domain/proposals';
import { readiness } from '#domain/readiness';
import { defaultStandardOf } from '#domain/shipped-standards';
import { standardInForce } from '#domain/standard-versions';
import { services } from '#domain/vocabularies/structures';
import type { ProposalItem, proposalsAnswer, proposalsQuery } from '../../contract/programmes';
import type { ListSources } from '../lists';
import { historyWith } from './accepted';
import { type ReadProposal, type ReadProposals, readProposals, type SubjectItem } from './read-proposals';
import { enteredOf } from './shown-programme';

/** What waits for a person, and what was answered, up to a day. What an answer would change is worked out for those that wait. */
export async function proposalList(sources: ListSources, query: Omit<z.output<typeof proposalsQuery>, 'format'>, today: IsoDate): Promise<z.infer<typeof proposalsAnswer>> {
  const { watch } = sources;
  const asOf = query.asOf ?? today;
  const read = await readProposals(sources, query.structure);
  const known = read.proposals.filter(({ proposal }) => proposal.on <= asOf);
  const counts = { open: 0, accepted: 0, rejected: 0 };
  for (const one of known) counts[stateOf(one)] += 1;
  const asked = known.filter((one) => query.state === undefined || stateOf(one) === query.state);
  const effectsOf = await effectsFor(sources, read, asked.filter(({ answer }) => answer === null), asOf);
  const items = asked.map((one): ProposalItem => {
    const { item, proposal, structure, answer, corrected } = one;
    return {
      subject: proposal.subject, subjectId: item.id, title: titleOf(item), on: proposal.on, structure, state: stateOf(one), digest: proposal.digest, corrected,
      staff: proposal.service === null ? [] : proposal.staff.map((people) => ({ ...people, service: proposal.service ?? 'cmr', protocolVersion: proposal.protocolVersion })),
      lines: [...proposal.lines],
      effects: effectsOf(one),
      verdict: answer === null ? null : { verdict: answer.record.verdict, reason: answer.record.reason, decidedBy: answer.record.decidedBy, decidedOn: answer.record.decidedOn, entered: enteredOf(answer) },
      entered: enteredOf(item),
    };
  });
  const { dataVersion, exercise } = watch.state();
  return { dataVersion, exercise, asOf, total: items.length, items, counts };
}

/** Where each delivery stands, by its id; null: it proposes nothing. */
export async function deliveryStates(sources: ListSources): Promise<(movementId: string) => ProposalItem['state'] | null> {
  const states = new Map((await readProposals(sources)).proposals.map((one) => [one.item.id, stateOf(one)]));
  return (movementId) => states.get(movementId) ?? null;
}

const stateOf = ({ answer }: ReadProposal): ProposalItem['state'] => answer?.record.verdict ?? 'open';
const titleOf = (item: SubjectItem): string | null => (item.kind === 'trainingSession' ? item.record.title : item.record.organisation);

/** Readiness without a proposal and with it, by the standard of each service that reads what it brings. */
async function effectsFor({ database, viewer }: ListSources, { subjects, verdicts }: ReadProposals, waiting: readonly ReadProposal[], asOf: IsoDate): Promise<(one: ReadProposal) => ProposalItem['effects']> {
  if (waiting.length === 0) return () => [];
  const [standards, assessments] = await Promise.all([listStandards(database.kysely, viewer), listAssessments(database.kysely, viewer, [...new Set(waiting.map(({ structure }) => structure.id))])]);
  const subjectsOf = new Map<string, SubjectItem[]>();
  for (const item of subjects) {
    for (const id of new Set(item.structures.map(({ structureId }) => structureId))) subjectsOf.set(id, [...(subjectsOf.get(id) ?? []), item]);
  }
  return ({ proposal, structure, answer }) => {
    if (answer !== null) return [];
    const evidence = assessments.filter(({ structureId }) => structureId === structure.id).map((one): Assessed => ({ ...one, stockLines: one.stockLines ?? [] }));
    const own = subjectsOf.get(structure.id) ?? [];
    return standardsReading(proposal, standards, asOf).map((standard) => {
      const judged = (verdict: ProposalVerdict['verdict']) => readiness(historyWith(structure.id, own, [...verdicts, supposed(proposal, verdict)], evidence), standard, { asOf });
      const [without, accepted] = [judged('rejected'), judged('accepted')];
      return { service: standard.service, standard: `${standard.code}@${standard.version}`, without: without.readiness, accepted: accepted.readiness, missingWithout: [...without.missing], missingAccepted: [...accepted.missing] };
    });
  };
}

/** The default standards in force that a proposal matters to: of the service that it trains for, or those that ask for what it delivers. */
function standardsReading({ service, lines }: Proposal, standards: readonly CareStandard[], asOf: IsoDate): CareStandard[] {
  return services.codes.flatMap((code) => {
    const standard = standardInForce(standards, defaultStandardOf(code), asOf);
    if (standard === null) return [];
    const reads = service === null ? standard.criteria.some((one) => one.kind === 'usableStock' && lines.some(({ item }) => one.items.includes(item))) : code === service;
    return reads ? [standard] : [];
  });
}

/** An answer as if somebody gave it, later than all others. */
const supposed = ({ subject, subjectScheme, subjectExternalId, digest, structureScheme, structureExternalId }: Proposal, verdict: ProposalVerdict['verdict']): ProposalVerdict => ({
  scheme: 'supposed', externalId: 'supposed', subject, subjectScheme, subjectExternalId, digest, structureScheme, structureExternalId, verdict, reason: null, decidedBy: 'supposed', decidedOn: '9999-12-31', source: 'supposed', sourceRow: null,
});
