import { expect, it } from 'vitest';
import { saveInitiatives } from '#db/stores/initiatives';
import { finishBatch, startBatch } from '#db/stores/import-batches';
import { bumpDataVersion } from '#db/stores/data-version';
import { ensureOrganisations } from '#db/stores/organisations';
import { type ProgrammeEntry, saveProgrammes } from '#db/stores/programmes';
import type { Database } from '#db/database';
import type { Mission } from '#domain/programme-records';
import { type InitiativeRecord, noCounts } from '#domain/records';
import { cmrMinimum } from '#domain/shipped-standards';
import { fillByHand, provenance } from '../../tests/api/hand-made-data';
import { useApp } from '../../tests/api/open-app';
import { describeOnBothDatabases } from '../../tests/databases';
import { type GapExplanation, gapExplanation, type GapsAnswer, gapsForecast, type GapsForecast } from './contract/gaps';
import { type CompareAnswer, compareAnswer, type LapsingAnswer, lapsingAnswer, type NeedsAnswer, needsAnswer, type RefreshersAnswer, refreshersAnswer } from './contract/readiness';

const mission = (externalId: string, more: Partial<Mission>): ProgrammeEntry => ({
  kind: 'mission',
  record: {
    scheme: 'main', externalId, title: externalId, service: 'fistulaRepair', host: null, lngLat: null, areaCode: null, locality: null, radiusKm: 10, start: '2025-05-20', end: '2025-06-10', status: 'completed',
    capacity: 30, treated: noCounts, organisations: [{ role: 'implementing', organisation: { name: 'Delta', acronym: null, type: 'nationalNgo', typeAsGiven: null } }], tier: 'public', ...provenance, ...more,
  },
});

const PROGRAMMES: ProgrammeEntry[] = [
  mission('Chirurgie à Trois', { lngLat: [22.5, 0.5] }),
  // One thousand at B, of the four thousand of zone 1
  mission('Chirurgie à Un', { lngLat: [20.8, 0.5], start: '2025-07-01', end: '2025-07-14', status: 'planned' }),
  mission('Chirurgie quelque part', { areaCode: 'XB' }),
  mission('Chirurgie annulée', { lngLat: [21.5, 0.5], status: 'cancelled' }),
  // Two people are trained in each structure that was assessed: from June on that is one too few.
  { kind: 'careStandard', record: { ...cmrMinimum, version: 2, authority: 'Ministère', adoptedOn: '2025-06-01', criteria: cmrMinimum.criteria.map((one) => (one.kind === 'trainedStaff' ? { ...one, minimum: 3 } : one)), ...provenance } },
  { kind: 'careStandard', record: { ...cmrMinimum, version: 3, authority: 'Ministère', adoptedOn: null, ...provenance } },
];

const FISTULA_RADIO: InitiativeRecord = {
  scheme: 'main', externalId: 'I9', title: 'Radio fistule', description: null, sectorAsGiven: null, kinds: [{ kind: 'awareness', confidence: 'high', rule: 'main', words: [] }], topic: 'sexualViolence', topicWords: [], toReview: false,
  domain: null, targetGroups: [], targetGroupsAsGiven: null, organisations: [], announcedServices: ['fistulaRepair'], areaCodes: ['XAZS02'], start: '2025-01-01', end: '2025-12-31', status: 'ongoing', statusAsGiven: null,
  reportedOn: '2025-05-31', targeted: noCounts, reached: noCounts, budget: null, currency: null, tier: 'public', ...provenance,
};

async function fill(database: Database): Promise<void> {
  await fillByHand(database);
  await database.kysely.transaction().execute(async (transaction) => {
    const batch = await startBatch(transaction, { fileName: 'programmes.json', sha256: '1'.repeat(64), profile: 'exercise', source: provenance.source, exercise: false });
    await saveProgrammes(transaction, batch, PROGRAMMES);
    await saveInitiatives(transaction, batch, [FISTULA_RADIO], await ensureOrganisations(transaction, batch, []));
    await finishBatch(transaction, batch, { rows: 1, accepted: 1, unchanged: 0, refused: 0 });
    await bumpDataVersion(transaction);
  });
}

describeOnBothDatabases('readiness of the hand-made country, by service, standard and day', (database) => {
  const api = useApp(database, 'coordination', fill);
  const gaps = (query: string) => api().json<GapsAnswer>(`/api/gaps?${query}`);
  const classOf = async (code: string, query: string) => (await gaps(query)).areas.find((area) => area.code === code)?.class;
  const explain = (code: string, query: string) => api().json<GapExplanation>(`/api/gaps/${code}?${query}`);
  const parse = async <Answer>(schema: { strict(): { parse(value: unknown): Answer } }, path: string): Promise<Answer> => schema.strict().parse(await api().json(path));

  it('awareness counts for the services that it announces: named ones, else those of its topic', async () => {
    // Zone 2: Radio fistule names fistula repair only; the campaigns of zone 1 speak of sexual violence.
    expect([await classOf('XAZS02', 'service=cmr'), await classOf('XAZS02', 'service=fistulaRepair')]).toEqual(['quiet', 'assess']);
    expect([await classOf('XAZS01', 'service=fistulaRepair'), await classOf('XAZS01', 'service=psychosocial')]).toEqual(['unassessed', 'assess']);
    const two = await explain('XAZS02', 'service=fistulaRepair');
    expect(two.initiatives.map(({ title, counts, announces }) => [title, counts, announces])).toEqual([['Radio fistule', 'awareness', ['fistulaRepair']], ['Réponse à Deux', 'other', []], ['Soins à Deux', 'other', []]]);
  });

  it('a mission gives its service in its radius and on its days, and no other', async () => {
    const on = (asOf: string) => classOf('XAZS03', `service=fistulaRepair&asOf=${asOf}`);
    expect([await on('2025-05-19'), await on('2025-05-20'), await on('2025-06-10'), await on('2025-06-11')]).toEqual(['unassessed', 'unannounced', 'unannounced', 'unassessed']);
    expect(await classOf('XAZS03', 'service=cmr')).toBe('gap');
    const during = gapExplanation.strict().parse(await explain('XAZS03', 'service=fistulaRepair&asOf=2025-05-31'));
    expect(during.care.missions).toBe(1);
    expect(during.reasons.find(({ code }) => code === 'missionWithinReach')).toEqual({ code: 'missionWithinReach', share: 1, count: 1, until: '2025-06-10' });
    expect(during.reasons.map(({ code }) => code)).not.toContain('readyWithinReach');
    expect(during.missions).toMatchObject([{ title: 'Chirurgie à Trois', phase: 'running', start: '2025-05-20', end: '2025-06-10', capacity: 30, radiusKm: 10, lngLat: [22.5, 0.5], distanceKm: 0, organisations: [{ name: 'Delta', role: 'implementing' }] }]);
    const after = await explain('XAZS03', 'service=fistulaRepair&asOf=2025-06-11');
    expect([after.care.missions, after.missions.map(({ title, phase }) => [title, phase])]).toEqual([0, [['Chirurgie à Trois', 'ended']]]);
  });

  it('a planned mission gives care on its days in a forecast only; one known by its province is somewhere there', async () => {
    const unserved = async (query: string) => (await explain('XAZS01', `service=fistulaRepair&${query}`)).reasons.find(({ code }) => code === 'missionWithinReach')?.share ?? null;
    expect([await unserved('asOf=2025-07-05'), await unserved('asOf=2025-05-31&at=2025-07-05'), await unserved('asOf=2025-05-31&at=2025-07-15')]).toEqual([null, 0.25, null]);
    expect((await explain('XAZS01', 'service=fistulaRepair')).missions.map(({ title, phase, status }) => [title, phase, status])).toEqual([['Chirurgie à Un', 'coming', 'planned']]);
    // Zone 6 holds the safe house, of unknown readiness for fistula: without it in reach, the team somewhere in XB is still to be found out about.
    expect(await classOf('XBZS06', 'service=fistulaRepair&threshold=0')).toBe('unassessed');
    expect(await classOf('XBZS06', 'service=fistulaRepair&threshold=0&asOf=2025-06-11')).toBe('blindSpot');
  });

  it('the standard in force on the day judges; a draft only when it is named', async () => {
    const judged = async (query: string) => {
      const { parameters, areas } = await gaps(query);
      return [parameters.standard, parameters.standardVersion, areas.find(({ code }) => code === 'XAZS01')?.class];
    };
    expect(await judged('asOf=2025-05-31')).toEqual(['cmr-minimum', 1, 'joined']);
    expect(await judged('asOf=2025-06-01')).toEqual(['cmr-minimum', 2, 'gap']);
    expect(await judged('asOf=2025-06-01&standard=cmr-minimum@1')).toEqual(['cmr-minimum@1', 1, 'joined']);
    expect(await judged('asOf=2025-06-01&standard=cmr-minimum@3')).toEqual(['cmr-minimum@3', 3, 'joined']);
  });

  it('compares two versions: which structures pass no more, and by which criterion', async () => {
    const answer: CompareAnswer = await parse(compareAnswer, '/api/standards/compare?a=cmr-minimum@1&b=cmr-minimum@2&asOf=2025-05-31');
    expect(answer.counts.filter(({ structures }) => structures > 0)).toEqual([{ from: 'ready', to: 'notReady', structures: 2 }, { from: 'notReady', to: 'notReady', structures: 1 }, { from: 'unknown', to: 'unknown', structures: 2 }]);
    const difference = [{ code: 'trainedStaff', a: { required: true, verdict: 'met', cause: 'established' }, b: { required: true, verdict: 'unmet', cause: 'tooFewTrained' } }];
    expect(answer.structures.map(({ structureName, from, to, criteria }) => [structureName, from, to, criteria])).toEqual([['Hôpital Un', 'ready', 'notReady', difference], ['Maison Tournesol', 'ready', 'notReady', difference]]);
    expect(await api().problem('/api/standards/compare?a=cmr-minimum@1&b=fistula-minimum')).toMatchObject({ code: 'parameterInvalid', issues: [{ column: 'b', expected: 'service = cmr' }] });
  });

  it('the forecast is the same answer on each of its days: the hospital lapses after 22 June', async () => {
    const forecast: GapsForecast = await parse(gapsForecast, '/api/gaps/forecast');
    for (const [step, at] of forecast.dates.entries()) {
      const answer = await gaps(`at=${at}`);
      const areas = new Map(answer.areas.map((area) => [area.code, area]));
      expect((forecast.areaClasses[step] ?? '').split('').map((letter) => forecast.classes[Number(letter)] ?? null), at).toEqual(forecast.codes.map((code) => areas.get(code)?.class));
      expect(forecast.peopleInGap[step]).toEqual(forecast.codes.map((code) => areas.get(code)?.peopleInGap));
      const { classes, peopleInGap, peopleUncertain, structures } = answer.summary;
      expect(forecast.summaries[step]).toEqual({ classes, peopleInGap, peopleUncertain, structures });
    }
    expect([forecast.dates[3], forecast.dates[4]]).toEqual(['2025-06-21', '2025-06-28']);
    // Zones 1 and 3 and, with its safe house lapsed, zone 6: 4,000 + 2,000 + 700
    expect(forecast.summaries.slice(3, 5).map(({ peopleInGap, structures }) => [peopleInGap, structures.ready])).toEqual([[3000, 2], [6700, 0]]);
    const sameArea: GapsForecast = await parse(gapsForecast, '/api/gaps/forecast?reach=sameArea');
    expect(sameArea.summaries[4]?.peopleInGap).toBe((await gaps('reach=sameArea&at=2025-06-28')).summary.peopleInGap);
  });

  it('lists what lapses: ready through 22 June, so within 23 days and not within 22', async () => {
    const answer: LapsingAnswer = await parse(lapsingAnswer, '/api/readiness/lapsing?days=23');
    const criteria = [{ code: 'pepKits', lapsesAfter: '2025-06-22', becomes: 'unmet' }];
    expect(answer.items.map(({ structureName, lapsesAfter, daysLeft, criteria: runOut }) => [structureName, lapsesAfter, daysLeft, runOut])).toEqual([['Hôpital Un', '2025-06-22', 22, criteria], ['Maison Tournesol', '2025-06-22', 22, criteria]]);
    expect((await parse(lapsingAnswer, '/api/readiness/lapsing?days=22')).total).toBe(0);
    expect((await parse(lapsingAnswer, '/api/readiness/lapsing?days=23&province=XB')).total).toBe(1);
  });

  it('lists refreshers due: trained on 10 June 2024, valid for 24 months', async () => {
    expect((await parse(refreshersAnswer, '/api/readiness/refreshers?asOf=2026-03-09&months=3')).total).toBe(0);
    const answer: RefreshersAnswer = await parse(refreshersAnswer, '/api/readiness/refreshers?asOf=2026-03-10&months=3');
    expect(answer.items.map(({ structureName, cadre, number, validUntil, overdue, enoughWithout }) => [structureName, cadre, number, validUntil, overdue, enoughWithout])).toEqual(
      ['Hôpital Trois', 'Hôpital Un', 'Maison Tournesol'].map((name) => [name, 'nurse', 2, '2026-06-10', false, false]));
    expect((await parse(refreshersAnswer, '/api/readiness/refreshers?asOf=2026-06-11')).items.map(({ overdue }) => overdue)).toEqual([true, true, true]);
  });

  it('says what each structure needs and who would gain', async () => {
    const answer: NeedsAnswer = await parse(needsAnswer, '/api/readiness/needs');
    expect(answer.structures.map(({ structureName, need, leaveGap, leaveBlindSpot }) => [structureName, need, leaveGap, leaveBlindSpot])).toEqual([
      ['Hôpital Trois', 'equip', 2000, 0], // all of zone 3, 3.3 km away
      ['Poste Deux', 'assess', 0, 0], // care is reported in zone 2: nobody there is without any
      ['Équipe Quatre', 'assess', null, null], // nobody knows where it is
    ]);
    expect(answer.total).toMatchObject({ structures: 5, ready: 2, leaveGap: 2000, leaveBlindSpot: 0 });
    expect(answer.total.needs.filter(({ structures }) => structures > 0).map(({ need, structures }) => [need, structures])).toEqual([['equip', 1], ['assess', 2]]);
    expect(answer.areas.find(({ code }) => code === 'XAZS03')).toMatchObject({ structures: 1, ready: 0, leaveGap: 2000 });
    expect((await parse(needsAnswer, '/api/readiness/needs?province=XB')).total).toMatchObject({ structures: 1, ready: 1 });
  });

  it('refuses what cannot be asked, by name', async () => {
    expect(await api().problem('/api/gaps?service=fistulaRepair&standard=cmr-minimum')).toMatchObject({ code: 'parameterInvalid', issues: [{ column: 'standard', value: 'cmr-minimum', expected: 'fistula-minimum' }] });
    expect(await api().problem('/api/gaps?at=2025-05-30')).toMatchObject({ code: 'parameterInvalid', issues: [{ column: 'at', value: '2025-05-30' }] });
    expect(await api().problem('/api/gaps?standard=cmr-minimum@9')).toMatchObject({ code: 'standardUnknown' });
  });

  it('files say by which service, standard and day they were judged', async () => {
    for (const path of ['/api/readiness/needs?asOf=2025-05-31', '/api/readiness/lapsing?asOf=2025-05-31', '/api/readiness/refreshers?asOf=2026-03-10']) {
      const { statusCode, body } = await api().app.inject(`${path}&format=csv`);
      expect([path, statusCode]).toEqual([path, 200]);
      expect(body).toContain('standard=cmr-minimum');
      expect(body).toContain('service=cmr');
    }
    expect((await api().app.inject('/api/gaps?format=csv&service=fistulaRepair')).body).toContain('service=fistulaRepair');
  });
});
