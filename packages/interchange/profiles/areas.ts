import { issue, type Issue } from '#domain/issue';
import type { FeatureFile, RawFeature } from '../containers/read-features';
import { cellText, type Cell } from '../cell-values';
import { checkedMultiPolygon, countryBox, geometryIssue, isDegreesCrs, isPosition, looksSwapped, positionsOf } from '../geometry-checks';
import { countryOfCode } from '../pcodes';
import { refusedFile, refuseRepeatedCodes, type ProfileReading, type ReadContext } from '../row-draft';
import { findAreaColumns, type AreaColumns, type AreaRow } from './area-columns';
import { areaCodeOf, areaDraft } from './area-rows';

const cellOf = (value: unknown): Cell => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null);

const rowOf = (feature: RawFeature): AreaRow => ({
  row: feature.row,
  values: Object.fromEntries(Object.entries({ ...(feature.id === null ? {} : { id: feature.id }), ...feature.properties }).map(([key, value]) => [key, cellOf(value)])),
});

/** Whether the features are areas: polygons (or none at all) with a column of codes. */
export function recognisesAreas(file: FeatureFile, context: ReadContext): boolean {
  const areal = file.features.filter(({ geometry }) => geometry === null || geometry.type === 'Polygon' || geometry.type === 'MultiPolygon').length;
  return areal * 2 > file.features.length && columnsOf(file.features.map(rowOf), context) !== null;
}

const columnsOf = (rows: readonly AreaRow[], context: ReadContext): AreaColumns | null =>
  findAreaColumns(rows, [...new Set(rows.flatMap(({ values }) => Object.keys(values)))], context.options.areaType);

/** A fault of all coordinates at once: another coordinate system, or latitude before longitude. Null: none. */
export function coordinateFault(file: FeatureFile, countryOf: (feature: RawFeature) => string | null): Issue | null {
  if (!isDegreesCrs(file.crs)) return issue('crsProjected', 'error', { column: 'crs', value: file.crs, expected: 'EPSG:4326' });
  const placed = file.features.filter(({ geometry }) => geometry !== null);
  const byCountry = new Map<string, RawFeature[]>();
  for (const feature of placed) {
    const country = countryOf(feature) ?? '';
    const same = byCountry.get(country);
    if (same) same.push(feature);
    else byCountry.set(country, [feature]);
  }
  for (const [country, features] of byCountry) {
    const box = countryBox(country);
    if (box !== null && looksSwapped(features.flatMap(({ geometry }) => [...positionsOf(geometry)]), box)) {
      const example = [...positionsOf(features[0]?.geometry ?? null)][0];
      return issue('axesSwapped', 'error', { column: 'geometry', value: example ? `[${example.join(', ')}]` : null, expected: `${country}: ${box.join(', ')}` });
    }
  }
  const outside = placed.filter(({ geometry }) => [...positionsOf(geometry)].some(([lng, lat]) => !isPosition(lng, lat)));
  if (outside.length * 2 <= placed.length) return null;
  const example = [...positionsOf(outside[0]?.geometry ?? null)].find(([lng, lat]) => !isPosition(lng, lat));
  return issue('crsProjected', 'error', { column: 'geometry', value: example ? `[${example.join(', ')}]` : null, expected: 'EPSG:4326' });
}

/** Areas of a GeoJSON or TopoJSON file: any property names. Outlines are checked here except for self-crossing, which the database tells. */
export function readAreas(file: FeatureFile, context: ReadContext): ProfileReading {
  const rows = file.features.map(rowOf);
  const columns = columnsOf(rows, context);
  if (columns === null) return refusedFile(issue('profileUnknown', 'error', { value: Object.keys(rows[0]?.values ?? {}).join(', '), expected: 'P-code' }));
  const byRow = new Map(rows.map((row) => [row.row, row]));
  const codeOf = (row: number): string => cellText(byRow.get(row)?.values[columns.code] ?? null);
  const fault = coordinateFault(file, ({ row }) => countryOfCode(codeOf(row)));
  if (fault) return refusedFile(fault);
  const drafts = file.features.map((feature) => {
    const row = byRow.get(feature.row) ?? rowOf(feature);
    if (feature.geometry === null) return areaDraft(row, columns, null, [issue('geometryMissing', 'warning', { row: feature.row, column: 'geometry', value: codeOf(feature.row) })], context);
    const checked = checkedMultiPolygon(feature.geometry);
    return 'geometry' in checked ? areaDraft(row, columns, checked.geometry, [], context) : areaDraft(row, columns, null, [geometryIssue(checked, feature.row)], context);
  });
  refuseRepeatedCodes(drafts, columns.code, areaCodeOf(columns, byRow));
  return { fileIssues: [], rows: drafts };
}
