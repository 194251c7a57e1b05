import type { IsoDate } from './calendar';
import { contentDigest } from './content-digest';
import type { AcceptedTraining, Assessed, CountedMovement, EvidenceHistory } from './evidence';
import type { KitLine, KitMovement, ProposalVerdict, SessionOrigin, TrainingSession } from './programme-records';
import type { Service } from './records';

/** A structure as records name it. */
export type StructureRef = Pick<KitMovement, 'structureScheme' | 'structureExternalId'>;
type ProposedStaff = Omit<SessionOrigin, keyof StructureRef>;

/** What one record proposes to one structure: a person accepts or rejects it (docs/decisions/0028). */
export interface Proposal extends StructureRef {
  readonly subject: ProposalVerdict['subject'];
  readonly subjectScheme: string;
  readonly subjectExternalId: string;
  /** Digest of what is proposed: an answer holds for that content only. */
  readonly digest: string;
  /** Last day of the session, day of the delivery. */
  readonly on: IsoDate;
  /** Service that the staff is trained for; null: a delivery. */
  readonly service: Service | null;
  readonly protocolVersion: string | null;
  /** Staff to be added; empty for a delivery. */
  readonly staff: readonly ProposedStaff[];
  /** Batches to be added; empty for a session. */
  readonly lines: readonly KitLine[];
}

export type ProposalSubject = { readonly kind: 'trainingSession'; readonly record: TrainingSession } | { readonly kind: 'kitMovement'; readonly record: KitMovement };

/** The service that a topic of training makes staff ready for; null: none that readiness reads. */
export function serviceOfTopic(topic: TrainingSession['topic']): Service | null {
  return topic === 'cmr' || topic === 'fistulaRepair' || topic === 'psychosocial' || topic === 'legalAid' ? topic : null;
}

/** What a record proposes, one proposal a structure: held sessions for health staff of a service, and deliveries. Anything else proposes nothing. */
export function proposalsOf(subject: ProposalSubject): Proposal[] {
  return subject.kind === 'kitMovement' ? proposalsOfDelivery(subject.record) : proposalsOfSession(subject.record);
}

function proposalsOfDelivery(record: KitMovement): Proposal[] {
  if (record.kind !== 'delivery') return [];
  return [withDigest({ ...subjectOf('kitMovement', record), ...structureOf(record), on: record.on, service: null, protocolVersion: null, staff: [], lines: record.lines })];
}

function proposalsOfSession(record: TrainingSession): Proposal[] {
  const service = serviceOfTopic(record.topic);
  if (record.status !== 'completed' || record.audience !== 'healthStaff' || service === null) return [];
  const byStructure = new Map<string, SessionOrigin[]>();
  for (const origin of record.origins) {
    if (origin.number === 0) continue;
    const key = JSON.stringify([origin.structureScheme, origin.structureExternalId]);
    byStructure.set(key, [...(byStructure.get(key) ?? []), origin]);
  }
  return [...byStructure.values()].flatMap((origins) => {
    const [first] = origins;
    if (first === undefined) return [];
    const staff = origins.map(({ cadre, number, women, men }) => ({ cadre, number, women, men }));
    return [withDigest({ ...subjectOf('trainingSession', record), ...structureOf(first), on: record.end, service, protocolVersion: record.protocolVersion, staff, lines: [] })];
  });
}

const subjectOf = (subject: Proposal['subject'], { scheme, externalId }: { scheme: string; externalId: string }) => ({ subject, subjectScheme: scheme, subjectExternalId: externalId });
const structureOf = ({ structureScheme, structureExternalId }: StructureRef): StructureRef => ({ structureScheme, structureExternalId });
const withDigest = (content: Omit<Proposal, 'digest'>): Proposal => ({ ...content, digest: proposalDigest(content) });

/** Digest of what is proposed: days, service, protocol, numbers and batches in any order. A new title asks nobody again. */
export function proposalDigest({ subject, on, service, protocolVersion, staff, lines }: Omit<Proposal, 'digest'>): string {
  const people = staff.map(({ cadre, number, women, men }) => JSON.stringify([cadre, number, women, men])).sort();
  const batches = lines.map(({ item, batch, quantity, expiry }) => JSON.stringify([item, batch, quantity, expiry])).sort();
  return contentDigest(JSON.stringify([subject, on, service, protocolVersion, people, batches]));
}

/** The answer that counts: to this content, the latest day, then the greatest external id. Null: nobody answered it. */
export function answerTo(proposal: Proposal, verdicts: readonly ProposalVerdict[]): ProposalVerdict | null {
  const answers = verdicts.filter((one) => isAbout(one, proposal) && one.digest === proposal.digest);
  return answers.reduce<ProposalVerdict | null>((latest, one) => (latest === null || answerOrder(one) > answerOrder(latest) ? one : latest), null);
}
const answerOrder = ({ decidedOn, externalId, scheme }: ProposalVerdict): string => `${decidedOn} ${externalId} ${scheme}`;

export function proposalState(proposal: Proposal, verdicts: readonly ProposalVerdict[]): 'open' | 'accepted' | 'rejected' {
  return answerTo(proposal, verdicts)?.verdict ?? 'open';
}

/** Was the record corrected after an answer, so that it asks again? */
export const isAskedAgain = (proposal: Proposal, verdicts: readonly ProposalVerdict[]): boolean =>
  answerTo(proposal, verdicts) === null && verdicts.some((one) => isAbout(one, proposal));

const isAbout = (verdict: ProposalVerdict, proposal: Proposal): boolean =>
  verdict.subject === proposal.subject &&
  verdict.subjectScheme === proposal.subjectScheme &&
  verdict.subjectExternalId === proposal.subjectExternalId &&
  verdict.structureScheme === proposal.structureScheme &&
  verdict.structureExternalId === proposal.structureExternalId;

/** What is stored about one structure, in any order; records of other structures may be among it. */
export interface StoredEvidence {
  readonly assessments: readonly Assessed[];
  readonly sessions: readonly TrainingSession[];
  readonly movements: readonly KitMovement[];
  readonly verdicts: readonly ProposalVerdict[];
}

/**
 * What counts of it: assessments, sessions and deliveries that were accepted as they stand now, and what was given out or
 * lost, which nobody has to accept. `isIt`: is that reference this structure, or a record that it stands for?
 */
export function historyOf(stored: StoredEvidence, isIt: (structure: StructureRef) => boolean): EvidenceHistory {
  const { assessments, sessions, movements, verdicts } = stored;
  const accepted = (subject: ProposalSubject): Proposal[] => proposalsOf(subject).filter((one) => isIt(one) && proposalState(one, verdicts) === 'accepted');
  const trainings = sessions.flatMap((record): AcceptedTraining[] =>
    accepted({ kind: 'trainingSession', record }).flatMap(({ staff, on }) =>
      staff.map((one) => ({ ...one, topic: record.topic, title: record.title, protocolVersion: record.protocolVersion, source: record.source, heldOn: on }))));
  const counted = movements.filter((record) => isIt(record) && (record.kind !== 'delivery' || accepted({ kind: 'kitMovement', record }).length > 0));
  return { assessments, trainings, movements: counted.map(({ kind, on, organisation, source, lines }): CountedMovement => ({ kind, on, organisation, source, lines })) };
}
