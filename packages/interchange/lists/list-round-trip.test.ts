import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlayRecord } from '#domain/overlay-record';
import type { ImportRecord } from '#domain/import-records';
import type { AreaRecord, InitiativeRecord, OrganisationRecord, PopulationRecord, StructureRecord } from '#domain/records';
import * as generated from '../../../tests/generated-records';
import { readFile, type RowResult } from '../read-file';
import { writeAreaFeature } from '../write-area-feature';
import { writeTable } from '../write-table';
import { areaRow, initiativeRow, type ListRow, organisationRow, structureRow } from './list-rows';
import type { RecordListName } from './record-lists';
import { featuresHead, listProperties, listTableColumns } from './write-list';

type Entry = ImportRecord & { only?: readonly string[] };
type Format = 'csv' | 'hxl' | 'xlsx' | 'geojson';
const FORMATS: readonly Format[] = ['csv', 'hxl', 'xlsx', 'geojson'];
const META = { title: 'Liste', exercise: true, sources: [], date: '2025-05-31', parameters: 'a=1', dataVersion: 7 };
const places = { areaOf: (code: string) => generated.AREAS.find((area) => area.code === code) ?? null, areaNamed: (name: string) => generated.AREAS.find((area) => area.name === name) ?? null };

const squareAt = (west: number, south: number): [number, number][] => [[west, south], [west + 0.5, south], [west + 0.5, south + 0.25], [west, south]];

/** The file of a list as the tool writes it. */
async function written(list: RecordListName, rows: readonly ListRow[], format: Format, outlines: readonly AreaRecord[] = []): Promise<Uint8Array> {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  if (format !== 'geojson') {
    const file = await writeTable(format, listTableColumns(list, rows), rows, META);
    return typeof file === 'string' ? bytes(file) : file;
  }
  if (list === 'areas') return bytes(`{"type":"FeatureCollection","features":[${outlines.map((area) => writeAreaFeature(area, JSON.stringify(area.geometry))).join(',')}]}`);
  const properties = listProperties(list, rows);
  const pointOf = ({ lat = null, lng = null }: ListRow): object | null => (lat === null ? null : { type: 'Point', coordinates: [lng, lat] });
  return bytes(JSON.stringify({ ...featuresHead(META), features: rows.map((row) => ({ type: 'Feature', geometry: pointOf(row), properties: properties(row) })) }));
}

async function read(bytes: Uint8Array, format: Format): Promise<Entry[]> {
  const rows: RowResult[] = [];
  const { summary, fileIssues } = await readFile(bytes, { fileName: `liste.${format === 'hxl' ? 'csv' : format}` }, (batch) => void rows.push(...batch));
  const errors = [...fileIssues, ...rows.flatMap(({ issues }) => issues)].filter(({ severity }) => severity === 'error');
  expect(errors).toEqual([]);
  expect(summary).toMatchObject({ profile: 'ownList', certainty: 'sure' });
  return rows.flatMap((row) => row.records);
}

const content = (record: object): object => ({ ...record, sourceRow: null });

/** The same record in another database, and nothing to change in the one that it came from. */
function expectBack(entries: readonly Entry[], given: readonly ImportRecord['record'][], kind: 'organisation' | 'structure' | 'initiative'): void {
  expect(entries.map(({ record }) => content(record))).toEqual(given);
  expect(entries.map((entry) => entry.kind)).toEqual(given.map(() => kind));
  for (const [at, stored] of given.entries()) expect(overlayRecord(kind, stored as never, entries[at]?.record as never, (entries[at]?.only ?? []) as never)).toBe(stored);
}

const many = <T>(of: fc.Arbitrary<T>, keyOf: (record: T) => string) => fc.uniqueArray(of, { selector: keyOf, minLength: 1, maxLength: 5 });
const runs = (format: Format) => ({ numRuns: format === 'xlsx' ? 8 : 30 });
const typed = generated.structure.chain((record) => (record.type === 'other' ? fc.option(generated.text, { nil: null }).map((typeAsGiven): StructureRecord => ({ ...record, typeAsGiven })) : fc.constant(record)));

describe.each(FORMATS)('lists of generated records, hostile texts included, as %s', (format) => {
  it('structures come back as they were, and change nothing', async () => {
    await fc.assert(fc.asyncProperty(many(typed, ({ externalId }) => externalId), async (given) => {
      expectBack(await read(await written('structures', given.map((record) => structureRow(record, places)), format), format), given, 'structure');
    }), runs(format));
  });

  it('initiatives', async () => {
    await fc.assert(fc.asyncProperty(many(generated.initiative, ({ externalId }) => externalId), async (given) => {
      expectBack(await read(await written('initiatives', given.map((record) => initiativeRow(record, false)), format), format), given, 'initiative');
    }), runs(format));
  });

  it('organisations', async () => {
    await fc.assert(fc.asyncProperty(many(generated.organisationRecord, ({ name }) => name.toLowerCase()), async (given) => {
      expectBack(await read(await written('organisations', given.map((record) => ({ ...organisationRow(record), initiatives: 0 })), format), format), given, 'organisation');
    }), runs(format));
  });

  it('areas, their people as records of their own, and in GeoJSON every bit of their outlines', async () => {
    const outlined = fc.tuple(generated.area, fc.double({ min: 20, max: 28, noNaN: true }), fc.double({ min: -10, max: -1, noNaN: true })).map(([area, west, south]): AreaRecord => ({ ...area, geometry: { type: 'MultiPolygon', coordinates: [[squareAt(west, south)]] } }));
    await fc.assert(fc.asyncProperty(many(outlined, ({ code }) => code), async (given) => {
      const entries = await read(await written('areas', given.map(areaRow), format, given), format);
      const areas = entries.filter(({ kind }) => kind === 'area');
      const wanted = given.map((area) => ({ ...area, population: null, geometry: format === 'geojson' ? area.geometry : null }));
      expect(areas.map(({ record }) => content(record))).toEqual(wanted);
      for (const [at, stored] of given.entries()) expect(overlayRecord('area', stored, areas[at]?.record as AreaRecord, (areas[at]?.only ?? []) as never)).toBe(stored);
      const people = entries.flatMap((entry) => (entry.kind === 'population' ? [entry.record] : [])).map(({ areaCode, areaType, value, year, source }: PopulationRecord) => ({ areaCode, areaType, value, year, source }));
      expect(people).toEqual(given.flatMap(({ code, type, population }) => (population === null ? [] : [{ areaCode: code, areaType: type, ...population }])));
    }), runs(format));
  });

  /** What spreadsheets and readers are known to spoil. */
  const HAZARDS = ['007', '=1+1', "'=1+1", '@SUM(A1)', '-5', '+5', '1e5', 'TRUE', '2025-01-02', 'a;b\\;c', '"entre guillemets", dit-il', 'Zone\u00a0de\u202fsanté', '👩🏾‍⚕️ équipe', 'null', '0', '-', '#N/A', '＝A1', '_x0041_', 'x'.repeat(20_000)];

  it('names, aliases, ids and words of the source that spreadsheets are known to spoil', async () => {
    const organisations = HAZARDS.map((text): OrganisationRecord => ({ name: `Org ${text}`, acronym: text, type: 'unknown', typeAsGiven: null, aliases: [text, 'b'], source: 'Test', sourceRow: null }));
    const named = await read(await written('organisations', organisations.map((record) => ({ ...organisationRow(record), initiatives: 0 })), format), format);
    for (const [at, record] of organisations.entries()) expect(overlayRecord('organisation', record, named[at]?.record as OrganisationRecord, (named[at]?.only ?? []) as never)).toBe(record);
    const structures = HAZARDS.map((text): StructureRecord => ({ scheme: 'test', externalId: text.replace(/\s+/g, ' '), name: `${text} ici`, type: 'other', typeAsGiven: text, ownership: 'unknown', lngLat: [-0.000001, -89.999999], areaCode: null, areaName: null, tier: 'hidden', supportedBy: [text], source: 'Test', sourceRow: null }));
    const placed = await read(await written('structures', structures.map((record) => structureRow(record, places)), format), format);
    for (const [at, record] of structures.entries()) {
      expect(placed[at]?.record).toMatchObject({ externalId: record.externalId, lngLat: record.lngLat });
      expect(overlayRecord('structure', record, placed[at]?.record as StructureRecord, (placed[at]?.only ?? []) as never)).toBe(record);
    }
  });

  it('not given is not zero, and neither is an empty text', async () => {
    const [base] = fc.sample(generated.initiative, { numRuns: 1, seed: 1 });
    const counts = { women: 0, men: null, girls: 0, boys: null, total: 0 };
    const record = { ...base, targeted: counts, reached: { women: null, men: null, girls: null, boys: null, total: null }, budget: 0, currency: null, description: null, start: null, end: null } as InitiativeRecord;
    const [entry] = await read(await written('initiatives', [initiativeRow(record, false)], format), format);
    expect(content(entry?.record ?? {})).toEqual(record);
  });

  it('what the public is not shown does not come back as not known', async () => {
    const [base] = fc.sample(generated.initiative, { numRuns: 1, seed: 2 });
    const stored = { ...base, targeted: { women: 3, men: 9, girls: null, boys: null, total: 12 } } as InitiativeRecord;
    const shown = { ...stored, targeted: { women: null, men: null, girls: null, boys: null, total: 12 } };
    const [entry] = await read(await written('initiatives', [initiativeRow(shown, true)], format), format);
    expect(entry?.only).not.toContain('targeted');
    expect(overlayRecord('initiative', stored, entry?.record as InitiativeRecord, (entry?.only ?? []) as never)).toBe(stored);
  });
});
