import type { AreaType } from '#domain/records';
import { cellText, type Cell } from '../cell-values';
import { normaliseName } from '#domain/normalise-name';
import { areaTypeOfCode } from '../pcodes';
import { adminTable, levelOfColumn } from './admin-columns';
import { populationColumn, yearIn } from './population-columns';

/** One area of a file, whatever its container: values by the name that the file gives them. */
export interface AreaRow {
  readonly row: number;
  readonly values: Readonly<Record<string, Cell>>;
}

/** Which property of the file is what; null: the file has none. */
export interface AreaColumns {
  readonly code: string;
  readonly name: string | null;
  readonly parentCode: string | null;
  readonly level: string | null;
  /** Level that the column of codes names; null: it names none. */
  readonly type: AreaType | null;
  readonly population: string | null;
  readonly populationYear: number | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Other codings, by scheme. */
  readonly schemes: readonly (readonly [scheme: string, column: string])[];
}

const CODE_NAME = /p ?code/;
const PARENT = 'parent';
const SCHEMES: readonly (readonly [scheme: string, pattern: RegExp])[] = [
  ['dhis2', /dhis ?2/],
  ['snis', /\bd?snis\b/],
  ['msf', /\bmsf\b.*code|code.*\bmsf\b/],
  ['grid3', /grid3.*(code|id)/],
];
/** What a column of names may be called beside `nom` and `name`, by type of area. */
const NAME_BY_TYPE: Readonly<Record<AreaType, RegExp>> = {
  country: /^(pays|country)( nom| name)?$/,
  province: /^(province|dps)( nom| name)?$/,
  territory: /^(territoire|territory)( nom| name)?$/,
  healthZone: /^(zs|zone( de sante)?|health zone)( nom| name)?$/,
  healthArea: /^(as|aire( de sante)?|health area)( nom| name)?$/,
};

interface Candidate {
  readonly column: string;
  readonly key: string;
  readonly filled: number;
  readonly distinct: number;
  readonly formed: number;
  readonly meanLength: number;
}

function measure(rows: readonly AreaRow[], column: string): Candidate {
  const texts = rows.map(({ values }) => cellText(values[column] ?? null)).filter((text) => text !== '');
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  return {
    column,
    key: normaliseName(column),
    filled: texts.length,
    distinct: new Set(texts).size,
    formed: texts.filter((text) => areaTypeOfCode(text) !== null).length,
    meanLength: texts.length === 0 ? 0 : length / texts.length,
  };
}

/** The column of codes: called so, or filled with P-codes. Of several (province, territory, zone) the finest one names the row. */
function findCode(candidates: readonly Candidate[], total: number, areaType: AreaType | undefined): Candidate | null {
  const isCode = ({ key, filled, formed }: Candidate): boolean => filled * 2 >= total && !key.includes(PARENT) && (CODE_NAME.test(key) || formed >= filled * 0.8);
  const byName = ({ key, filled, distinct }: Candidate): boolean => areaType !== undefined && filled === total && distinct === total && /(^| )(code|id)( |$)|code$/.test(key);
  const found = candidates.filter(isCode);
  const chosen = found.length > 0 ? found : candidates.filter(byName);
  return [...chosen].sort((a, b) => b.distinct - a.distinct || b.meanLength - a.meanLength)[0] ?? null;
}

function findName(candidates: readonly Candidate[], code: Candidate, type: AreaType | null): string | null {
  const stem = code.key.replace(/ ?p ?code ?/, '').trim();
  const keys = candidates.filter(({ filled, column }) => filled > 0 && column !== code.column);
  const patterns = [
    ...(stem === '' ? [] : [new RegExp(`^${stem} ?(name|nom)$`), new RegExp(`^(name|nom) ?${stem}$`), new RegExp(`^${stem} ?(?:name |nom )?fr$`), new RegExp(`^${stem} ?(?:name |nom )?(?:en|es|pt|ref)$`)]),
    /^(nom|name|libelle|designation)$/,
    ...(type === null ? [] : [NAME_BY_TYPE[type]]),
    /^(nom|name) | (nom|name)$|name$/,
  ];
  for (const pattern of patterns) {
    const found = keys.find(({ key }) => pattern.test(key) && !key.includes(PARENT));
    if (found) return found.column;
  }
  return null;
}

/** Recognises the columns of a list of areas by what they hold and what they are called. Null: no column of codes. */
export function findAreaColumns(rows: readonly AreaRow[], columns: readonly string[], areaType: AreaType | undefined): AreaColumns | null {
  if (rows.length === 0) return null;
  const candidates = columns.map((column) => measure(rows, column));
  const code = findCode(candidates, rows.length, areaType);
  if (code === null) return null;
  const sample = rows.find(({ values }) => areaTypeOfCode(cellText(values[code.column] ?? null)) !== null);
  const type = areaType ?? (sample ? areaTypeOfCode(cellText(sample.values[code.column] ?? null)) : null);
  const first = (pattern: RegExp): string | null => candidates.find(({ key, filled }) => filled > 0 && pattern.test(key))?.column ?? null;
  const population = candidates[populationColumn(candidates.map(({ key, filled }) => (filled > 0 ? key : '')))]?.column ?? null;
  return {
    code: code.column,
    name: findName(candidates, code, type),
    parentCode: first(/parent.*code/) ?? parentCodeIn(candidates, code.column),
    type: levelOfColumn(code.key),
    level: first(/^admin ?level$|^niveau( admin.*)?$/),
    population,
    populationYear: yearIn(population),
    validFrom: first(/^valid ?(from|on)/),
    validTo: first(/^valid ?to/),
    schemes: SCHEMES.flatMap(([scheme, pattern]) => candidates.filter(({ key, filled }) => filled > 0 && pattern.test(key)).map(({ column }) => [scheme, column] as const)),
  };
}

/** `ADM1_PCODE` beside `ADM2_PCODE`. */
function parentCodeIn(candidates: readonly Candidate[], code: string): string | null {
  const table = adminTable(candidates.map(({ key }) => key));
  return table === null || candidates[table.code]?.column !== code ? null : (candidates[table.parentCode]?.column ?? null);
}
