import type { Database } from '#db/database';
import { savePlaces, saveAreas } from '#db/stores/areas';
import { saveAssessments } from '#db/stores/assessments';
import { bumpDataVersion } from '#db/stores/data-version';
import { saveDecisions } from '#db/stores/decisions';
import { finishBatch, startBatch } from '#db/stores/import-batches';
import { saveInitiatives } from '#db/stores/initiatives';
import { ensureOrganisations } from '#db/stores/organisations';
import { assignStructureAreas, saveStructures } from '#db/stores/structures';
import { noCounts, type AreaRecord, type AssessmentRecord, type InitiativeRecord, type MultiPolygon, type StructureRecord } from '#domain/records';

/**
 * A country small enough to work out by hand: squares of one degree along the equator, people at known points.
 *
 *   XA  zone 1 [20–21]  4,000 people: 3,000 at A (20.2, 0.5) and 1,000 at B (20.8, 0.5), as 300 : 100
 *       zone 2 [21–22]  1,000 at C (21.5, 0.5)
 *       zone 3 [22–23]  2,000 at D (22.5, 0.5)
 *       zone 4 [23–24]  population not known, no place: spread evenly
 *       zone 5          500, no outline
 *   XB  zone 6 [30–31]    700 at F (30.5, 0.5)
 */
export const provenance = { source: 'Fait à la main', sourceRow: 1 };

const square = (west: number, east: number): MultiPolygon => ({ type: 'MultiPolygon', coordinates: [[[[west, 0], [east, 0], [east, 1], [west, 1], [west, 0]]]] });

const area = (type: AreaRecord['type'], code: string, name: string, parentCode: string | null, geometry: MultiPolygon | null, population: number | null): AreaRecord => ({
  type, code, name, parentCode, geometry,
  population: population === null ? null : { value: population, year: 2024, source: 'Recensement' },
  codes: {}, validFrom: null, validTo: null, ...provenance,
});

const AREAS: AreaRecord[] = [
  area('province', 'XA', 'Amont', null, square(20, 24), null),
  area('province', 'XB', 'Aval', null, square(30, 31), null),
  area('healthZone', 'XAZS01', 'Un', 'XA', square(20, 21), 4000),
  area('healthZone', 'XAZS02', 'Deux', 'XA', square(21, 22), 1000),
  area('healthZone', 'XAZS03', 'Trois', 'XA', square(22, 23), 2000),
  area('healthZone', 'XAZS04', 'Quatre', 'XA', square(23, 24), null),
  area('healthZone', 'XAZS05', 'Cinq', 'XA', null, 500),
  area('healthZone', 'XBZS06', 'Six', 'XB', square(30, 31), 700),
];

const place = (externalId: string, lng: number, population: number) => ({ externalId, type: 'settlement' as const, name: externalId, lngLat: [lng, 0.5] as [number, number], population, ...provenance });
const PLACES = [place('A', 20.2, 300), place('B', 20.8, 100), place('C', 21.5, 50), place('D', 22.5, 10), place('F', 30.5, 10)];

const structure = (externalId: string, name: string, lngLat: [number, number] | null, more: Partial<StructureRecord> = {}): StructureRecord => ({
  scheme: 'main', externalId, name, type: 'HGR', typeAsGiven: null, ownership: 'public', lngLat, areaCode: null, areaName: null, tier: 'public', supportedBy: [], ...provenance, ...more,
});

/** The safe house: nothing of it may be found in any answer to the public. */
export const SAFE_HOUSE = { name: 'Maison Tournesol', externalId: 'maison-tournesol-7', lngLat: [30.50123, 0.49877] as [number, number] };
/** Who runs it, known from hidden records only. */
export const SAFE_HOUSE_ORGANISATION = 'Cercle du Tournesol';
export const HIDDEN_INITIATIVE = 'Accueil discret au Tournesol';

const STRUCTURES: StructureRecord[] = [
  structure('S1', 'Hôpital Un', [20.2, 0.5]),
  structure('S2', 'Hôpital Trois', [22.53, 0.5]),
  structure('S3', 'Poste Deux', [21.5, 0.52], { type: 'PS' }),
  structure('S5', 'Équipe Quatre', null, { type: 'mobile', areaCode: 'XAZS04' }),
  structure(SAFE_HOUSE.externalId, SAFE_HOUSE.name, SAFE_HOUSE.lngLat, { type: 'CISM', tier: 'hidden', supportedBy: [SAFE_HOUSE_ORGANISATION] }),
];

const assessment = (structureExternalId: string, more: Partial<AssessmentRecord> = {}): AssessmentRecord => ({
  externalId: `E-${structureExternalId}`, structureScheme: 'main', structureExternalId, assessedOn: '2025-05-01', assessedBy: 'Bureau central', functionality: 'full', accessibility: 'full',
  protocol: 'yes', privateRoom: 'yes', referralPath: 'unknown', services: [{ service: 'cmr', availability: 'available', barriers: [] }],
  trainedStaff: [{ service: 'cmr', cadre: 'nurse', number: 2, women: 1, men: 1, trainedOn: '2024-06-10', protocolVersion: null }],
  stockLines: [{ item: 'pepKitAdult', batch: 'L1', quantity: 37, expiry: '2025-07-20', countedOn: '2025-05-01' }],
  ...provenance, ...more,
});

/** Ready until 20 July − 28 days = 22 June; almost ready without kits; the safe house ready. */
const ASSESSMENTS: AssessmentRecord[] = [
  assessment('S1'),
  assessment('S2', { stockLines: [{ item: 'pepKitAdult', batch: null, quantity: 0, expiry: null, countedOn: '2025-05-01' }] }),
  assessment(SAFE_HOUSE.externalId, { assessedBy: SAFE_HOUSE_ORGANISATION }),
];

type Kind = InitiativeRecord['kinds'][number]['kind'];
const initiative = (externalId: string, title: string, kinds: Kind[], organisation: string, areaCodes: string[], more: Partial<InitiativeRecord> = {}): InitiativeRecord => ({
  scheme: 'main', externalId, title, description: null, sectorAsGiven: null, kinds: kinds.map((kind) => ({ kind, confidence: 'high', rule: 'main', words: [`mot-${kind}`] })), topic: 'sexualViolence', topicWords: [], toReview: false,
  domain: 'protectionAndPrevention', targetGroups: ['communityAtLarge'], targetGroupsAsGiven: null,
  organisations: [{ role: 'implementing', organisation: { name: organisation, acronym: null, type: 'nationalNgo', typeAsGiven: null } }],
  areaCodes, start: '2025-01-01', end: '2025-12-31', status: 'ongoing', statusAsGiven: null, reportedOn: '2025-05-31', targeted: noCounts, reached: noCounts, budget: null, currency: null, tier: 'public',
  ...provenance, ...more,
});
const targeted = (total: number) => ({ ...noCounts, total });

/** So few could be known by name: the public does not see how many. */
export const FEW_PEOPLE = 3;

const INITIATIVES: InitiativeRecord[] = [
  initiative('I1', 'Causeries à Un', ['awareness'], 'Alpha', ['XAZS01'], { targeted: targeted(3000) }),
  initiative('I2', 'Radio à Un', ['awareness'], 'Beta', ['XAZS01'], { start: '2025-03-01', end: '2025-08-31', targeted: targeted(2000), domain: 'multisectoralAssistance' }),
  initiative('I3', 'Causeries à Trois', ['awareness'], 'Alpha', ['XAZS03'], { start: null, end: null }),
  initiative('I4', 'Soins à Deux', ['medicalCare'], 'Gamma', ['XAZS02'], { targetGroups: ['womenAndGirls'] }),
  initiative('I5', 'Hygiène à Deux', ['awareness'], 'Beta', ['XAZS02'], { topic: 'other', reached: targeted(FEW_PEOPLE) }),
  initiative('I6', 'Campagne prévue à Quatre', ['awareness'], 'Beta', ['XAZS04'], { status: 'planned' }),
  initiative('I7', HIDDEN_INITIATIVE, ['awareness'], SAFE_HOUSE_ORGANISATION, ['XBZS06'], { tier: 'hidden' }),
  initiative('I8', 'Réponse à Deux', [], 'Gamma', ['XAZS02'], { toReview: true }),
];

/** Fills an empty database as one load would, and answers the data version. */
export async function fillByHand({ kysely }: Database, { exercise = false, decision = null }: { exercise?: boolean; decision?: 'duplication' | 'complementary' | null } = {}): Promise<number> {
  return kysely.transaction().execute(async (transaction) => {
    const batch = await startBatch(transaction, { fileName: 'main.json', sha256: '0'.repeat(64), profile: 'exercise', source: provenance.source, exercise });
    await saveAreas(transaction, batch, AREAS);
    await savePlaces(transaction, batch, PLACES);
    await saveStructures(transaction, batch, STRUCTURES);
    await assignStructureAreas(transaction);
    await saveAssessments(transaction, batch, ASSESSMENTS);
    const named = INITIATIVES.flatMap(({ organisations }) => organisations.map(({ organisation }) => ({ ...organisation, ...provenance })));
    await saveInitiatives(transaction, batch, INITIATIVES, await ensureOrganisations(transaction, batch, named));
    if (decision !== null) {
      await saveDecisions(transaction, batch, [{ subject: 'overlap', subjectA: 'main:I1', subjectB: 'main:I2', verdict: decision, reason: 'Vu ensemble', decidedBy: 'Groupe de travail', decidedOn: '2025-05-20', ...provenance }]);
    }
    await finishBatch(transaction, batch, { rows: 1, accepted: 1, unchanged: 0, refused: 0 });
    return bumpDataVersion(transaction);
  });
}
