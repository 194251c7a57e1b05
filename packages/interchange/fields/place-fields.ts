import type { AreaType } from '#domain/records';
import type { LngLat } from '#domain/units';
import { isPosition } from '../geometry-checks';
import type { AreaClaim } from '../read-result';
import type { FieldRow } from './field-row';

/** Levels, finest first. */
const LEVELS: readonly AreaType[] = ['healthArea', 'healthZone', 'territory', 'province', 'country'];
/** `Kilima (XX0101ZS01)`: the lists of our templates name areas so. */
const NAME_AND_CODE = /^(.*\S)\s*[([]([A-Z]{2,3}\d[A-Z\d]*)[)\]]$/;

export interface PlaceReading {
  /** Codes of the finest level that the row fills; empty where it names that level without a code. */
  readonly codes: readonly string[];
  /** Code and name of the first area of that level. */
  readonly code: string | null;
  readonly name: string | null;
  /** Everything that the row says about where, finest level first. */
  readonly claims: readonly AreaClaim[];
}

/** Reads where a row is. Nothing is resolved here: the import service knows the areas. */
export function placeOf(row: FieldRow): PlaceReading {
  const claims = LEVELS.flatMap((level) => claimsOf(row, level));
  const all = row.texts('areaCodes').flatMap((code) => code?.toUpperCase() ?? []);
  const finest = claims.filter(({ level }) => level === claims[0]?.level);
  const named = finest.flatMap(({ code }) => code ?? []);
  const [first] = finest;
  const codes = all.length > 0 ? all : named.length === finest.length ? named : [];
  return { codes: [...new Set(codes)], code: first?.code ?? null, name: first?.name ?? null, claims };
}

function claimsOf(row: FieldRow, level: AreaType): AreaClaim[] {
  const codeField = `${level}Code`;
  const nameField = `${level}Name`;
  const codes = row.texts(codeField);
  const names = row.names(nameField);
  const pairs = Array.from({ length: Math.max(codes.length, names.length) }, (_, i) => {
    const [, name, code] = NAME_AND_CODE.exec(names[i] ?? '') ?? [];
    // A code that stands beside the name counts before the one in its own column: it was chosen from the list.
    return { code: code ?? codes[i]?.toUpperCase() ?? null, name: name ?? names[i] ?? null };
  });
  return pairs.flatMap(({ code, name }) => (code === null && name === null ? [] : [{ column: row.header(code === null || !row.has(codeField) ? nameField : codeField) ?? '', code, name, level }]));
}

/** Position of a row; null: it gives none. Half a position is an error, one out of range too. */
export function lngLatOf(row: FieldRow): LngLat | null {
  const lng = row.coordinate('lng');
  const lat = row.coordinate('lat');
  if (lng === null && lat === null) return null;
  if (lng === null || lat === null) {
    if (row.text('lng') === null) row.report('valueMissing', 'error', 'lng');
    if (row.text('lat') === null) row.report('valueMissing', 'error', 'lat');
    return null;
  }
  if (isPosition(lng, lat)) return [lng, lat];
  row.report('coordinatesOutOfRange', 'error', 'lat', null, `${String(lat)}, ${String(lng)}`);
  return null;
}
