import { issue } from '#domain/issue';
import { normaliseName } from '#domain/normalise-name';
import type { OrganisationRecord } from '#domain/records';
import { digestOf, type ProfileReading, type ReadContext, type RowDraft } from '../row-draft';
import { cellsByHeader, findColumn, textAt, type Table, type TableRow } from '../table';
import { ORGANISATION_TYPE_CODES } from './ocha-3w-terms';
import { draftRows } from './table-rows';

/** HDX codes of types that are none of ours: kept as given. */
const OTHER_TYPES: Readonly<Record<string, string>> = { '431': 'Academic / Research', '434': 'Embassy', '438': 'International Organization', '439': 'Media', '440': 'Military', '443': 'Other', '444': 'Private sector', '446': 'Religious' };

const columnsOf = (keys: readonly string[]) => ({
  lookup: findColumn(keys, /^lookup$/, /^alias(es)?$/, /^autres? noms?$/, /^other names?$/, /^otros? nombres?$/),
  name: findColumn(keys, /^canonical name$/, /^nom canonique$/, /^nom (complet|officiel)$/, /^(full|official) name$/, /^nom (de l |d )?organi[sz]ation$/, /^organi[sz]ation( name)?$/),
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
  const type = given === null || !Object.hasOwn(ORGANISATION_TYPE_CODES, given) ? undefined : ORGANISATION_TYPE_CODES[given];
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
