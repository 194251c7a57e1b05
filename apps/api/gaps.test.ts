import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../tests/databases';
import { fillByHand } from '../../tests/api/hand-made-data';
import { useApp } from '../../tests/api/open-app';
import { type Facets, facets } from './contract/facets';
import { type GapArea, gapExplanation, type GapExplanation, type GapsAnswer, gapsAnswer, type GapsSweep, gapsSweep } from './contract/gaps';
import { overlapsAnswer } from './contract/records';
import type { z } from 'zod';

const byCode = (answer: GapsAnswer): Record<string, GapArea> => Object.fromEntries(answer.areas.map((area) => [area.code, area]));
const classes = (answer: GapsAnswer): Record<string, string | null> => Object.fromEntries(answer.areas.map((area) => [area.code, area.class]));
const reasonCodes = (area: GapArea | undefined) => area?.reasons.map(({ code, share, count }) => ({ code, share, count }));

describeOnBothDatabases('gaps of the hand-made country, seen by the coordination', (database) => {
  const api = useApp(database, 'coordination', (db) => fillByHand(db));
  const gaps = (query = '') => api().json<GapsAnswer>(`/api/gaps${query}`);

  it('answers as its contract says, with every parameter filled in', async () => {
    const answer = gapsAnswer.strict().parse(await gaps());
    expect(answer.parameters).toEqual({ areaType: 'healthZone', service: 'cmr', asOf: '2025-05-31', at: '2025-05-31', reach: 'straightLine', threshold: 5, awarenessMonths: 6, theta: 0.5, standard: 'cmr-minimum', standardVersion: 1, evidence: 'reported', filters: {} });
    expect(answer.message).toBeNull();
    expect(answer.sources).toEqual({
      populationSources: ['Recensement'], initiativeSources: [{ source: 'Fait à la main', reportedOn: '2025-05-31' }], structureSources: ['Fait à la main'], boundarySources: ['Fait à la main'], demand: 'mixed', surface: null,
    });
  });

  it('classes each zone', async () => {
    expect(classes(await gaps())).toEqual({
      XAZS01: 'joined', // 3,000 of 4,000 at A, beside the ready hospital: 0.75 ≥ 0.5
      XAZS02: 'quiet', // care is reported, nobody hears of it
      XAZS03: 'gap', // the hospital 3.3 km away has no kits
      XAZS04: 'unassessed', // a team is somewhere in the zone, nobody knows where
      XAZS05: null, // no outline
      XBZS06: 'joined', // the safe house is ready and announced, for those who may know
    });
  });

  it('counts people point by point', async () => {
    const answer = await gaps();
    const areas = byCode(answer);
    // Zone 1: 1,000 at B hear about care 66.7 km away. Zone 3: all 2,000.
    expect(areas['XAZS01']).toMatchObject({ population: 4000, peopleInGap: 1000, peopleUncertain: 0 });
    expect(areas['XAZS03']).toMatchObject({ population: 2000, peopleInGap: 2000 });
    expect(areas['XAZS04']).toMatchObject({ population: null, peopleInGap: null, peopleUncertain: null });
    expect(areas['XAZS05']).toMatchObject({ population: 500, peopleInGap: null });
    expect(answer.areas.map(({ code }) => code).slice(0, 2)).toEqual(['XAZS03', 'XAZS01']);
    expect(answer.summary).toMatchObject({
      peopleInGap: 3000, // 1,000 + 2,000
      peopleUncertain: 0,
      population: 8200, // 4,000 + 1,000 + 2,000 + 500 + 700
      notClassified: { areas: 1, people: 500 },
      populationUnknown: { areas: 1 },
      structures: { ready: 2, notReady: 1, unknown: 2 },
      staleEvidenceShare: 0,
      possibleDuplications: 1,
    });
    expect(Object.fromEntries(answer.summary.classes.map(({ class: code, areas: number, people }) => [code, [number, people]]))).toEqual({
      gap: [1, 3000], assess: [0, 0], verify: [0, 0], joined: [2, 3700], unannounced: [0, 0], quiet: [1, 1000], unassessed: [1, 0], blindSpot: [0, 0],
    });
  });

  it('says who, what is near and why', async () => {
    const areas = byCode(await gaps());
    expect(areas['XAZS01']?.awareness).toEqual({ initiatives: 2, organisations: 2, until: '2025-12-31' });
    // Centre of population: 0.75 × 20.2 + 0.25 × 20.8 = 20.35; 0.15° × 111.195 km × cos 0.5° = 16.679 km
    expect(areas['XAZS01']?.care.nearestReady).toMatchObject({ name: 'Hôpital Un', distanceKm: 16.679, missing: [] });
    // 0.03° × 111.195 km × cos 0.5° = 3.336 km
    expect(areas['XAZS03']?.care.nearestAlmostReady).toMatchObject({ name: 'Hôpital Trois', distanceKm: 3.336, missing: ['pepKits'] });
    expect(areas['XAZS03']?.care).toMatchObject({ ready: 0, reported: 0, unknown: 0, notReady: 1 });
    expect(reasonCodes(areas['XAZS01'])).toEqual([
      { code: 'awarenessKnown', share: 1, count: 2 }, { code: 'readyWithinReach', share: 0.75, count: 1 }, { code: 'noStructureWithinReach', share: 0.25, count: null },
    ]);
    expect(reasonCodes(areas['XAZS03'])).toEqual([{ code: 'awarenessKnown', share: 1, count: 1 }, { code: 'undatedAwareness', share: null, count: 1 }, { code: 'noStructureWithinReach', share: 1, count: null }]);
    expect(reasonCodes(areas['XAZS04'])).toEqual([
      { code: 'noAwarenessKnown', share: null, count: null }, { code: 'readinessUnknown', share: 1, count: 1 }, { code: 'structureWithoutPosition', share: null, count: 1 }, { code: 'populationUnknown', share: null, count: 1 },
    ]);
    expect(reasonCodes(areas['XAZS05'])).toEqual([{ code: 'noAwarenessKnown', share: null, count: null }, { code: 'noGeometry', share: null, count: null }]);
  });

  it('follows its parameters', async () => {
    // A structure of unknown readiness is 2.2 km from C; without reports that is all there is.
    expect(classes(await gaps('?evidence=assessed'))['XAZS02']).toBe('unassessed');
    // 67 km reaches B from the hospital: 0.6° × 111.195 km × cos 0.5° = 66.71 km
    expect((await gaps('?threshold=66.72')).summary.peopleInGap).toBe(2000);
    expect((await gaps('?threshold=66.71')).summary.peopleInGap).toBe(3000);
    // 0.8 > 0.75: A alone does not decide zone 1 any more, and unknown care is nowhere
    expect(classes(await gaps('?theta=0.8'))['XAZS01']).toBe('gap');
    // The same zone is within reach of itself: all 4,000 of zone 1
    expect((await gaps('?reach=sameArea')).summary.classes.find((one) => one.class === 'joined')).toEqual({ class: 'joined', areas: 2, people: 4700 });
    // 51 min × 4.5 ÷ 78 = 2.94 km, 58 min: 3.35 km. Nothing ready there either way, but the safe house is 0.2 km away.
    expect(classes(await gaps('?reach=walkingEstimate&threshold=51'))['XBZS06']).toBe('joined');
    // 30 June 2026 − 5 months = 30 January 2026: the last campaign ended on 31 December 2025
    expect((await gaps('?asOf=2026-06-30&awarenessMonths=5')).summary.peopleInGap).toBe(0);
  });

  it('evidence ages: on 15 August the counts of 1 May are 106 days old, 3 of the 12 required criteria', async () => {
    const { summary } = await gaps('?asOf=2025-08-15');
    expect(summary.staleEvidenceShare).toBe(0.25);
    expect(summary.structures).toEqual({ ready: 0, notReady: 0, unknown: 5 });
  });

  it('every level adds up the same points', async () => {
    const [zones, provinces] = [await gaps(), await gaps('?areaType=province')];
    expect(provinces.summary.peopleInGap).toBe(zones.summary.peopleInGap);
    // XA holds a zone of unknown population, so its own people are not known; XB is zone 6.
    expect(byCode(provinces)['XA']).toMatchObject({ population: null, peopleInGap: null });
    expect(byCode(provinces)['XB']).toMatchObject({ population: 700, class: 'joined' });
  });

  it('filters narrow which areas are answered and never change a class', async () => {
    const all = classes(await gaps());
    const { organisations } = await api().json<Facets>('/api/facets');
    const idOf = (name: string) => organisations.find((one) => one.name === name)?.id ?? '';
    const narrowed: [string, string[]][] = [
      [`?organisation=${idOf('Beta')}`, ['XAZS01']], // its hygiene campaign and its planned one are not active matter
      [`?organisation=${idOf('Alpha')},${idOf('Gamma')}`, ['XAZS01', 'XAZS02', 'XAZS03']],
      ['?kind=medicalCare', ['XAZS02']],
      ['?targetGroup=womenAndGirls', ['XAZS02']],
      ['?domain=multisectoralAssistance', ['XAZS01']],
      ['?province=XB', ['XBZS06']],
    ];
    for (const [query, codes] of narrowed) {
      const found = classes(await gaps(query));
      expect(Object.keys(found).sort(), query).toEqual(codes);
      for (const code of codes) expect(found[code]).toBe(all[code]);
    }
    // One initiative must fit them all: Alpha's are of another domain.
    expect(await gaps(`?organisation=${idOf('Alpha')}&domain=multisectoralAssistance`)).toMatchObject({ areas: [], message: 'noMatch', summary: { peopleInGap: 0 } });
  });

  it('the sweep is the same answer at each step of the slider', async () => {
    const sweep = gapsSweep.strict().parse(await api().json<GapsSweep>('/api/gaps/sweep'));
    for (const [step, threshold] of sweep.steps.entries()) {
      const answer = await gaps(`?threshold=${threshold}`);
      const areas = byCode(answer);
      const letters = sweep.areaClasses[step] ?? '';
      expect(sweep.codes.map((_, i) => sweep.classes[Number(letters[i])] ?? null), String(threshold)).toEqual(sweep.codes.map((code) => areas[code]?.class));
      expect(sweep.peopleInGap[step]).toEqual(sweep.codes.map((code) => areas[code]?.peopleInGap));
      expect(sweep.peopleUncertain[step]).toEqual(sweep.codes.map((code) => areas[code]?.peopleUncertain));
      expect(sweep.summaries[step]).toEqual({ classes: answer.summary.classes, peopleInGap: answer.summary.peopleInGap, peopleUncertain: answer.summary.peopleUncertain });
    }
  });

  it('explains an area: the campaign, the hospital and what it lacks, what to do', async () => {
    const answer = gapExplanation.strict().parse(await api().json<GapExplanation>('/api/gaps/XAZS03'));
    expect(answer).toMatchObject({ code: 'XAZS03', class: 'gap', population: { value: 2000, year: 2024, source: 'Recensement' }, demand: 'places', centre: [22.5, 0.5] });
    expect(answer.initiatives).toMatchObject([{ title: 'Causeries à Trois', counts: 'awareness', undated: true, until: '2025-05-31', words: ['mot-awareness'], organisations: ['Alpha'] }]);
    expect(answer.structures).toMatchObject([
      { name: 'Hôpital Un', readiness: 'ready', withinReach: false, lapsesAfter: '2025-06-22', lapseCriterion: 'pepKits' },
      { name: 'Hôpital Trois', readiness: 'notReady', withinReach: true, distanceKm: 3.336, missing: ['pepKits'], evidenceOn: '2025-05-01', evidenceAgeDays: 30 },
    ]);
    expect(answer.nextActions).toMatchObject([{ code: 'makeReady', structureName: 'Hôpital Trois', missing: ['pepKits'] }]);
    expect(answer.classPeople.find((one) => one.class === 'gap')).toEqual({ class: 'gap', people: 2000, share: 1 });
  });

  it('explains what is only reported, and what is not known', async () => {
    const two = await api().json<GapExplanation>('/api/gaps/XAZS02');
    expect(two.initiatives.map(({ title, counts }) => [title, counts])).toEqual([['Soins à Deux', 'care'], ['Réponse à Deux', 'other']]);
    expect(two.nextActions.map(({ code }) => code)).toEqual(['assessStructure', 'verifyReport']);
    const four = await api().json<GapExplanation>('/api/gaps/XAZS04');
    expect(four.structures.find(({ name }) => name === 'Équipe Quatre')).toMatchObject({ distanceKm: null, withinReach: null, readiness: 'unknown' });
    expect((await api().json<GapExplanation>('/api/gaps/XAZS05')).nextActions).toEqual([]);
    expect((await api().json<GapExplanation>('/api/gaps/XA?areaType=province')).demand).toBe('evenSpread');
  });

  it('counts what the filters can be set to', async () => {
    const answer = facets.strict().parse(await api().json<Facets>('/api/facets'));
    expect(answer.dateRange).toEqual({ from: '2025-01-01', to: '2025-12-31' });
    expect(answer.provinces).toEqual([{ code: 'XA', name: 'Amont', areas: 5 }, { code: 'XB', name: 'Aval', areas: 1 }]);
    expect(Object.fromEntries(answer.organisations.map(({ name, initiatives }) => [name, initiatives]))).toEqual({ Alpha: 2, Gamma: 2, Beta: 1, 'Cercle du Tournesol': 1 });
    expect(answer.kinds.filter(({ initiatives }) => initiatives > 0)).toEqual([{ code: 'awareness', initiatives: 4 }, { code: 'medicalCare', initiatives: 1 }]);
    expect(answer.toReview).toBe(1);
    expect(answer.standards).toMatchObject([{ code: 'cmr-minimum', service: 'cmr', state: 'adopted', isDefault: true }, { code: 'fistula-minimum' }, { code: 'psychosocial-minimum' }, { code: 'legal-aid-minimum' }]);
  });

  it('finds the one overlap: 3,000 + 2,000 targeted among 4,000, 184 days of the shorter 184', async () => {
    const answer = overlapsAnswer.strict().parse(await api().json<z.infer<typeof overlapsAnswer>>('/api/overlaps'));
    expect(answer.total).toBe(1);
    expect(answer.pairs[0]).toMatchObject({ overlapKind: 'possibleOverlap', kind: 'awareness', areaCodes: ['XAZS01'], overlapDays: 184, strength: 1, populationThere: 4000, verdict: 'possibleDuplication', decision: null });
    expect((await api().json<typeof answer>('/api/overlaps?asOf=2025-02-01')).total).toBe(0);
    expect((await api().json<typeof answer>('/api/overlaps?province=XB')).total).toBe(0);
    expect((await api().json<typeof answer>('/api/overlaps?verdict=complementary')).total).toBe(0);
    expect((await api().json<typeof answer>('/api/overlaps?decided=true')).total).toBe(0);
  });
});
