import type { KitMovement, Mission, ProposalVerdict, TrainingSession } from '#domain/programme-records';
import { type AreaRecord, type AssessmentRecord, type DecisionRecord, type InitiativeRecord, type MultiPolygon, noCounts, type OrganisationRecord, type StructureRecord } from '#domain/records';
import type { Handle } from './handle';
import { startBatch } from './import-batches';

/** Records for the tests of the stores: whole and plain; a test says only what it is about. */

const provenance = { source: 'Test', sourceRow: 2 };

/** An axis-parallel rectangle, degrees. */
export const box = (west: number, south: number, east: number, north: number): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: [[[[west, south], [east, south], [east, north], [west, north], [west, south]]]],
});

export const openBatch = (db: Handle, fileName = 'test.csv', exercise = false): Promise<string> =>
  startBatch(db, { fileName, sha256: 'ab'.repeat(32), profile: 'exercise', source: 'Test', exercise });

export const anArea = (area: Partial<AreaRecord> & Pick<AreaRecord, 'type' | 'code'>): AreaRecord => ({
  name: area.code, parentCode: null, geometry: null, population: null, codes: {}, validFrom: null, validTo: null, ...provenance, ...area,
});

export const anOrganisation = (organisation: Partial<OrganisationRecord> & Pick<OrganisationRecord, 'name'>): OrganisationRecord => ({
  acronym: null, type: 'nationalNgo', typeAsGiven: null, aliases: [], ...provenance, ...organisation,
});

export const aStructure = (structure: Partial<StructureRecord> & Pick<StructureRecord, 'externalId'>): StructureRecord => ({
  scheme: 'test', name: structure.externalId, type: 'CS', typeAsGiven: null, ownership: 'public', lngLat: null, areaCode: null, areaName: null, tier: 'public', supportedBy: [],
  ...provenance, ...structure,
});

export const anAssessment = (assessment: Partial<AssessmentRecord> & Pick<AssessmentRecord, 'structureExternalId'>): AssessmentRecord => ({
  externalId: 'first', structureScheme: 'test', assessedOn: '2025-05-01', assessedBy: 'Bureau de zone', functionality: 'full', accessibility: 'partial', protocol: 'yes',
  privateRoom: 'no', referralPath: 'unknown', services: [], trainedStaff: [], stockLines: [], ...provenance, ...assessment,
});

export const anInitiative = (initiative: Partial<InitiativeRecord> & Pick<InitiativeRecord, 'externalId'>): InitiativeRecord => ({
  scheme: 'test', title: initiative.externalId, description: null, sectorAsGiven: null, kinds: [{ kind: 'awareness', confidence: 'stated', rule: null, words: [] }], topic: 'sexualViolence',
  topicWords: [], toReview: false, domain: null, targetGroups: [], targetGroupsAsGiven: null, organisations: [], areaCodes: ['CD6101ZS01'], start: null, end: null,
  status: 'ongoing', statusAsGiven: null, reportedOn: null, targeted: noCounts, reached: noCounts, budget: null, currency: null, tier: 'public', ...provenance, ...initiative,
});

export const byOrganisation = (name: string, role: 'funder' | 'programming' | 'implementing' = 'implementing'): InitiativeRecord['organisations'][number] => ({
  role, organisation: { name, acronym: null, type: 'nationalNgo', typeAsGiven: null },
});

export const aDecision = (decision: Partial<DecisionRecord> & Pick<DecisionRecord, 'subjectA' | 'subjectB'>): DecisionRecord => ({
  subject: 'overlap', verdict: 'complementary', reason: 'Deux publics.', decidedBy: 'Groupe de travail', decidedOn: '2025-05-20', ...provenance, ...decision,
});

export const aSession = (session: Partial<TrainingSession> & Pick<TrainingSession, 'externalId'>): TrainingSession => ({
  scheme: 'test', title: session.externalId, topic: 'cmr', audience: 'healthStaff', areaCode: null, start: '2025-04-01', end: '2025-04-03', status: 'completed', planned: null, women: null, men: null,
  total: null, protocolVersion: null, organisations: [], origins: [], tier: 'public', ...provenance, ...session,
});

/** So many nurses of a structure of the scheme `test`. */
export const fromStructure = (structureExternalId: string, number: number | null = 2): TrainingSession['origins'][number] => ({ structureScheme: 'test', structureExternalId, cadre: 'nurse', number, women: null, men: null });

export const aMovement = (movement: Partial<KitMovement> & Pick<KitMovement, 'externalId' | 'structureExternalId'>): KitMovement => ({
  scheme: 'test', structureScheme: 'test', kind: 'delivery', on: '2025-05-10', lines: [{ item: 'pepKitAdult', batch: 'B1', quantity: 5, expiry: '2026-12-31' }], organisation: null, ...provenance, ...movement,
});

export const aMission = (mission: Partial<Mission> & Pick<Mission, 'externalId'>): Mission => ({
  scheme: 'test', title: mission.externalId, service: 'fistulaRepair', host: null, lngLat: null, areaCode: null, locality: null, radiusKm: 30, start: '2025-05-01', end: '2025-05-14',
  status: 'completed', capacity: null, treated: noCounts, organisations: [], tier: 'public', ...provenance, ...mission,
});

export const aVerdict = (verdict: Partial<ProposalVerdict> & Pick<ProposalVerdict, 'externalId' | 'structureExternalId' | 'subjectExternalId'>): ProposalVerdict => ({
  scheme: 'test', subject: 'kitMovement', subjectScheme: 'test', digest: 'd', structureScheme: 'test', verdict: 'accepted', reason: null, decidedBy: 'Bureau de zone', decidedOn: '2025-05-12', ...provenance, ...verdict,
});

/**
 * Two provinces side by side, the border at 29° E; in the first two zones, the border at 28° E, and a territory over both;
 * in the second a zone without an outline.
 */
export const someAreas: readonly AreaRecord[] = [
  anArea({ type: 'healthZone', code: 'CD6101ZS01', name: 'Goma', parentCode: 'CD61', geometry: box(27, -2, 28, -1), population: { value: 1000, year: 2024, source: 'A' }, codes: { dhis2: 'uid1', msf: 'G1' } }),
  anArea({ type: 'healthZone', code: 'CD6101ZS02', name: 'Karisimbi', parentCode: 'CD61', geometry: box(28, -2, 29, -1) }),
  anArea({ type: 'healthZone', code: 'CD6201ZS01', name: 'Ibanda', parentCode: 'CD62' }),
  anArea({ type: 'territory', code: 'CD6101', name: 'Nyiragongo', parentCode: 'CD61', geometry: box(27, -2, 29, -1) }),
  anArea({ type: 'province', code: 'CD61', name: 'Nord-Kivu', geometry: box(27, -2, 29, -1) }),
  anArea({ type: 'province', code: 'CD62', name: 'Sud-Kivu', geometry: box(29, -2, 31, -1) }),
];
