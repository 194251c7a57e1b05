import type { AreaType } from '#domain/records';

/** A column of the common operational data sets, in compared form: `ADM2_PCODE`, `admin2Name_fr`, `ADM2_FR`. */
const ADMIN = /^adm(?:in)? ?([0-4]) ?(p ?code|code|(?:name|nom)(?: (?:fr|en|es|pt))?|fr|en|es|pt)$/;
const LEVELS: readonly AreaType[] = ['country', 'province', 'territory', 'healthZone', 'healthArea'];

interface AdminColumn {
  readonly column: number;
  readonly level: number;
  readonly isCode: boolean;
}

const adminColumns = (keys: readonly string[]): AdminColumn[] =>
  keys.flatMap((key, column) => {
    const [, level, part] = ADMIN.exec(key) ?? [];
    return level === undefined || part === undefined ? [] : [{ column, level: Number(level), isCode: part.endsWith('code') }];
  });

/** What such columns say of the rows: which is the finest level, and what stands above it. -1 where a column is missing. */
export interface AdminTable {
  readonly type: AreaType;
  readonly code: number;
  readonly name: number;
  readonly parentCode: number;
  readonly parentName: number;
}

/** Columns of the finest level that has a code or a name; null: the table has no such columns. French names before others. */
export function adminTable(keys: readonly string[]): AdminTable | null {
  const found = adminColumns(keys);
  if (found.length === 0) return null;
  const finest = Math.max(...found.map(({ level }) => level));
  const find = (level: number, isCode: boolean): number => {
    const fitting = found.filter((each) => each.level === level && each.isCode === isCode);
    return (fitting.find(({ column }) => keys[column]?.endsWith('fr') === true) ?? fitting[0])?.column ?? -1;
  };
  return { type: LEVELS[finest] ?? 'country', code: find(finest, true), name: find(finest, false), parentCode: find(finest - 1, true), parentName: find(finest - 1, false) };
}

/** Level that the name of a column of codes says; null: it says none. */
export function levelOfColumn(key: string): AreaType | null {
  const [found] = adminColumns([key]);
  return found === undefined ? null : (LEVELS[found.level] ?? null);
}
