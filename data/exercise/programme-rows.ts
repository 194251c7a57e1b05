import type { CareStandardRecord } from '#domain/care-standard';
import type { ImportRecord } from '#domain/import-records';
import type { KitMovement, Mission, ProposalVerdict, TrainingSession } from '#domain/programme-records';
import { type Proposal, proposalsOf } from '#domain/proposals';
import { type AssessmentRecord, noCounts } from '#domain/records';
import { cmrMinimum } from '#domain/shipped-standards';
import { areaCodeOf, roleOf } from './initiative-row';
import { organisations } from './organisation-table';
import { sessionRows, type SessionRow } from './session-table';
import { missionRows, type MissionRow, movementRows, type MovementRow } from './supply-tables';

const SOURCE = 'Exercice, programmes';

const numbered = (prefix: string, at: number): string => `${prefix}-${String(at + 1).padStart(3, '0')}`;
const structureOf = (number: number) => ({ structureScheme: 'exercise', structureExternalId: numbered('STR', number - 1) });
const provenance = { source: SOURCE, sourceRow: null };

function sessionOf(row: SessionRow, at: number): TrainingSession {
  const { came } = row;
  const [women, men, total] = came === null ? [null, null, null] : typeof came === 'number' ? [null, null, came] : [...came, came[0] + came[1]];
  return {
    scheme: 'exercise', externalId: numbered('FOR', at), title: row.title, topic: row.topic, audience: row.audience,
    areaCode: areaCodeOf(row.where), start: row.from, end: row.to, status: row.status, planned: row.planned,
    women, men, total,
    protocolVersion: row.protocol ?? null,
    organisations: [...(row.fund ? [roleOf('funder', row.fund)] : []), roleOf('implementing', row.by)],
    origins: (row.origins ?? []).map(([structure, cadre, w, m]) => ({ ...structureOf(structure), cadre, number: w + m, women: w, men: m })),
    tier: row.tier ?? 'public', ...provenance,
  };
}

const movementOf = ({ structure, kind, on, by, lines }: MovementRow, at: number): KitMovement => ({
  scheme: 'exercise', externalId: numbered('KIT', at), ...structureOf(structure), kind, on,
  lines: lines.map(([item, batch, quantity, expiry]) => ({ item, batch, quantity, expiry })),
  organisation: by === null ? null : organisations[by].name, ...provenance,
});

const missionOf = (row: MissionRow, at: number): Mission => ({
  scheme: 'exercise', externalId: numbered('MIS', at), title: row.title, service: row.service,
  host: row.host === undefined ? null : structureOf(row.host), lngLat: row.at === undefined ? null : [...row.at],
  areaCode: areaCodeOf(row.where), locality: row.locality, radiusKm: row.radiusKm, start: row.from, end: row.to, status: row.status,
  capacity: row.capacity, treated: { ...noCounts, ...row.treated },
  organisations: [roleOf('funder', row.fund), ...row.by.map((key) => roleOf('implementing', key))], tier: 'public', ...provenance,
});

/** A second version of the default standard that no authority has adopted: it asks for three trained people and emergency contraception. */
const draft: CareStandardRecord = {
  ...cmrMinimum, version: 2, adoptedOn: null, authority: `${organisations.MGE.name}, projet`, ...provenance,
  criteria: cmrMinimum.criteria.map((criterion) => {
    if (criterion.kind === 'trainedStaff') return { ...criterion, minimum: 3 };
    return criterion.code === 'emergencyContraception' ? { ...criterion, required: true } : criterion;
  }),
};

/** A second source on one structure, eight days before the division of health: the two do not say the same of the protocol and of the kits. */
const secondOpinion: AssessmentRecord = {
  externalId: 'VIS-001', ...structureOf(10), assessedOn: '2025-05-12', assessedBy: organisations.SNS.name,
  functionality: 'full', accessibility: 'full', protocol: 'no', privateRoom: 'yes', referralPath: 'unknown',
  services: [{ service: 'cmr', availability: 'partial', barriers: ['supplies'] }], trainedStaff: [],
  stockLines: [{ item: 'pepKitAdult', batch: null, quantity: 0, expiry: null, countedOn: '2025-05-12' }],
  source: 'Exercice, visite de la Société nationale de secours', sourceRow: null,
};

/** What programmes did and plan, and what was answered to what they propose. */
export function programmeRecords(): ImportRecord[] {
  const sessions = sessionRows.map(sessionOf);
  const movements = movementRows.map(movementOf);
  return [
    { kind: 'assessment', record: secondOpinion },
    ...sessions.map((record): ImportRecord => ({ kind: 'trainingSession', record })),
    ...movements.map((record): ImportRecord => ({ kind: 'kitMovement', record })),
    ...missionRows.map((row, at): ImportRecord => ({ kind: 'mission', record: missionOf(row, at) })),
    ...verdictsOn(sessions, movements).map((record, at): ImportRecord => ({ kind: 'proposalVerdict', record: { ...record, externalId: numbered('REP', at) } })),
    { kind: 'careStandard', record: draft },
  ];
}

/** Sessions before May were answered with yes on the day they ended; that of Idjwi waits. Deliveries as their rows say. */
function verdictsOn(sessions: readonly TrainingSession[], movements: readonly KitMovement[]): ProposalVerdict[] {
  const answered = sessions.filter(({ end }) => end < '2025-05-01').flatMap((record) => proposalsOf({ kind: 'trainingSession', record }).map((proposal) => verdictOn(proposal, 'accepted', null, record.end)));
  const deliveries = movementRows.flatMap(({ verdict }, at) => {
    const record = movements[at];
    return verdict === undefined || record === undefined ? [] : proposalsOf({ kind: 'kitMovement', record }).map((proposal) => verdictOn(proposal, ...verdict));
  });
  return [...answered, ...deliveries];
}

function verdictOn({ subject, subjectScheme, subjectExternalId, digest, structureScheme, structureExternalId }: Proposal, verdict: ProposalVerdict['verdict'], reason: string | null, decidedOn: string): ProposalVerdict {
  return { scheme: 'exercise', externalId: '', subject, subjectScheme, subjectExternalId, digest, structureScheme, structureExternalId, verdict, reason, decidedBy: organisations.DPS.name, decidedOn, ...provenance };
}
