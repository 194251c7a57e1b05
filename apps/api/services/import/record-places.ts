import type { ImportRecord } from '#domain/import-records';
import type { StagedRow } from './staged-row';

/** Longitude, latitude in degrees, EPSG:4326. */
export type Position = readonly [lng: number, lat: number];

/** One position per located record: the point, or the first corner of the polygon. */
export function* positionsOf(rows: readonly StagedRow[]): Generator<Position> {
  for (const row of rows) {
    for (const entry of row.records) {
      const position = positionOf(entry);
      if (position !== null) yield position;
    }
  }
}

function positionOf({ kind, record }: ImportRecord): Position | null {
  if (kind === 'structure' || kind === 'place') return record.lngLat;
  if (kind !== 'area') return null;
  const [lng, lat] = record.geometry?.coordinates[0]?.[0]?.[0] ?? [];
  return lng === undefined || lat === undefined ? null : [lng, lat];
}

/** Country of a P-code: its two leading letters. Null for other codes. */
export const countryOfCode = (code: string): string | null => /^([A-Z]{2})\d/.exec(code)?.[1] ?? null;

/** The country that all areas of the file belong to; null where there are none, or several. */
export function sharedCountry(rows: readonly StagedRow[]): string | null {
  const countries = new Set<string | null>();
  for (const row of rows) for (const { kind, record } of row.records) if (kind === 'area') countries.add(countryOfCode(record.code));
  const [first] = countries;
  return countries.size === 1 ? (first ?? null) : null;
}
