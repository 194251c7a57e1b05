import { issue } from '#domain/issue';
import { refusedFile, refuseRepeatedCodes, type ProfileReading, type ReadContext } from '../row-draft';
import { findColumn, type Table, type TableRow } from '../table';
import type { Cell } from '../cell-values';
import { adminTable } from './admin-columns';
import { findAreaColumns, type AreaRow } from './area-columns';
import { areaCodeOf, areaDraft } from './area-rows';
import { populationBySex, populationColumn } from './population-columns';
import { draftRows } from './table-rows';

const CODE = /p ?code/;
/** What tells a list of areas from a list of populations: levels, parents or other codings. */
const LIST_OF_AREAS = /^admin ?level$|parent.*code|dhis ?2|\bd?snis\b/;

/** Columns of who does what, of places of care or of people: the areas say where that is. */
const OF_OTHERS = /^org\b|organi[sz]a|partenaire|partner|activit|intervention|cluster|sect(?:eur|or)\b|benefici|facilit|structure|fosa|\bservice|\bitem\b|\barticle\b|\blat(?:itude)?$/;

/** Whether the headers are those of a list of areas without outlines. */
export function recognisesAreaTable(keys: readonly string[]): boolean {
  if (findColumn(keys, OF_OTHERS) >= 0 || findColumn(keys, CODE) < 0) return false;
  if (findColumn(keys, LIST_OF_AREAS) >= 0) return true;
  if (populationColumn(keys) >= 0 || populationBySex(keys) !== null) return false;
  const admin = adminTable(keys);
  return admin !== null ? admin.code >= 0 && admin.name >= 0 : keys.length <= 12 && findColumn(keys, /^(nom|name)$|name$/) >= 0;
}

const areaRowOf = (table: Table, row: TableRow): AreaRow => ({ row: row.row, values: Object.fromEntries(table.headers.map((header, i): [string, Cell] => [header, row.cells[i] ?? null])) });

/** Areas of a table: codes, names, parents, other codings, population if there is one; no outlines. */
export function readAreaTable(table: Table, context: ReadContext): ProfileReading {
  const rows = table.rows.map((row) => areaRowOf(table, row));
  const columns = findAreaColumns(rows, table.headers, context.options.areaType);
  if (columns === null) return refusedFile(issue('profileUnknown', 'error', { value: table.headers.join(', '), expected: 'P-code' }));
  const drafts = [...draftRows(table, (row) => areaDraft(areaRowOf(table, row), columns, null, [], context))];
  refuseRepeatedCodes(drafts, columns.code, areaCodeOf(columns, new Map(rows.map((row) => [row.row, row]))));
  return { fileIssues: [], rows: drafts };
}
