import { issue } from '#domain/issue';
import { cellText } from '../cell-values';
import { columnsByTags, type TaggedColumns } from '../fields/hxl-fields';
import { readFields } from '../fields/read-fields';
import { normaliseTag } from '../hxl-tags';
import { digestOf, refusedFile, type ProfileReading, type ReadContext } from '../row-draft';
import { textAt, type Table, type TableHead } from '../table';

const ROWS_SAMPLED = 50;

/** Whether the hashtags describe what the tool knows. Areas and people by level have readers of their own, which are tried before. */
export function recognisesHxl(_keys: readonly string[], { tags }: Pick<TableHead, 'tags'>): boolean {
  const found = tags === null ? null : columnsByTags(tags);
  return found !== null && found.areaType === null;
}

/** The same for areas and people by level: the last to be tried. */
export const recognisesHxlAreas = (_keys: readonly string[], { tags }: Pick<TableHead, 'tags'>): boolean => tags !== null && columnsByTags(tags) !== null;

/** Any table with HXL hashtags: who does what where, structures, assessments, stock, organisations, areas, people. Older tags too. */
export function readHxl(table: Table, context: ReadContext): ProfileReading {
  const found = taggedColumns(table);
  if (found === null) return refusedFile(issue('hxlKindUnknown', 'error', { value: (table.tags ?? []).filter((tag) => tag !== null).join(', ') }));
  const { recordKind, columns, areaType } = found;
  const options = areaType === null ? context.options : { ...context.options, areaType };
  const of = { table, recordKind, columns, scheme: 'hxl', strict: false, context: { ...context, options } };
  const idColumn = recordKind === 'structure' ? (table.tags ?? []).findIndex((tag) => tag !== null && ['#loc+code', '#loc+id', '#loc+code+facility'].includes(normaliseTag(tag) ?? '')) : -1;
  // Ids of one publisher may be those of another: who gives them belongs to them.
  return readFields(of, (row) => (textAt(row, idColumn) === null ? null : digestOf([context.options.source ?? '', textAt(row, idColumn)])));
}

function taggedColumns(table: Table): TaggedColumns | null {
  const first = table.rows.slice(0, ROWS_SAMPLED);
  const samples = (column: number): string[] => first.map((row) => cellText(row.cells[column] ?? null)).filter((text) => text !== '');
  return columnsByTags(table.tags ?? [], samples);
}
