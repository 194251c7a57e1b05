import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { careStandardRecord } from '#domain/care-standard';
import { daysBetween } from '#domain/dates';
import { activeDays } from '#domain/initiative-rules';
import { programmeSchemas } from '#domain/programme-records';
import { lapse } from '#domain/readiness';
import type { ImportRecord } from '#domain/import-records';
import * as schemas from '#domain/records';
import { visibleTiers } from '#domain/viewer';
import { allVocabularies } from '#domain/vocabularies/all';
import { gapClasses } from '#domain/vocabularies/flags';
import { initiativeKinds, initiativeStatuses, targetGroups, topics, workingGroupDomains } from '#domain/vocabularies/initiatives';
import { organisationRoles, organisationTypes } from '#domain/vocabularies/organisations';
import { readFile } from '#interchange/read-file';
import type { RowResult } from '#interchange/read-result';
import { exerciseFile } from './exercise-file';
import { overlapsIn, pictureAt, readinessAt, recordsOf } from './exercise-picture';
import { REPORTED_ON } from './exercise-records';

const text = readFileSync(new URL('exercise.json', import.meta.url), 'utf8');
const records = (JSON.parse(text) as { records: ImportRecord[] }).records;
const initiatives = recordsOf(records, 'initiative');
const structures = recordsOf(records, 'structure');
const organisations = recordsOf(records, 'organisation');
const zones = recordsOf(records, 'area').filter(({ type }) => type === 'healthZone');
const byTitle = (title: string): schemas.InitiativeRecord => initiatives.find((one) => one.title === title)!;
const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

describe('the file', () => {
  it('is what the script writes, byte for byte', () => {
    expect(exerciseFile()).toBe(text);
  });

  it('announces its format and holds one record a line', () => {
    expect(text.startsWith('{"format":"jonction-exercise-1","records":[\n{"kind":"area"')).toBe(true);
    expect(text.trimEnd().split('\n')).toHaveLength(records.length + 2);
  });

  it('holds only records that the domain accepts', () => {
    const schemaOf: Partial<Record<string, z.ZodType>> = { area: schemas.areaRecord, place: schemas.placeRecord, organisation: schemas.organisationRecord, structure: schemas.structureRecord, assessment: schemas.assessmentRecord, initiative: schemas.initiativeRecord, decision: schemas.decisionRecord, careStandard: careStandardRecord, ...programmeSchemas };
    for (const { kind, record } of records) expect(schemaOf[kind]!.safeParse(record).error, JSON.stringify(record)).toBeUndefined();
  });

  it('is read without a single remark', async () => {
    const rows: RowResult[] = [];
    const { summary, fileIssues } = await readFile(new TextEncoder().encode(text), { fileName: 'exercise.json' }, (batch) => void rows.push(...batch));
    expect([fileIssues, rows.flatMap(({ issues }) => issues), summary.profile, summary.rows]).toEqual([[], [], 'exercise', records.length]);
    for (const { row, records: read } of rows) expect(read[0]!.record.sourceRow).toBe(row);
  });

  it('has 32 zones in 5 provinces, 90 structures, 25 organisations, 120 initiatives', () => {
    expect([zones.length, recordsOf(records, 'area').filter(({ type }) => type === 'province').length, structures.length, organisations.length, initiatives.length]).toEqual([32, 5, 90, 25, 120]);
  });

  it('never passes for the real thing: areas, structures and organisations say that they are an exercise', () => {
    for (const area of recordsOf(records, 'area')) {
      expect(area.code).toMatch(/^XX\d{2}(\d{2}(ZS\d{2}(AS\d{2})?)?)?$/);
      expect(area.name).toMatch(/exercice/);
    }
    for (const { name } of [...structures, ...organisations]) expect(name).toMatch(/exercice/);
    for (const { record } of records) expect(record.source).toMatch(/^Exercice/);
  });

  it('tells nothing later than the day it describes', () => {
    for (const { reportedOn, status, start } of initiatives) {
      expect(reportedOn).toBe(REPORTED_ON);
      if (start !== null && start > REPORTED_ON) expect(status).toBe('planned');
    }
    for (const { assessedOn, stockLines } of recordsOf(records, 'assessment')) for (const day of [assessedOn, ...stockLines.map(({ countedOn }) => countedOn)]) expect(day <= REPORTED_ON).toBe(true);
  });

  it('names only structures, areas and organisations that are in it, each id once', () => {
    const areaCodes = new Set(recordsOf(records, 'area').map(({ code }) => code));
    const names = new Set(organisations.map(({ name }) => name));
    const ids = new Set(structures.map(({ externalId }) => externalId));
    for (const one of initiatives) {
      expect(one.areaCodes.filter((code) => !areaCodes.has(code))).toEqual([]);
      expect(one.organisations.filter(({ organisation }) => !names.has(organisation.name))).toEqual([]);
    }
    for (const { areaCode, supportedBy } of structures) expect([areaCodes.has(areaCode!), ...supportedBy.map((name) => names.has(name))]).not.toContain(false);
    for (const { structureExternalId, assessedBy } of recordsOf(records, 'assessment')) expect([ids.has(structureExternalId), names.has(assessedBy!)]).toEqual([true, true]);
    for (const list of [structures, initiatives, recordsOf(records, 'assessment')]) expect(new Set(list.map(({ externalId }) => externalId)).size).toBe(list.length);
    for (const type of ['territory', 'healthZone', 'healthArea']) {
      const areaNames = recordsOf(records, 'area').filter((area) => area.type === type).map(({ name }) => name);
      expect(new Set(areaNames).size).toBe(areaNames.length);
    }
    expect(new Set(structures.map(({ name }) => name)).size).toBe(structures.length);
    expect(new Set(recordsOf(records, 'place').map(({ name }) => name)).size).toBe(recordsOf(records, 'place').length);
  });
});

describe('the picture of 31 May 2025, by the default parameters', () => {
  const picture = pictureAt(records, REPORTED_ON);
  const classOf = (town: string): string | null => picture.find((zone) => zone.town === town)!.gapClass;

  it('shows every class, with 7 zones in the gap', () => {
    const zonesOf = (code: string): number => picture.filter(({ gapClass }) => gapClass === code).length;
    expect(Object.fromEntries(gapClasses.codes.map((code) => [code, zonesOf(code)]))).toEqual({ gap: 7, assess: 4, verify: 3, joined: 7, unannounced: 3, quiet: 2, unassessed: 3, blindSpot: 2 });
  });

  it('counts each known person once', () => {
    const known = zones.filter(({ geometry }) => geometry !== null).reduce((sum, { population }) => sum + (population?.value ?? 0), 0);
    expect(picture.reduce((sum, { people }) => sum + Object.values(people).reduce((all, one) => all + one, 0), 0)).toBe(known);
  });

  it('stands clear of the threshold: no class hangs on a few people', () => {
    for (const { town, gapClass, shares } of picture) if (gapClass !== null) expect(Math.max(...shares), town).toBeGreaterThan(0.55);
  });

  it('places people in towns in most zones, and spreads them evenly where no settlement is known', () => {
    expect(picture.filter(({ method }) => method === 'evenSpread').map(({ town }) => town)).toEqual(['Mambasa', 'Walikale', 'Shabunda', 'Punia', 'Kabambare']);
    expect(picture.filter(({ method }) => method === 'none').map(({ town }) => town)).toEqual(['Lulenge']);
  });

  it('keeps one zone whose population is not known, and one known from a table only', () => {
    expect(zones.filter(({ population }) => population === null).map(({ name }) => name)).toEqual(['Punia (exercice)']);
    expect(zones.filter(({ geometry }) => geometry === null).map(({ name }) => name)).toEqual(['Lulenge (exercice)']);
    for (const { population } of zones) if (population) expect([population.value >= 80_000, population.value <= 400_000, population.source]).toEqual([true, true, 'Exercice']);
  });

  it('awareness that is planned, suspended, cancelled, over, or about something else makes nobody aware', () => {
    expect(['Kamituga', 'Kalemie', 'Kasongo', 'Kabambare', 'Aru'].map(classOf)).toEqual(['unannounced', 'unannounced', 'unassessed', 'blindSpot', 'unannounced']);
  });

  it('changes with the month: Nyunzu loses its reported care, Lubero its valid training, Beni its last kits', () => {
    const classIn = (town: string, asOf: string): string | null => pictureAt(records, asOf).find((zone) => zone.town === town)!.gapClass;
    expect([classIn('Nyunzu', '2025-04-30'), classOf('Nyunzu')]).toEqual(['verify', 'gap']);
    expect([classIn('Lubero', '2025-02-28'), classIn('Lubero', '2025-03-31')]).toEqual(['joined', 'gap']);
    expect([classOf('Beni'), classIn('Beni', '2025-06-30')]).toEqual(['joined', 'assess']);
    expect(new Set(['2024-11-30', '2025-01-31', '2025-03-31', '2025-05-31', '2025-08-31'].map((asOf) => pictureAt(records, asOf).map(({ gapClass }) => gapClass).join())).size).toBe(5);
  });
});

describe('the structures', () => {
  const results = readinessAt(records, REPORTED_ON);
  const withMissing = (criterion: string, cause: string): string[] => results.filter(({ result }) => result.criteria.some((one) => one.required && one.code === criterion && one.cause === cause)).map(({ structure }) => structure.name);

  it.each([
    ['functioning', 'notAccepted'],
    ['accessible', 'notAccepted'],
    ['trainedStaff', 'noneTrained'],
    ['trainedStaff', 'refresherDue'],
    ['trainedStaff', 'trainingDateUnknown'],
    ['pepKits', 'noneInStock'],
    ['pepKits', 'expired'],
    ['pepKits', 'expiryUnknown'],
    ['pepKits', 'stale'],
    ['functioning', 'stale'],
    ['functioning', 'notAssessed'],
  ])('%s: %s is there', (criterion, cause) => {
    expect(withMissing(criterion, cause)).not.toEqual([]);
  });

  it('are ready, not ready and unknown in numbers worth a map', () => {
    const count = (wanted: string): number => results.filter(({ result }) => result.readiness === wanted).length;
    expect({ ready: count('ready'), notReady: count('notReady'), unknown: count('unknown') }).toEqual({ ready: 27, notReady: 35, unknown: 27 });
  });

  it('one is ready for 20 more days: 18 July − 28 days of treatment = 20 June', () => {
    const beni = results.find(({ structure }) => structure.name === 'HGR d’exercice Beni')!.result;
    expect(lapse(beni)).toEqual({ lapsesAfter: '2025-06-20', criterion: 'pepKits' });
    expect(daysBetween(REPORTED_ON, '2025-06-20')).toBe(20);
  });

  it('one safe house is hidden, and does not exist for the public', () => {
    const hidden = structures.filter(({ tier }) => tier === 'hidden');
    expect(hidden.map(({ name, areaCode }) => [name, areaCode])).toEqual([['Maison d’accueil d’exercice', 'XX6104ZS02']]);
    expect(visibleTiers('public')).not.toContain('hidden');
  });

  it('one is a pharmacy in the town of Lubero, which hides nothing of the gap there', () => {
    expect(structures.filter(({ type }) => type === 'nonClinical').map(({ name }) => name)).toEqual(['Pharmacie d’exercice Lubero']);
    expect(pictureAt(records, REPORTED_ON).find(({ town }) => town === 'Lubero')).toMatchObject({ gapClass: 'gap', people: { gap: 176_200 } });
  });

  it('some are known by area only', () => {
    expect(structures.filter(({ lngLat }) => lngLat === null).map(({ areaCode }) => areaCode)).toEqual(['XX6103ZS01', 'XX6201ZS01', 'XX6207ZS02', 'XX6301ZS01']);
  });
});

describe('the initiatives', () => {
  it('use every kind, group, status, role, domain, topic and type of organisation', () => {
    expect(sorted(initiatives.flatMap(({ kinds }) => kinds.map(({ kind }) => kind)))).toEqual(sorted(initiativeKinds.codes));
    expect(sorted(initiatives.flatMap((one) => one.targetGroups))).toEqual(sorted(targetGroups.codes));
    expect(sorted(initiatives.map(({ status }) => status))).toEqual(sorted(initiativeStatuses.codes));
    expect(sorted(initiatives.flatMap((one) => one.organisations.map(({ role }) => role)))).toEqual(sorted(organisationRoles.codes));
    expect(sorted(initiatives.flatMap(({ domain }) => domain ?? []))).toEqual(sorted(workingGroupDomains.codes));
    expect(sorted(initiatives.map(({ topic }) => topic))).toEqual(sorted(topics.codes));
    expect(sorted(organisations.map(({ type }) => type))).toEqual(sorted(organisationTypes.codes));
  });

  it.each(['tiers', 'structureTypes', 'ownerships', 'availabilities', 'barriers', 'services', 'cadres', 'stockItems', 'functionalityLevels', 'placeTypes', 'areaTypes'] as const)('%s: every code occurs somewhere, but the country', (list) => {
    const missing = allVocabularies[list]!.codes.filter((code) => !text.includes(`"${code}"`));
    expect(missing).toEqual(list === 'areaTypes' ? ['country'] : []);
  });

  it('train peacekeepers, liaison assistants, armed forces, police and prison staff, and count women and men', () => {
    const trained = (group: schemas.TargetGroup): schemas.PeopleCounts[] => initiatives.filter(({ kinds, targetGroups: groups, status }) => kinds.some(({ kind }) => kind === 'securityTraining') && groups.includes(group) && status === 'completed').map(({ reached }) => reached);
    for (const group of ['peacekeepingMilitary', 'communityLiaisonAssistants', 'armedForces', 'police', 'penitentiaryAgents'] as const) {
      expect(trained(group), group).not.toEqual([]);
      for (const { women, men, total } of trained(group)) expect(women! + men!).toBe(total);
    }
  });

  it('hold a two-week fistula mission where no road goes', () => {
    const mission = byTitle('Mission chirurgicale de réparation de fistules à Shabunda');
    expect(daysBetween(mission.start!, mission.end!) + 1).toBe(14);
    expect([mission.topic, mission.kinds[0]!.kind, mission.reached.women]).toEqual(['fistula', 'mobileMission', 38]);
    expect(mission.description).toMatch(/pas de route/);
  });

  it('hold an undated ongoing one, an open-ended one, planned ones, one to review, provinces and several zones at once', () => {
    const undated = byTitle('Causeries des associations féminines de Moba');
    expect(activeDays(undated)).toMatchObject({ undated: true });
    expect(byTitle('Animation permanente des relais communautaires de Lubero').end).toBeNull();
    expect(initiatives.filter(({ status }) => status === 'planned').length).toBeGreaterThan(3);
    expect(initiatives.filter(({ toReview }) => toReview)).toHaveLength(3);
    expect(initiatives.filter(({ areaCodes }) => areaCodes.some((code) => code.length === 4)).length).toBeGreaterThan(5);
    expect(initiatives.filter(({ areaCodes }) => areaCodes.length > 1).length).toBeGreaterThan(10);
    expect(initiatives.filter(({ kinds }) => kinds.some(({ kind }) => kind === 'contingencyStock'))).toHaveLength(4);
  });

  it('never end before they start', () => {
    for (const { start, end, title } of initiatives) if (start !== null && end !== null) expect(start <= end, title).toBe(true);
  });

  it('overlap: a confirmed duplication, possible ones, complementary ones, an undetermined one, and one record twice', () => {
    const { overlaps, sameRecords } = overlapsIn(records, REPORTED_ON);
    const readings = overlaps.map(({ verdict }) => verdict);
    expect(Object.fromEntries(['possibleDuplication', 'complementary', 'unknown'].map((code) => [code, readings.filter((one) => one === code).length]))).toEqual({ possibleDuplication: 4, complementary: 7, unknown: 1 });
    expect(sameRecords.map(([a, b]) => [a.externalId, b.externalId])).toEqual([['INI-021', 'INI-022']]);
    const flagged = overlaps.map(({ a, b }) => `${a.externalId} ${b.externalId}`);
    const decided = recordsOf(records, 'decision');
    expect(decided.map(({ verdict }) => verdict)).toEqual(['duplication', 'complementary', 'notOverlap']);
    for (const { subjectA, subjectB } of decided) expect(flagged).toContain(`${subjectA} ${subjectB}`.replaceAll('exercise:', ''));
  });
});
