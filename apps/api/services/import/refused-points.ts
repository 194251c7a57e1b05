import { normaliseName } from '#domain/normalise-name';
import { parseCoordinate } from '#interchange/cell-values';
import { suggestFields } from '#interchange/fields/suggest-fields';
import type { FileSummary } from '#interchange/read-file';
import type { ImportPreview } from './import-report';
import type { StagedRow } from './staged-row';

/** Points of a preview in all. */
const MOST_POINTS = 2000;
/** Kinds of files whose positions are those of structures: the only ones that are ever kept, and so the only ones to be shown. */
const OF_STRUCTURES: ReadonlySet<FileSummary['profile']> = new Set(['structuresKwtrp', 'structuresDhis2', 'structuresFhir', 'structuresHealthsites', 'assessmentsHerams', 'stockCounts', 'hxl', 'template', 'kobo', 'mapped']);

/**
 * The preview with the positions of its refused rows, read from their cells: a person sees where they would have been.
 * Rows that give no position, or an impossible one, have no point; neither have activities, of which no position is kept.
 */
export function withRefusedPoints(preview: ImportPreview, rows: readonly StagedRow[], summary: Pick<FileSummary, 'columns' | 'tags' | 'profile' | 'recordCounts'>): ImportPreview {
  const room = MOST_POINTS - preview.points.length;
  if (room <= 0 || !OF_STRUCTURES.has(summary.profile) || (summary.recordCounts.initiative ?? 0) > 0) return preview;
  const suggested = suggestFields('structure', summary.columns.map((column, at) => ({ key: normaliseName(column), tag: summary.tags?.[at] ?? null })));
  const columnOf = (field: string): string | null => summary.columns[suggested.indexOf(field)] ?? null;
  const [lng, lat, name] = [columnOf('lng'), columnOf('lat'), columnOf('name')];
  if (lng === null || lat === null || suggestsActivities(summary)) return preview;
  const points: ImportPreview['points'] = [];
  for (const { row, outcome, cells } of rows) {
    if (points.length === room) break;
    if (outcome !== 'refused') continue;
    const lngLat = positionOf(cells[lng], cells[lat]);
    if (lngLat !== null) points.push({ row, label: (name === null ? undefined : cells[name]) ?? '', lngLat, outcome: 'refused', flag: null, declaredAt: null, declaredName: null });
  }
  return points.length === 0 ? preview : { ...preview, points: [...preview.points, ...points] };
}

/** A table of which no row was taken says by its columns what it would have brought. */
const suggestsActivities = ({ columns, tags }: Pick<FileSummary, 'columns' | 'tags'>): boolean => {
  const fields = suggestFields('initiative', columns.map((column, at) => ({ key: normaliseName(column), tag: tags?.[at] ?? null })));
  return fields.includes('implementingName') && (fields.includes('title') || fields.includes('sector'));
};

function positionOf(lng: string | undefined, lat: string | undefined): [number, number] | null {
  const [x, y] = [parseCoordinate(lng ?? null), parseCoordinate(lat ?? null)];
  if (!x.ok || !y.ok || x.value === null || y.value === null) return null;
  return Math.abs(x.value) <= 180 && Math.abs(y.value) <= 90 ? [x.value, y.value] : null;
}
