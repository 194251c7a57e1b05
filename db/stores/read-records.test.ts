import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../tests/databases';
import { saveAreas, savePopulations } from './areas';
import { saveAssessments } from './assessments';
import { contentHash } from './identity';
import { saveInitiatives } from './initiatives';
import { ensureOrganisations, saveOrganisations } from './organisations';
import { readStoredRecords } from './read-records';
import { anArea, anAssessment, aStructure, anInitiative, anOrganisation, box, openBatch } from './sample-records';
import { saveStructures } from './structures';

/** Decimals that GeoJSON of 15 decimals would cut: a place near the equator. */
const nearEquator = box(0.12345678901234567, 1e-17, 0.3000000000000000166, 0.1000000000000000055);
const zone = anArea({ type: 'healthZone', code: 'CD6101ZS01', name: 'Goma', parentCode: 'CD61', geometry: nearEquator, population: { value: 1000, year: null, source: 'A' }, codes: { dhis2: 'uid1', msf: 'G1' }, validFrom: '2020-01-01' });
const province = anArea({ type: 'province', code: 'CD61', name: 'Nord-Kivu “=1+1”' });
const heal = anOrganisation({ name: 'Heal Africa', acronym: 'HA', typeAsGiven: 'ONG', aliases: ['Heal', 'Heal-Africa ONG'] });
const centre = aStructure({ externalId: 'centre', name: 'CS "Mabanga", Nord\n𐍈', typeAsGiven: 'Centre', lngLat: [29.123456789012345, -1.6], areaCode: 'CD6101ZS01', areaName: 'Goma', supportedBy: ['Heal Africa'], tier: 'hidden' });
const found = anAssessment({
  structureExternalId: 'centre',
  services: [{ service: 'cmr', availability: 'partial', barriers: ['training', 'supplies'] }],
  trainedStaff: [{ service: 'cmr', cadre: 'nurse', number: null, women: 0, men: null, trainedOn: '2024-06-10', protocolVersion: null }],
  stockLines: [{ item: 'pepKitAdult', batch: '007', quantity: 0, expiry: null, countedOn: '2025-05-01' }],
});
const campaign = anInitiative({
  externalId: 'x', title: '=HYPERLINK("x")', description: 'ligne\nligne', sectorAsGiven: 'Protection : VBG', topicWords: ['VBG'], toReview: true, domain: 'protectionAndPrevention',
  kinds: [{ kind: 'psychosocial', confidence: 'high', rule: 'psy', words: ['écoute'] }, { kind: 'awareness', confidence: 'medium', rule: null, words: [] }],
  targetGroups: ['returnees', 'displaced'], targetGroupsAsGiven: 'Retournés, PDI', areaCodes: ['CD6101ZS01', 'CD61'], start: '2025-01-01', end: '2025-06-30', status: 'completed', statusAsGiven: 'Fini',
  organisations: [
    { role: 'funder', organisation: { name: 'Bailleur', acronym: null, type: 'donor', typeAsGiven: null } },
    { role: 'implementing', organisation: { name: 'Heal Africa', acronym: 'HA', type: 'nationalNgo', typeAsGiven: 'ONG' } },
  ],
  targeted: { women: 0, men: null, girls: 3, boys: null, total: 12 }, reached: { women: 1, men: 2, girls: 3, boys: 4, total: 10 }, budget: 1234.56, currency: 'USD', reportedOn: '2025-05-31', sourceRow: null,
});

describeOnBothDatabases('Reading records back', (database) => {
  it('what was saved is what comes back', async () => {
    const db = database().kysely;
    const batch = await openBatch(db);
    await saveAreas(db, batch, [zone, province]);
    await saveOrganisations(db, batch, [heal]);
    await saveStructures(db, batch, [centre]);
    await saveAssessments(db, batch, [found]);
    await saveInitiatives(db, batch, [campaign], await ensureOrganisations(db, batch, campaign.organisations.map(({ organisation }) => ({ ...organisation, source: 'Test', sourceRow: 1 }))));

    expect(await readStoredRecords(db, 'coordination', 'area', [province, zone])).toEqual([province, zone]);
    expect(await readStoredRecords(db, 'coordination', 'organisation', [heal])).toEqual([heal]);
    expect(await readStoredRecords(db, 'coordination', 'structure', [centre])).toEqual([centre]);
    expect(await readStoredRecords(db, 'coordination', 'assessment', [found])).toEqual([found]);
    expect(await readStoredRecords(db, 'coordination', 'initiative', [campaign])).toEqual([campaign]);
    const [again] = await readStoredRecords(db, 'coordination', 'initiative', [campaign]);
    expect(contentHash(again ?? {})).toBe(contentHash(campaign));
  });

  it('unknown-key: null, in its place', async () => {
    const db = database().kysely;
    expect(await readStoredRecords(db, 'coordination', 'structure', [aStructure({ externalId: 'nowhere' }), centre])).toEqual([null, centre]);
    expect(await readStoredRecords(db, 'coordination', 'area', [])).toEqual([]);
  });

  it('a correction: the one that stands, not the superseded one', async () => {
    const db = database().kysely;
    await saveAssessments(db, await openBatch(db), [{ ...found, functionality: 'none' }]);
    expect(await readStoredRecords(db, 'coordination', 'assessment', [found])).toMatchObject([{ functionality: 'none' }]);
  });

  it('people that another file counted are not part of the area record', async () => {
    const db = database().kysely;
    await savePopulations(db, await openBatch(db), [{ areaType: 'healthZone', areaCode: 'CD6101ZS01', value: 7, year: 2030, source: 'B', sourceRow: 2 }]);
    expect(await readStoredRecords(db, 'coordination', 'area', [zone])).toEqual([zone]);
  });
});
