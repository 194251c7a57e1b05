import { issue } from '#domain/issue';
import { normaliseName } from '#domain/normalise-name';
import type { OrganisationRecord, OrganisationType } from '#domain/records';
import { digestOf, type ProfileReading, type ReadContext, type RowDraft } from '../row-draft';
import { cellsByHeader, findColumn, textAt, type Table, type TableRow } from '../table';
import { draftRows } from './table-rows';

/** HDX codes of organisation types that are types of ours; academic, private and other bodies are kept as given. */
const TYPES: Readonly<Record<string, OrganisationType>> = { '433': 'donor', '435': 'government', '437': 'internationalNgo', '441': 'nationalNgo', '445': 'redCross', '447': 'unAgency' };
const OTHER_TYPES: Readonly<Record<string, string>> = { '431': 'Academic / Research', '434': 'Embassy', '438': 'International Organization', '439': 'Media', '440': 'Military', '443': 'Other', '444': 'Private sector', '446': 'Religious' };

const columnsOf = (keys: readonly string[]) => ({
  lookup: findColumn(keys, /^lookup$/, /^alias$/, /^autre nom$/),
  name: findColumn(keys, /^canonical name$/, /^nom canonique$/),
  acronym: findColumn(keys, /^acronym$/, /^sigle$/, /^acronyme$/),
  type: findColumn(keys, /^type code$/, /^type$/),
});

/** Whether the headers are those of a list of other names of organisations. */
export function recognisesOrganisationAliases(keys: readonly string[]): boolean {
  const { lookup, name } = columnsOf(keys);
  return lookup >= 0 && name >= 0;
}

/** Other names of organisations, one a row: one organisation for each name that stands for the others. All rows of it carry it whole. */
export function readOrganisationAliases(table: Table, context: ReadContext): ProfileReading {
  const columns = columnsOf(table.keys);
  const byName = new Map<string, OrganisationRecord>();
  for (const row of table.rows) addAlias(byName, row, columns, context.source);
  return { fileIssues: [], rows: draftRows(table, (row) => aliasDraft(table, row, columns, byName)) };
}

function addAlias(byName: Map<string, OrganisationRecord>, row: TableRow, columns: ReturnType<typeof columnsOf>, source: string): void {
  const name = textAt(row, columns.name);
  if (name === null) return;
  const key = normaliseName(name) || name;
  const given = textAt(row, columns.type);
  const type = given === null ? undefined : TYPES[given];
  const typeAsGiven = given === null || type !== undefined ? null : (OTHER_TYPES[given] ?? given);
  const known = byName.get(key) ?? { name, acronym: null, type: 'unknown', typeAsGiven: null, aliases: [], source, sourceRow: row.row };
  const alias = textAt(row, columns.lookup);
  const isNew = alias !== null && normaliseName(alias) !== key && !known.aliases.some((each) => normaliseName(each) === normaliseName(alias));
  byName.set(key, {
    ...known,
    acronym: known.acronym ?? textAt(row, columns.acronym),
    type: known.type === 'unknown' ? (type ?? 'unknown') : known.type,
    typeAsGiven: known.typeAsGiven ?? (known.type === 'unknown' ? typeAsGiven : null),
    aliases: isNew ? [...known.aliases, alias] : known.aliases,
  });
}

function aliasDraft(table: Table, row: TableRow, columns: ReturnType<typeof columnsOf>, byName: ReadonlyMap<string, OrganisationRecord>): RowDraft {
  const name = textAt(row, columns.name);
  const record = name === null ? undefined : byName.get(normaliseName(name) || name);
  return {
    row: row.row,
    records: record === undefined ? [] : [{ kind: 'organisation', record }],
    issues: record === undefined ? [issue('valueMissing', 'error', { row: row.row, column: table.headers[columns.name] ?? null })] : [],
    areaClaims: [],
    fingerprint: digestOf(table.headers.map((_, column) => textAt(row, column))),
    cells: () => cellsByHeader(table, row),
  };
}
