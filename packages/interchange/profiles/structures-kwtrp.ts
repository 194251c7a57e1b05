import { issue, type Issue } from '#domain/issue';
import type { StructureRecord, StructureType } from '#domain/records';
import type { LngLat } from '#domain/units';
import { parseCoordinate } from '../cell-values';
import { facilityName } from '../facility-names';
import { countryBox, isPosition, looksSwapped } from '../geometry-checks';
import { normaliseName } from '#domain/normalise-name';
import { digestOf, refusedFile, type ProfileReading, type ReadContext, type RowDraft } from '../row-draft';
import { cellAt, cellsByHeader, findColumn, textAt, type Table, type TableRow } from '../table';
import { draftRows } from './table-rows';

/** Types of the list that are types of ours; any other is kept as given. A hospital that is not said to be the referral one is not taken for it. */
const TYPES: Readonly<Record<string, StructureType>> = {
  'hopital general de reference': 'HGR',
  'centre de sante de reference': 'CSR',
  'centre de sante': 'CS',
  'poste de sante': 'PS',
};
const OWNERSHIPS: Readonly<Record<string, StructureRecord['ownership']>> = {
  publique: 'public', public: 'public', moh: 'public', confessionnel: 'faithBased', fbo: 'faithBased', 'ong non lucratif': 'ngo', ngo: 'ngo', ong: 'ngo', cbo: 'ngo', prive: 'private', private: 'private',
};

const columnsOf = (keys: readonly string[]) => ({
  name: findColumn(keys, /^facility ?name$/, /^facility n(ame)?$/),
  type: findColumn(keys, /^facility ?type$/, /^facility t(ype)?$/),
  ownership: findColumn(keys, /^ownership$/),
  lat: findColumn(keys, /^lat(itude)?$/),
  lng: findColumn(keys, /^(long?|lng|longitude)$/),
  admin1: findColumn(keys, /^admin ?1( name)?$/),
  country: findColumn(keys, /^iso ?3c?$/),
});
type Columns = ReturnType<typeof columnsOf>;

/** Whether the headers are those of the KWTRP/WHO list of public health facilities. */
export function recognisesKwtrp(keys: readonly string[]): boolean {
  const { name, type, lat, lng } = columnsOf(keys);
  return [name, type, lat, lng].every((column) => column >= 0);
}

/** Structures of the KWTRP/WHO list (Maina et al. 2019): any country. Neither readiness nor names of people are in it. */
export function readKwtrp(table: Table, context: ReadContext): ProfileReading {
  const columns = columnsOf(table.keys);
  const swapped = swappedFault(table, columns);
  if (swapped) return refusedFile(swapped);
  return { fileIssues: [], rows: draftRows(table, (row) => structureDraft(table, row, columns, context)) };
}

function swappedFault(table: Table, columns: Columns): Issue | null {
  const byCountry = new Map<string, LngLat[]>();
  for (const row of table.rows) {
    const lng = parseCoordinate(cellAt(row, columns.lng));
    const lat = parseCoordinate(cellAt(row, columns.lat));
    const country = textAt(row, columns.country);
    if (!lng.ok || !lat.ok || lng.value === null || lat.value === null || country === null) continue;
    const points = byCountry.get(country) ?? [];
    points.push([lng.value, lat.value]);
    byCountry.set(country, points);
  }
  for (const [country, points] of byCountry) {
    const box = countryBox(country);
    if (box && looksSwapped(points, box)) return issue('axesSwapped', 'error', { column: 'Lat, Long', value: points[0]?.join(', ') ?? null, expected: `${country}: ${box.join(', ')}` });
  }
  const projected = [...byCountry.values()].flat().filter(([lng, lat]) => !isPosition(lng, lat));
  return projected.length * 2 > table.rows.length ? issue('crsProjected', 'error', { column: 'Lat, Long', value: projected[0]?.join(', ') ?? null, expected: 'EPSG:4326' }) : null;
}

function positionOf(table: Table, row: TableRow, columns: Columns, issues: Issue[]): LngLat | null {
  const read = ([['lng', columns.lng], ['lat', columns.lat]] as const).map(([, column]) => {
    const parsed = parseCoordinate(cellAt(row, column));
    if (parsed.ok) return parsed.value;
    issues.push(issue('numberInvalid', 'error', { row: row.row, column: table.headers[column] ?? null, value: textAt(row, column) }));
    return null;
  });
  const [lng = null, lat = null] = read;
  if (lng === null || lat === null) {
    if (issues.length === 0) issues.push(issue('geometryMissing', 'warning', { row: row.row, column: 'Lat, Long' }));
    return null;
  }
  if (isPosition(lng, lat)) return [lng, lat];
  issues.push(issue('coordinatesOutOfRange', 'error', { row: row.row, column: 'Lat, Long', value: `${String(lat)}, ${String(lng)}` }));
  return null;
}

function structureDraft(table: Table, row: TableRow, columns: Columns, context: ReadContext): RowDraft {
  const issues: Issue[] = [];
  const { name, found } = facilityName(textAt(row, columns.name) ?? '');
  if (found.length > 0) issues.push(issue('personalDataDropped', 'warning', { row: row.row, column: table.headers[columns.name] ?? null, expected: found.join(', ') }));
  if (name === null) issues.push(issue('valueMissing', 'error', { row: row.row, column: table.headers[columns.name] ?? null }));
  const given = textAt(row, columns.type);
  const type = TYPES[normaliseName(given ?? '')] ?? 'other';
  const lngLat = positionOf(table, row, columns, issues);
  const areaName = textAt(row, columns.admin1);
  if (lngLat === null && areaName === null) issues.push(issue('areaMissing', 'error', { row: row.row, column: 'Lat, Long' }));
  const identity = { country: textAt(row, columns.country), areaName, name, given, lngLat };
  const content: Omit<StructureRecord, 'source' | 'sourceRow'> = {
    scheme: 'kwtrp',
    // The list has no ids: what names a facility and where it lies make it the same one on the next load.
    externalId: digestOf(identity),
    name: name ?? '',
    type,
    typeAsGiven: type === 'other' ? given : null,
    ownership: OWNERSHIPS[normaliseName(textAt(row, columns.ownership) ?? '')] ?? 'unknown',
    lngLat: lngLat === null ? null : [lngLat[0], lngLat[1]],
    areaCode: null,
    areaName,
    tier: 'public',
    supportedBy: [],
  };
  return {
    row: row.row,
    records: [{ kind: 'structure', record: { ...content, source: context.source, sourceRow: row.row } }],
    issues,
    areaClaims: areaName === null ? [] : [{ column: table.headers[columns.admin1] ?? 'Admin1', code: null, name: areaName, level: 'province' }],
    fingerprint: digestOf(content),
    cells: () => cellsByHeader(table, row),
  };
}
