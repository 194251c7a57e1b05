import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlayRecord } from '#domain/overlay-record';
import type { ImportRecord } from '#domain/import-records';
import type { AreaRecord } from '#domain/records';
import * as generated from '../../tests/generated-records';
import { fieldsByKind, type TableRecordKind } from './fields/field-names';
import { readFile, type RowResult } from './read-file';
import { writeAreaFeature } from './write-area-feature';
import { areaCells, assessmentCells, type CellWriter, initiativeCells, organisationRecordCells, type RecordCells, stockCells, structureCells } from './write-record-cells';
import { writeTable, type TableColumn } from './write-table';
import { writeTemplate } from './write-template';

const writer = (lang: 'fr' | 'en'): CellWriter => ({
  lang,
  areaOf: (code) => generated.AREAS.find((area) => area.code === code) ?? null,
  areaNamed: (name) => generated.AREAS.find((area) => area.name === name) ?? null,
});
type Entry = ImportRecord & { only?: readonly string[] };
const lang = fc.constantFrom('fr' as const, 'en' as const);
/** One id each: a file with one id twice contradicts itself. */
const records = <T>(of: fc.Arbitrary<T>, keyOf: (record: T) => string) => fc.uniqueArray(of, { selector: keyOf, minLength: 1, maxLength: 5 });

async function read(bytes: Uint8Array, fileName: string): Promise<Entry[]> {
  const rows: RowResult[] = [];
  const { summary, fileIssues } = await readFile(bytes, { fileName }, (batch) => void rows.push(...batch));
  const errors = [...fileIssues, ...rows.flatMap(({ issues }) => issues)].filter(({ severity }) => severity === 'error');
  expect(errors, summary.profile ?? 'no profile').toEqual([]);
  return rows.flatMap((row) => row.records);
}

/** CSV with headers and a row of hashtags, every field a column. */
async function throughHxl(kind: TableRecordKind, rows: readonly RecordCells[], language: 'fr' | 'en'): Promise<Entry[]> {
  const columns = fieldsByKind[kind].map((field): TableColumn<RecordCells> => ({ key: field.name, header: field[language], hxl: field.tag, value: (row) => row[field.name] ?? null }));
  const csv = await writeTable('hxl', columns, rows, { title: kind, exercise: false, sources: [], date: '2025-05-31', parameters: '' });
  return read(new TextEncoder().encode(String(csv)), 'records.hxl.csv');
}

const throughTemplate = async (recordKind: TableRecordKind, rows: readonly RecordCells[], language: 'fr' | 'en'): Promise<Entry[]> =>
  read(await writeTemplate({ recordKind, lang: language, rows, areas: generated.AREAS, organisation: 'X', date: '2025-05-31', exercise: false }), 'records.xlsx');

/** Where it came from is the file's own; a declared name is the one of the list. */
const content = ({ record }: Pick<Entry, 'record'>): object => ({ ...record, sourceRow: null });

/** One entry a record, in order, though several rows may carry it. */
const distinct = (entries: readonly Entry[]): Entry[] => [...new Map(entries.map((entry) => [JSON.stringify(content(entry)), entry])).values()];

const CASES = {
  initiative: { of: records(generated.initiative, ({ externalId }) => externalId), cells: (record: never, language: 'fr' | 'en') => [initiativeCells(record, writer(language))], kind: 'initiative' as const },
  structure: { of: records(generated.structure, ({ externalId }) => externalId), cells: (record: never, language: 'fr' | 'en') => [structureCells(record, writer(language))], kind: 'structure' as const },
  organisation: { of: records(generated.organisationRecord, ({ name }) => name.toLowerCase()), cells: (record: never, language: 'fr' | 'en') => [organisationRecordCells(record, writer(language))], kind: 'organisation' as const },
  area: { of: records(generated.area, ({ code }) => code), cells: (record: never, language: 'fr' | 'en') => [areaCells(record, writer(language))], kind: 'area' as const },
  assessment: { of: records(generated.assessment, ({ externalId }) => externalId), cells: (record: never, language: 'fr' | 'en') => [assessmentCells(record, null, writer(language))], kind: 'assessment' as const },
  stock: { of: records(generated.stockCount, ({ externalId }) => externalId), cells: (record: never, language: 'fr' | 'en') => stockCells(record, null, writer(language)), kind: 'assessment' as const },
};
type Case = (typeof CASES)[keyof typeof CASES];

describe.each(Object.entries(CASES) as [TableRecordKind, Case][])('%s: generated records, hostile texts included', (recordKind, { of, cells, kind }) => {
  it('come back from CSV with HXL hashtags as they were', async () => {
    await fc.assert(
      fc.asyncProperty(of as fc.Arbitrary<unknown[]>, lang, async (given, language) => {
        const entries = distinct(await throughHxl(recordKind, given.flatMap((record) => cells(record as never, language)), language));
        expect(entries.map(content)).toEqual(given);
        expect(entries.map((entry) => entry.kind)).toEqual(given.map(() => kind));
      }),
      { numRuns: 40 },
    );
  });

  it('come back from a template: nothing of what is stored would change', async () => {
    await fc.assert(
      fc.asyncProperty(of as fc.Arbitrary<unknown[]>, lang, async (given, language) => {
        const entries = distinct(await throughTemplate(recordKind, given.flatMap((record) => cells(record as never, language)), language));
        expect(entries).toHaveLength(given.length);
        for (const [at, stored] of given.entries()) {
          const entry = entries[at];
          expect(entry?.only).toBeDefined();
          expect(overlayRecord(kind, stored as never, entry?.record as never, (entry?.only ?? []) as never)).toBe(stored);
        }
      }),
      { numRuns: 8 },
    );
  });
});

describe('areas with outlines', () => {
  const side = fc.integer({ min: 1, max: 1000 }).map((steps) => steps / 1000);
  // JSON knows no negative zero.
  const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((value) => value + 0);
  const square = fc.record({ west: degrees(20, 28), south: degrees(-10, 0), side }).map(({ west, south, side: by }): [number, number][] => [[west, south], [west + by, south], [west + by, south + by], [west, south + by], [west, south]]);
  const outlined = fc.record({ area: generated.area, rings: fc.array(square, { minLength: 1, maxLength: 3 }) }).map(({ area, rings }): AreaRecord => ({ ...area, geometry: { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) } }));

  it('come back from GeoJSON: code, type, name, other codes, people and every bit of the outline', async () => {
    await fc.assert(
      fc.asyncProperty(records(outlined, ({ code }) => code), async (given) => {
        const features = given.map((record) => writeAreaFeature(record, JSON.stringify(record.geometry)));
        const entries = await read(new TextEncoder().encode(`{"type":"FeatureCollection","features":[${features.join(',')}]}`), 'areas.geojson');
        const said = ({ type, code, name, geometry, codes }: AreaRecord): object => ({ type, code, name, geometry, codes });
        expect(entries.flatMap((entry) => (entry.kind === 'area' ? [said(entry.record)] : []))).toEqual(given.map(said));
        // A geographic tool that keeps only what an area needs: read like anybody's outlines.
        const plain = given.map(({ code, name, geometry, population }) => ({ type: 'Feature', geometry, properties: { pcode: code, name, population: population?.value ?? null } }));
        const generic = await read(new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features: plain })), 'areas.geojson');
        expect(generic.map(({ record }) => [(record as AreaRecord).code, (record as AreaRecord).geometry, (record as AreaRecord).population?.value ?? null])).toEqual(given.map(({ code, geometry, population }) => [code, geometry, population?.value ?? null]));
      }),
      { numRuns: 40 },
    );
  });
});
