import type { Database } from '#db/database';
import { listAreaGeometries } from '#db/stores/areas';
import { buildPolygonIndex, locate, type PolygonIndex } from '#analysis/polygon-index';
import { issue, type Issue } from '#domain/issue';
import type { ImportRecord } from '#domain/import-records';
import type { MultiPolygon } from '#domain/records';
import { toolItself } from '#domain/viewer';
import type { AreaClaim } from '#interchange/read-file';
import { finestClaims, fittingAreas } from '../matching/find-area';
import type { NameQuestions } from '../matching/name-questions';
import type { AreaIndex, KnownArea } from './area-index';
import { addIssue, type StagedRow } from './staged-row';

/**
 * Keeps the rows that the file places in one province, named or coded, and leaves the others out: each is told and counted as
 * unchanged. A row of which the place cannot be told stays, so that what is wrong with it is said. Answers a fault of the whole
 * file if there is no such province, or several.
 */
export async function keepProvince(database: Database, rows: readonly StagedRow[], index: AreaIndex, wanted: string, questions: NameQuestions): Promise<Issue | null> {
  const coded = index.byCode(wanted, 'province');
  const found = coded.length > 0 ? coded : index.byName(wanted, 'province');
  const [province, another] = found;
  if (province === undefined) return issue('areaNameUnknown', 'error', { column: '--province', value: wanted });
  if (another !== undefined) return issue('areaNameAmbiguous', 'error', { column: '--province', value: wanted, expected: found.map(({ code }) => code).join(', ') });

  const outline = await readOutline(database, rows, province);
  for (const row of rows) {
    if (row.outcome !== 'pending' || row.records.some((entry) => isInside(entry, row.areaClaims, { index, province, outline, questions }) !== false)) continue;
    addIssue(row, issue('outsideProvince', 'info', { row: row.row, expected: province.name }));
    row.records = [];
    row.outcome = 'unchanged';
  }
  return null;
}

/** Outline of the province, from the file itself or from the database; null if neither has one. */
async function readOutline(database: Database, rows: readonly StagedRow[], province: KnownArea): Promise<PolygonIndex | null> {
  for (const row of rows) {
    for (const { kind, record } of row.records) if (kind === 'area' && record.code === province.code && record.geometry !== null) return buildPolygonIndex([record.geometry.coordinates]);
  }
  for await (const { code, geojson } of listAreaGeometries(database.kysely, toolItself, 'province')) {
    if (code === province.code) return buildPolygonIndex([(JSON.parse(geojson) as MultiPolygon).coordinates]);
  }
  return null;
}

interface Wanted {
  readonly index: AreaIndex;
  readonly province: KnownArea;
  readonly outline: PolygonIndex | null;
  /** What people said of names before. Nothing is asked here: a row that stays is looked at again. */
  readonly questions: NameQuestions;
}

/** Does the file place this record in the province? Null: it cannot be told. */
function isInside({ kind, record }: ImportRecord, claims: readonly AreaClaim[], wanted: Wanted): boolean | null {
  const { index, province, outline } = wanted;
  switch (kind) {
    case 'area':
      return record.code === province.code ? true : isBelow(record, index, province);
    case 'population':
      if (record.areaCode !== null) return anyBelow(index.byCode(record.areaCode, record.areaType), index, province);
      return record.areaName === null ? null : anyBelow(index.byName(record.areaName, record.areaType), index, province);
    case 'initiative':
      return anyBelow(record.areaCodes.flatMap((code) => index.byCode(code)), index, province) ?? isClaimedInside(claims, wanted);
    case 'structure': {
      const declared = record.areaCode !== null ? index.byCode(record.areaCode) : record.areaName !== null ? index.byName(record.areaName, 'province') : [];
      return anyBelow(declared, index, province) ?? holds(outline, record.lngLat) ?? isClaimedInside(claims, wanted);
    }
    case 'place':
      return holds(outline, record.lngLat);
    case 'trainingSession':
      return isNamedInside(record.areaCode, wanted) ?? isClaimedInside(claims, wanted);
    case 'mission':
      return isNamedInside(record.areaCode, wanted) ?? holds(outline, record.lngLat) ?? isClaimedInside(claims, wanted);
    case 'organisation':
    case 'assessment':
    case 'decision':
    case 'kitMovement':
    case 'proposalVerdict':
    case 'careStandard':
    case 'raster':
    case 'movementClosure':
    case 'scenario':
      return null;
  }
}

/** By the areas that the row names, the finest first: the first level of which it can be told decides. A name that fits areas inside and outside tells nothing. */
function isClaimedInside(claims: readonly AreaClaim[], { index, province, questions }: Wanted): boolean | null {
  for (let { claims: level, above } = finestClaims(claims); level.length > 0; { claims: level, above } = finestClaims(above)) {
    const answers = level.map((claim): boolean | null => {
      const fits = fittingAreas(claim, above, index, questions).map((area) => anyBelow([area], index, province));
      return fits.length > 0 && fits.every((inside) => inside === fits[0]) ? (fits[0] ?? null) : null;
    });
    if (answers.includes(true)) return true;
    if (answers.includes(false)) return answers.includes(null) ? null : false;
  }
  return null;
}

const isNamedInside = (code: string | null, { index, province }: Wanted): boolean | null => (code === null ? null : anyBelow(index.byCode(code), index, province));

const holds = (outline: PolygonIndex | null, lngLat: readonly [number, number] | null): boolean | null => (outline === null || lngLat === null ? null : locate(outline, lngLat[0], lngLat[1]) === 0);

function anyBelow(areas: readonly KnownArea[], index: AreaIndex, province: KnownArea): boolean | null {
  const answers = areas.map((area) => (area.code === province.code ? true : isBelow(area, index, province)));
  if (answers.includes(true)) return true;
  return answers.includes(false) ? false : null;
}

/** Null where no province is known above the area. */
function isBelow(area: KnownArea, index: AreaIndex, province: KnownArea): boolean | null {
  const above = area.type === 'province' ? area : index.ancestors(area).find(({ type }) => type === 'province');
  return above === undefined ? null : above.code === province.code;
}
