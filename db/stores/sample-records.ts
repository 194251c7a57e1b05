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
