import { issue, type Issue } from '#domain/issue';
import { normaliseName } from '#domain/normalise-name';
import type { AreaType, PopulationRecord } from '#domain/records';
import { parsePeople, type Parsed } from '../cell-values';
import { columnsByTags } from '../fields/hxl-fields';
import { areaTypeOfCode } from '../pcodes';
import { digestOf, refuseRepeatedCodes, type ProfileReading, type ReadContext, type RowDraft } from '../row-draft';
import { cellAt, cellsByHeader, findColumn, textAt, type Table, type TableHead, type TableRow } from '../table';
import { adminTable } from './admin-columns';
import { populationBySex, populationColumn, yearIn } from './population-columns';
import { draftRows } from './table-rows';

const CODE = [/p ?code/, /^code( zs| zone.*| area)?$/];
const NAMES: readonly (readonly [AreaType | null, RegExp])[] = [
  ['healthArea', /^(as|aire de sante|nom as|health area)$/],
  ['healthZone', /^(zs|zone de sante|nom zs|health zone)$/],
  [null, /^(nom|name|zone|area|libelle)$/],
  ['territory', /^(territoire|territory|adm2 name|admin2name)$/],
  ['province', /^(province|adm1 name|admin1name)$/],
];

/** What a row says in the column of sexes or ages if it is about everybody. */
const ALL = /^(?:|all|total|t|tous|toutes|tout|both|ensemble|les deux|f m|m f|0 plus|todos)$/;

const columnsOf = (keys: readonly string[]) => {
  const found = NAMES.map(([type, pattern]) => ({ type, column: findColumn(keys, pattern) })).filter(({ column }) => column >= 0);
  // Levels by number say more than words do.
  const admin = adminTable(keys);
  return {
    population: populationColumn(keys),
    bySex: populationBySex(keys),
    code: admin?.code ?? findColumn(keys, ...CODE),
    name: admin?.name ?? found[0]?.column ?? -1,
    nameType: admin?.type ?? found[0]?.type ?? null,
    // The next coarser name tells two areas of one name apart.
    parentName: admin?.parentName ?? found.find(({ type }, i) => i > 0 && (type === 'province' || type === 'territory' || type === 'healthZone'))?.column ?? -1,
    year: findColumn(keys, /^(annee|year)$/),
    // One row for each sex or age.
    parts: keys.flatMap((key, column) => (/^(sexe?|genre|gender|age|age range|age group|tranches? d age|groupes? d age|population (?:group|status))$/.test(key) ? [column] : [])),
  };
};

/** Whether the headers are those of people by area: a population, and a code or a name. Hashtags that say so themselves have a reader of their own. */
export function recognisesPopulation(keys: readonly string[], { tags }: Pick<TableHead, 'tags'>): boolean {
  const columns = columnsOf(keys);
  if (tags !== null && columnsByTags(tags)?.recordKind === 'population') return false;
  return (columns.population >= 0 || columns.bySex !== null) && (columns.code >= 0 || columns.name >= 0) && findColumn(keys, /^lat(itude)?$/, /beneficiair/) < 0;
}

/** People by area, by code or by name. Estimates come with decimals: people are counted whole. Which area a name means is resolved where the areas are known. */
export function readPopulation(table: Table, context: ReadContext): ProfileReading {
  const columns = columnsOf(table.keys);
  const headerYear = yearIn(table.headers[populationAt(columns)] ?? null);
  const drafts = [...draftRows(table, (row) => populationDraft(table, row, columns, headerYear, context))];
  if (columns.code >= 0) {
    const byRow = new Map(table.rows.map((row) => [row.row, row]));
    refuseRepeatedCodes(drafts, table.headers[columns.code] ?? 'code', ({ row, records }) => (records.length === 0 ? null : textAt(byRow.get(row) ?? { row, cells: [] }, columns.code)));
  }
  return { fileIssues: [], rows: drafts };
}

const populationAt = ({ population, bySex }: ReturnType<typeof columnsOf>): number => (population >= 0 ? population : (bySex?.[0] ?? -1));

/** All people; where only women and men are counted, both together. One of them alone is not all. */
function peopleIn(row: TableRow, { population, bySex }: ReturnType<typeof columnsOf>): Parsed<number> {
  if (population >= 0 || bySex === null) return parsePeople(cellAt(row, population));
  const [female, male] = [parsePeople(cellAt(row, bySex[0])), parsePeople(cellAt(row, bySex[1]))];
  if (!female.ok || !male.ok) return { ok: false };
  return { ok: true, value: female.value === null || male.value === null ? null : female.value + male.value };
}

function populationDraft(table: Table, row: TableRow, columns: ReturnType<typeof columnsOf>, headerYear: number | null, context: ReadContext): RowDraft {
  const issues: Issue[] = [];
  const part = columns.parts.some((each) => !ALL.test(normaliseName(textAt(row, each) ?? '')));
  if (part) return { row: row.row, records: [], issues: [issue('partOfPopulation', 'info', { row: row.row })], areaClaims: [], fingerprint: digestOf(['part', row.row]), cells: () => cellsByHeader(table, row) };
  const areaCode = textAt(row, columns.code);
  const areaName = textAt(row, columns.name);
  if (areaCode === null && areaName === null) issues.push(issue('valueMissing', 'error', { row: row.row, column: table.headers[columns.code >= 0 ? columns.code : columns.name] ?? null }));
  const parsed = peopleIn(row, columns);
  const column = table.headers[populationAt(columns)] ?? null;
  if (!parsed.ok) issues.push(issue('numberInvalid', 'error', { row: row.row, column, value: textAt(row, populationAt(columns)), expected: '≥ 0' }));
  else if (parsed.value === null) issues.push(issue('valueMissing', 'error', { row: row.row, column }));
  const year = Number(textAt(row, columns.year) ?? Number.NaN);
  const content: Omit<PopulationRecord, 'source' | 'sourceRow'> = {
    areaType: (areaCode === null ? null : areaTypeOfCode(areaCode)) ?? context.options.areaType ?? columns.nameType,
    areaCode,
    areaName,
    parentName: textAt(row, columns.parentName) ?? context.options.province ?? null,
    value: parsed.ok && parsed.value !== null ? parsed.value : 0,
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
