import { issue, type Issue } from '#domain/issue';
import type { AreaType, PopulationRecord } from '#domain/records';
import { parseAmount } from '../cell-values';
import { areaTypeOfCode } from '../pcodes';
import { digestOf, refuseRepeatedCodes, type ProfileReading, type ReadContext, type RowDraft } from '../row-draft';
import { cellAt, cellsByHeader, findColumn, textAt, type Table, type TableRow } from '../table';
import { yearIn } from './area-columns';
import { draftRows } from './table-rows';

const POPULATION = [/^pop(ulation)?( totale?| count| \d{4})?$/, /^pop(ulation)?( |\d)/, /^total population/, /population/];
const CODE = [/p ?code/, /^code( zs| zone.*| area)?$/];
const NAMES: readonly (readonly [AreaType | null, RegExp])[] = [
  ['healthArea', /^(as|aire de sante|nom as|health area)$/],
  ['healthZone', /^(zs|zone de sante|nom zs|health zone)$/],
  [null, /^(nom|name|zone|area|libelle)$/],
  ['territory', /^(territoire|territory|adm2 name|admin2name)$/],
  ['province', /^(province|adm1 name|admin1name)$/],
];

const columnsOf = (keys: readonly string[]) => {
  const found = NAMES.map(([type, pattern]) => ({ type, column: findColumn(keys, pattern) })).filter(({ column }) => column >= 0);
  return {
    population: findColumn(keys, ...POPULATION),
    code: findColumn(keys, ...CODE),
    name: found[0]?.column ?? -1,
    nameType: found[0]?.type ?? null,
    // The next coarser name tells two areas of one name apart.
    parentName: found.find(({ type }, i) => i > 0 && (type === 'province' || type === 'territory' || type === 'healthZone'))?.column ?? -1,
    year: findColumn(keys, /^(annee|year)$/),
  };
};

/** Whether the headers are those of people by area: a population, and a code or a name. */
export function recognisesPopulation(keys: readonly string[]): boolean {
  const columns = columnsOf(keys);
  return columns.population >= 0 && (columns.code >= 0 || columns.name >= 0) && findColumn(keys, /^lat(itude)?$/, /beneficiair/) < 0;
}

/** People by area, by code or by name. Estimates come with decimals: people are counted whole. Which area a name means is resolved where the areas are known. */
export function readPopulation(table: Table, context: ReadContext): ProfileReading {
  const columns = columnsOf(table.keys);
  const headerYear = yearIn(table.headers[columns.population] ?? null);
  const drafts = [...draftRows(table, (row) => populationDraft(table, row, columns, headerYear, context))];
  if (columns.code >= 0) {
    const byRow = new Map(table.rows.map((row) => [row.row, row]));
    refuseRepeatedCodes(drafts, table.headers[columns.code] ?? 'code', ({ row }) => textAt(byRow.get(row) ?? { row, cells: [] }, columns.code));
  }
  return { fileIssues: [], rows: drafts };
}

function populationDraft(table: Table, row: TableRow, columns: ReturnType<typeof columnsOf>, headerYear: number | null, context: ReadContext): RowDraft {
  const issues: Issue[] = [];
  const areaCode = textAt(row, columns.code);
  const areaName = textAt(row, columns.name);
  if (areaCode === null && areaName === null) issues.push(issue('valueMissing', 'error', { row: row.row, column: table.headers[columns.code >= 0 ? columns.code : columns.name] ?? null }));
  const parsed = parseAmount(cellAt(row, columns.population));
  const column = table.headers[columns.population] ?? null;
  if (!parsed.ok) issues.push(issue('numberInvalid', 'error', { row: row.row, column, value: textAt(row, columns.population), expected: '≥ 0' }));
  else if (parsed.value === null) issues.push(issue('valueMissing', 'error', { row: row.row, column }));
  const year = Number(textAt(row, columns.year) ?? Number.NaN);
  const content: Omit<PopulationRecord, 'source' | 'sourceRow'> = {
    areaType: (areaCode === null ? null : areaTypeOfCode(areaCode)) ?? context.options.areaType ?? columns.nameType,
    areaCode,
    areaName,
    parentName: textAt(row, columns.parentName) ?? context.options.province ?? null,
    value: parsed.ok && parsed.value !== null ? Math.round(parsed.value) : 0,
    year: Number.isInteger(year) ? year : headerYear,
  };
  return {
    row: row.row,
    records: [{ kind: 'population', record: { ...content, source: context.source, sourceRow: row.row } }],
    issues,
    areaClaims: [],
    fingerprint: digestOf(content),
    cells: () => cellsByHeader(table, row),
  };
}
