import { expect, it } from 'vitest';
import { saveAssessments } from '#db/stores/assessments';
import type { Database } from '#db/database';
import { bumpDataVersion } from '#db/stores/data-version';
import { finishBatch, startBatch } from '#db/stores/import-batches';
import { saveProgrammes } from '#db/stores/programmes';
import { noCounts } from '#domain/records';
import { fillByHand, HIDDEN_INITIATIVE, provenance, SAFE_HOUSE, SAFE_HOUSE_ORGANISATION } from '../../tests/api/hand-made-data';
import { useApp } from '../../tests/api/open-app';
import { describeOnBothDatabases } from '../../tests/databases';
import { type CheckAnswer, checkAnswer } from './contract/check';

/** Beside the hand-made country: Poste Deux is found ready in May, and a team treats survivors at D in the first half of July. */
async function fill(database: Database): Promise<void> {
  await fillByHand(database);
  await database.kysely.transaction().execute(async (transaction) => {
    const batch = await startBatch(transaction, { fileName: 'check.json', sha256: '2'.repeat(64), profile: 'exercise', source: provenance.source, exercise: false });
    await saveAssessments(transaction, batch, [{
      externalId: 'E-S3', structureScheme: 'main', structureExternalId: 'S3', assessedOn: '2025-05-02', assessedBy: 'Bureau central', functionality: 'full', accessibility: 'full', protocol: 'yes', privateRoom: 'yes', referralPath: 'yes',
      services: [{ service: 'cmr', availability: 'available', barriers: [] }],
      trainedStaff: [{ service: 'cmr', cadre: 'nurse', number: 1, women: 1, men: 0, trainedOn: '2025-01-10', protocolVersion: null }],
      stockLines: [{ item: 'pepKitAdult', batch: 'L2', quantity: 9, expiry: '2026-12-31', countedOn: '2025-05-02' }],
      ...provenance,
    }]);
    await saveProgrammes(transaction, batch, [{
      kind: 'mission',
      record: { scheme: 'main', externalId: 'M1', title: 'Équipe à Trois', service: 'cmr', host: null, lngLat: [22.5, 0.5], areaCode: null, locality: null, radiusKm: 10, start: '2025-07-01', end: '2025-07-14', status: 'planned', capacity: 40, treated: noCounts, organisations: [{ role: 'implementing', organisation: { name: 'Delta', acronym: null, type: 'nationalNgo', typeAsGiven: null } }], tier: 'public', ...provenance },
    }]);
    await finishBatch(transaction, batch, { rows: 1, accepted: 1, unchanged: 0, refused: 0 });
    await bumpDataVersion(transaction);
  });
}

const AWARENESS = 'kind=awareness&groups=communityAtLarge';

describeOnBothDatabases('the check of a plan in the hand-made country', (database) => {
  const api = useApp(database, 'coordination', fill);
  const stranger = useApp(database, 'public', async () => undefined);
  const check = async (query: string): Promise<CheckAnswer> => checkAnswer.strict().parse(await api().json(`/api/check?${query}`));
  const levels = ({ care }: CheckAnswer) => care.map(({ at, level, levels: all }) => [at, level, Object.fromEntries(all.filter(({ people }) => people !== 0).map((one) => [one.level, one.people]))]);
  const notKnown = ({ notKnown: all }: CheckAnswer) => Object.fromEntries(all.map(({ code, count, names }) => [code, names.length > 0 ? names : count]));

  it('counts the people of zone 1 by the care that they would find: 3,000 at the hospital, 1,000 at B with none', async () => {
    const answer = await check(`areas=XAZS01&${AWARENESS}&from=2025-06-01&to=2025-06-20&people=1500`);
    expect(levels(answer)).toEqual([['2025-06-01', 'ready', { ready: 3000, none: 1000 }], ['2025-06-20', 'ready', { ready: 3000, none: 1000 }]]);
    expect(answer.place).toMatchObject({ people: 4000, aware: 4000, areas: [{ code: 'XAZS01', name: 'Un', type: 'healthZone', provinceName: 'Amont', population: 4000, onMap: true }] });
    // (3 × 20.2° + 1 × 20.8°) ÷ 4 = 20.35°, nearly; 0.15° from the hospital are 16.7 km.
    expect(answer.place.centre?.[0]).toBeCloseTo(20.35, 3);
    expect(answer.serving).toMatchObject([{ name: 'Hôpital Un', people: 3000, lapsesAfter: '2025-06-22', readyAtEnd: true }]);
    expect(answer.serving[0]?.distanceKm).toBeCloseTo(16.68, 1);
    expect(answer.parameters).toMatchObject({ asOf: '2025-05-31', at: '2025-06-01', standard: 'cmr-minimum', threshold: 5 });
  });

  it('reads overlaps as everywhere: together more than there are is a possible duplication', async () => {
    const answer = await check(`areas=XAZS01&${AWARENESS}&from=2025-06-01&to=2025-06-20&people=1500`);
    // 1,500 + 3,000 > 4,000; 1,500 + 2,000 ≤ 4,000. All 20 days of the shorter period, all of the shared area.
    expect(answer.already.map(({ title, sameGroup, overlap }) => [title, sameGroup, overlap?.days, overlap?.strength, overlap?.peopleTogether, overlap?.populationThere, overlap?.verdict])).toEqual([
      ['Causeries à Un', true, 20, 1, 4500, 4000, 'possibleDuplication'],
      ['Radio à Un', true, 20, 1, 3500, 4000, 'complementary'],
    ]);
    expect(answer.verdicts).toEqual(['possibleDuplication', 'ready']);
    // Of one's own initiatives it is known that they are there, and no overlap is claimed.
    const alpha = (await api().json<{ items: { id: string; name: string }[] }>('/api/organisations?search=Alpha')).items[0]?.id ?? '';
    const own = await check(`areas=XAZS01&${AWARENESS}&from=2025-06-01&to=2025-06-20&people=1500&organisation=${alpha}`);
    expect([own.plan.organisation?.name, own.already.map(({ title, overlap }) => [title, overlap?.verdict ?? null]), own.verdicts]).toEqual(['Alpha', [['Radio à Un', 'complementary'], ['Causeries à Un', null]], ['ready']]);
    // Nobody said how many: nobody can say whether it is too many.
    expect((await check(`areas=XAZS01&${AWARENESS}&from=2025-06-01`)).verdicts).toEqual(['overlapUnknown', 'ready']);
    // Another group: there, and no overlap.
    const police = await check('areas=XAZS01&kind=awareness&groups=police&from=2025-06-01&people=1500');
    expect([police.already.map(({ sameGroup, overlap }) => [sameGroup, overlap]), police.verdicts]).toEqual([[[false, null], [false, null]], ['ready']]);
  });

  it('foretells the last day with no resupply: the hospital lapses after 22 June', async () => {
    const answer = await check(`areas=XAZS01&${AWARENESS}&from=2025-06-10&to=2025-06-23&people=100`);
    expect(levels(answer)).toEqual([['2025-06-10', 'ready', { ready: 3000, none: 1000 }], ['2025-06-23', 'none', { none: 4000 }]]);
    expect(answer.verdicts).toEqual(['careLapses']);
    expect(answer.serving.map(({ readyAtEnd }) => readyAtEnd)).toEqual([false]);
    expect(notKnown(answer)).toMatchObject({ afterReports: 23, noResupply: null, reachEstimated: null });
  });

  it('warns where nobody gives the care, names what the nearest structure lacks, and who would gain', async () => {
    const answer = await check(`areas=XAZS03&${AWARENESS}&from=2025-05-31&to=2025-06-01&nearbyKm=120`);
    // On 31 May, its only day: one day of the one. Nobody knows how many it targets.
    expect(answer.already.map(({ title, undated, overlap }) => [title, undated, overlap?.days, overlap?.strength, overlap?.verdict])).toEqual([['Causeries à Trois', true, 1, 1, 'unknown']]);
    expect(answer.verdicts).toEqual(['careMissing', 'overlapUnknown']);
    expect(levels(answer)[0]).toEqual(['2025-05-31', 'none', { none: 2000 }]);
    expect(answer.toMakeReady[0]).toMatchObject({ name: 'Hôpital Trois', need: 'equip', missing: ['pepKits'], peopleHere: 2000, peopleAnywhere: 2000 });
    // 0.03° of longitude at half a degree north are 3.3 km.
    expect(answer.toMakeReady[0]?.distanceKm).toBeCloseTo(3.34, 2);
    // One degree west, 111.2 km: care is ready for all 1,000, and nobody announces it. Zone 1 is as ready and has two campaigns.
    expect(answer.betterPlaced).toMatchObject([{ code: 'XAZS02', peopleReady: 1000, peopleWithoutCare: 0, why: 'readyAndSilent' }]);
    expect(answer.betterPlaced[0]?.distanceKm).toBeCloseTo(111.19, 1);
    expect((await check(`areas=XAZS03&${AWARENESS}&from=2025-05-31&nearbyKm=110`)).betterPlaced).toEqual([]);
  });

  it('sends what brings care to where it is missing', async () => {
    const kits = await check('areas=XAZS02&kind=kitSupply&from=2025-06-01&nearbyKm=120');
    expect([kits.plan.aim, kits.verdicts]).toEqual(['brings', ['alreadyServed']]);
    // Zone 3 has 2,000 without care; zone 1, no farther, is ready for three in four.
    expect(kits.betterPlaced.map(({ code, peopleWithoutCare, why }) => [code, peopleWithoutCare, why])).toEqual([['XAZS03', 2000, 'withoutCare']]);
    expect((await check('areas=XAZS03&kind=kitSupply&from=2025-06-01')).verdicts).toEqual(['needed']);
    expect((await check('areas=XAZS03&kind=legalAid&from=2025-06-01')).verdicts).toEqual(['clear']);
  });

  it('counts a mission on its days only', async () => {
    const answer = await check(`areas=XAZS03&${AWARENESS}&from=2025-07-05&to=2025-07-20`);
    expect([levels(answer).map(([at, level]) => [at, level]), answer.verdicts]).toEqual([[['2025-07-05', 'ready'], ['2025-07-20', 'none']], ['careLapses']]);
    expect(answer.missions).toMatchObject([{ title: 'Équipe à Trois', phase: 'running', start: '2025-07-01', end: '2025-07-14', distanceKm: 0 }]);
    expect((await check(`areas=XAZS03&${AWARENESS}&from=2025-07-15&to=2025-07-20`)).missions).toEqual([]);
  });

  it('takes an outline: the 3,000 at A, and not the 1,000 at B', async () => {
    const answer = await check(`outline=20.1 0.4,20.3 0.4,20.3 0.6,20.1 0.6&${AWARENESS}&from=2025-06-01&people=1500`);
    expect(levels(answer)[0]).toEqual(['2025-06-01', 'ready', { ready: 3000 }]);
    expect([answer.place.people, answer.place.areas.map(({ code }) => code), answer.plan.outline?.length]).toEqual([3000, ['XAZS01'], 4]);
    expect(answer.already).toHaveLength(2);
    expect(notKnown(answer)).toHaveProperty('outlineByArea');
  });

  it('never takes what is not known for none', async () => {
    const unplaced = await check(`areas=XAZS05&${AWARENESS}&from=2025-06-01`);
    expect([unplaced.verdicts, unplaced.place, levels(unplaced)[0]]).toEqual([['placeUnknown'], { areas: [{ code: 'XAZS05', name: 'Cinq', type: 'healthZone', provinceName: 'Amont', population: 500, onMap: false }], centre: null, people: null, aware: null }, ['2025-06-01', null, { ready: null, reported: null, unknown: null, none: null }]]);
    expect(notKnown(unplaced)).toMatchObject({ notOnMap: ['Cinq'], peoplePlannedUnknown: null });
    // Nobody counted zone 4, and nobody knows where in it the team is: at most to assess.
    const uncounted = await check('areas=XAZS04&kind=awareness&from=2025-06-01');
    expect([uncounted.verdicts, uncounted.place.people, uncounted.care[0]?.levels.find(({ level }) => level === 'unknown')]).toEqual([['assess'], null, { level: 'unknown', people: null, share: 1 }]);
    expect(notKnown(uncounted)).toMatchObject({ populationUnknown: ['Quatre'], structureWithoutPosition: 1, groupsPlannedUnknown: null, evenSpread: null });
    // What others only plan is shown and claims nothing.
    const planned = await check('areas=XAZS04&kind=awareness&from=2025-06-01&groups=communityAtLarge');
    expect(planned.already.map(({ title, planned: only, overlap }) => [title, only, overlap])).toEqual([['Campagne prévue à Quatre', true, null]]);
  });

  it('adds areas up, each person once, whatever their levels', async () => {
    const both = await check(`areas=XAZS01,XAZS03&${AWARENESS}&from=2025-06-01`);
    expect(levels(both)[0]).toEqual(['2025-06-01', 'ready', { ready: 3000, none: 3000 }]);
    const nested = await check(`areas=XA,XAZS01&${AWARENESS}&from=2025-06-01`);
    // 4,000 + 1,000 + 2,000; of zone 4 nobody knows, and zone 5 is not on the map.
    expect([nested.place.people, nested.place.areas.map(({ code, population }) => [code, population])]).toEqual([7000, [['XA', null], ['XAZS01', 4000]]]);
  });

  it('says nothing of the safe house to a stranger', async () => {
    const query = `areas=XBZS06&${AWARENESS}&from=2025-06-01&people=10`;
    expect((await check(query)).serving).toMatchObject([{ name: SAFE_HOUSE.name, people: 700 }]);
    const { statusCode, body } = await stranger().app.inject(`/api/check?${query}`);
    expect(statusCode).toBe(200);
    for (const secret of [SAFE_HOUSE.name, SAFE_HOUSE_ORGANISATION, HIDDEN_INITIATIVE, '30.501']) expect(body).not.toContain(secret);
    expect(checkAnswer.parse(JSON.parse(body))).toMatchObject({ verdicts: ['careMissing'], serving: [], already: [] });
    expect(await stranger().problem(`/api/check?${query}&organisation=${(await api().json<{ items: { id: string }[] }>('/api/organisations?search=Tournesol')).items[0]?.id ?? ''}`)).toMatchObject({ code: 'parameterInvalid' });
  });

  it.each([
    ['kind=awareness&from=2025-06-01', 'areas'],
    [`areas=XAZS01&outline=20 0,21 0,21 1&${AWARENESS}&from=2025-06-01`, 'areas'],
    [`areas=XAZS99&${AWARENESS}&from=2025-06-01`, 'areas'],
    [`outline=20 0,21 1,21 0,20 1&${AWARENESS}&from=2025-06-01`, 'outline'],
    [`outline=20 0,21 0&${AWARENESS}&from=2025-06-01`, 'outline'],
    [`outline=20;0,21 0,21 1&${AWARENESS}&from=2025-06-01`, 'outline'],
    [`areas=XAZS01&${AWARENESS}&from=2025-06-02&to=2025-06-01`, 'to'],
    [`areas=XAZS01&${AWARENESS}&from=2025-06-31`, 'from'],
    ['areas=XAZS01&kind=party&from=2025-06-01', 'kind'],
  ])('refuses what cannot be checked, by name: %s', async (query, column) => {
    expect(await api().problem(`/api/check?${query}`)).toMatchObject({ code: 'parameterInvalid', issues: [{ column }] });
  });
});
