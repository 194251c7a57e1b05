import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { careStandardRecord } from '#domain/care-standard';
import { programmeSchemas } from '#domain/programme-records';
import * as schemas from '#domain/records';
import { readFile, type RowResult } from './read-file';

const DATA = new URL('../../../shared/data/', import.meta.url);

const SCHEMAS = { area: schemas.areaRecord, population: schemas.populationRecord, place: schemas.placeRecord, organisation: schemas.organisationRecord, structure: schemas.structureRecord, assessment: schemas.assessmentRecord, initiative: schemas.initiativeRecord, decision: schemas.decisionRecord, ...programmeSchemas, careStandard: careStandardRecord };

/** Processor time: the other tests of the machine do not count. */
const spent = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6;

const readings = new Map<string, ReturnType<typeof readAnew>>();
/** Each file is read once for all tests. */
function read(path: string): ReturnType<typeof readAnew> {
  const reading = readings.get(path) ?? readAnew(path);
  readings.set(path, reading);
  return reading;
}

async function readAnew(path: string) {
  const rows: RowResult[] = [];
  const fileName = path.replace(/^.*\//, '');
  const startedAt = process.cpuUsage();
  const { summary, fileIssues } = await readFile(readFileSync(new URL(path, DATA)), { fileName }, (batch) => void rows.push(...batch));
  return { summary, fileIssues, rows, seconds: spent(process.cpuUsage(startedAt)) };
}

const count = (rows: readonly RowResult[], code: string): number => rows.flatMap(({ issues }) => issues).filter((issue) => issue.code === code).length;
const initiativesOf = (rows: readonly RowResult[]) => rows.flatMap(({ records }) => records).flatMap((entry) => (entry.kind === 'initiative' ? [entry.record] : []));

describe.runIf(existsSync(DATA))('real files of ../shared/data (left out where it is absent)', () => {
  it.each([
    ['areas/drc-adm1.topojson', { profile: 'areas', container: 'topojson', rows: 26, accepted: 26, repeated: 0, refused: 0 }],
    ['areas/drc-adm2.topojson', { profile: 'areas', container: 'topojson', rows: 189, accepted: 189, repeated: 0, refused: 0 }],
    ['areas/drc-health-zones.geojson', { profile: 'areas', container: 'geojson', rows: 518, accepted: 518, repeated: 0, refused: 0 }],
    // One code of the table is cut short: CD6305ZS.
    ['areas/drc-health-zones.csv', { profile: 'areaTable', container: 'csv', rows: 519, accepted: 518, repeated: 0, refused: 1 }],
    // 367 rows without a code, others without a name, and codes that stand for two areas.
    ['areas/drc-health-areas.csv', { profile: 'areaTable', container: 'csv', rows: 7159, accepted: 6726, repeated: 0, refused: 433 }],
    ['areas/global-pcodes-adm1-adm2.csv', { profile: 'areaTable', container: 'csv', rows: 33363, accepted: 33363, repeated: 0, refused: 0 }],
    ['population/drc-worldpop-by-zone.csv', { profile: 'population', container: 'csv', rows: 519, accepted: 519, repeated: 0, refused: 0 }],
    ['facilities/drc-public-facilities-2019.csv', { profile: 'structuresKwtrp', container: 'csv', rows: 14586, accepted: 14586, repeated: 0, refused: 0 }],
    ['facilities/ituri-healthsites-2026.geojson', { profile: 'structuresHealthsites', container: 'geojson', rows: 1511, accepted: 1511, repeated: 0, refused: 0 }],
    ['3w/unhcr-3w-hxl.csv', { profile: 'hxl', container: 'csv', rows: 2250, accepted: 2250, repeated: 0, refused: 0 }],
    ['3w/rowca-3w-hxl.csv', { profile: 'hxl', container: 'csv', rows: 244, accepted: 244, repeated: 0, refused: 0 }],
    ['organisations/hdx-org-aliases.csv', { profile: 'organisationAliases', container: 'csv', rows: 1250, accepted: 1250, repeated: 0, refused: 0 }],
    ['3w/drc-3w-2025-05.xlsx', { profile: 'ocha3w', container: 'xlsx', rows: 4343, accepted: 3937, repeated: 390, refused: 16 }],
  ])('%s: every row is accounted for, every record fits the schema, within seconds', async (path, expected) => {
    const { summary, fileIssues, rows, seconds } = await read(path);
    // What nobody reads of a workbook is said, and is no fault of it.
    expect(fileIssues.filter(({ code }) => code !== 'columnsNotRead')).toEqual([]);
    expect(summary).toMatchObject(expected);
    expect(summary.accepted + summary.repeated + summary.refused).toBe(summary.rows);
    expect(rows).toHaveLength(summary.rows);
    for (const { records } of rows) for (const { kind, record } of records) SCHEMAS[kind].parse(record);
    expect(seconds).toBeLessThan(10);
  });

  it.each([
    ['facilities/grid3-facility-count-by-zone.csv', 'profileUnknown'],
    // Displacements by disaster: neither who does what nor areas.
    ['hxl/input-broken.xlsx', 'hxlKindUnknown'],
  ])('%s is not read, and says so', async (path, code) => {
    expect((await read(path)).fileIssues.map((fault) => fault.code)).toEqual([code]);
  });

  it('global P-codes: provinces and territories of every country, 26 and 189 of COD, no country special', async () => {
    const { rows } = await read('areas/global-pcodes-adm1-adm2.csv');
    const areas = rows.flatMap(({ records }) => records).flatMap((entry) => (entry.kind === 'area' ? [entry.record] : []));
    const ofCongo = areas.filter(({ code }) => code.startsWith('CD'));
    expect([ofCongo.filter(({ type }) => type === 'province').length, ofCongo.filter(({ type }) => type === 'territory').length]).toEqual([26, 189]);
    expect(ofCongo.every(({ type, code, parentCode }) => parentCode === (type === 'province' ? null : code.slice(0, 4)))).toBe(true);
  });

  it('health sites: 41 without a name have a neutral one, 94 outlines are points, no telephone number is kept', async () => {
    const { rows } = await read('facilities/ituri-healthsites-2026.geojson');
    const structures = rows.flatMap(({ records }) => records).flatMap((entry) => (entry.kind === 'structure' ? [entry.record] : []));
    expect(count(rows, 'nameMissing')).toBe(41);
    expect(structures.filter(({ name }) => name.includes('sans nom (OSM ')).length).toBe(41);
    expect(structures.filter(({ externalId, lngLat }) => externalId.startsWith('way/') && lngLat !== null).length).toBe(94);
    expect(JSON.stringify(rows)).not.toContain('contact_number');
  });

  describe('the 3W of May 2025', () => {
    it('what is refused, and why', async () => {
      const { rows, summary } = await read('3w/drc-3w-2025-05.xlsx');
      expect(summary).toMatchObject({ reportedOn: '2025-05-31', reportedOnFrom: 'fileName' });
      // 9 rows end before they start, 5 name no area, 2 start on the zero of the calendar of spreadsheets.
      expect([count(rows, 'endBeforeStart'), count(rows, 'areaMissing'), count(rows, 'dateInvalid')]).toEqual([9, 5, 2]);
      expect(count(rows, 'rowRepeated')).toBe(390);
    });

    it('kinds by topic: what the words say, and how much they leave open', async () => {
      const { rows } = await read('3w/drc-3w-2025-05.xlsx');
      const initiatives = initiativesOf(rows);
      const tally: Record<string, number> = {};
      for (const { topic, kinds } of initiatives) for (const { kind } of kinds) tally[`${topic} ${kind}`] = (tally[`${topic} ${kind}`] ?? 0) + 1;
      const about = initiatives.filter(({ topic }) => topic === 'sexualViolence');
      expect({ ...tally, toReview: initiatives.filter(({ toReview }) => toReview).length, about: about.length, aboutAndToReview: about.filter(({ toReview }) => toReview).length }).toEqual({
        about: 570,
        aboutAndToReview: 481,
        'other awareness': 100,
        'other coordination': 23,
        'other dataMapping': 23,
        'other kitSupply': 1,
        'other legalAid': 2,
        'other mobileMission': 1,
        'other other': 1415,
        'other protection': 18,
        'other psychosocial': 11,
        'other socioEconomic': 7,
        'sexualViolence awareness': 44,
        'sexualViolence caseManagement': 5,
        'sexualViolence coordination': 15,
        'sexualViolence kitSupply': 2,
        'sexualViolence medicalCare': 8,
        'sexualViolence mobileMission': 6,
        'sexualViolence protection': 70,
        'sexualViolence psychosocial': 106,
        'sexualViolence socioEconomic': 7,
        toReview: 517,
      });
      // Whoever counts awareness or care can see the words for it.
      for (const { kinds } of about) for (const { kind, words } of kinds) if (kind === 'awareness' || kind === 'medicalCare') expect(words.length).toBeGreaterThan(0);
    });

    it('no comment that tells of cases is kept', async () => {
      const { rows } = await read('3w/drc-3w-2025-05.xlsx');
      const kept = initiativesOf(rows).map(({ description }) => description ?? '').join('\n');
      expect(kept).not.toMatch(/surviv|victime|\bviol(s|ée|ees|ées)?\b|\btué|72 ?h/i);
      expect(count(rows, 'textWithheld')).toBeGreaterThan(30);
    });
  });
});
