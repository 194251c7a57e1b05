import type { Workbook } from 'exceljs';
import type { AreaType } from '#domain/records';
import { type AreaInTable, nameAndCode } from './write-record-cells';
import { workbookText } from './write-workbook';

/** Where the areas to choose from stand. */
export interface AreaLists {
  /** The drop-down list of a level: those inside the area that the same row names above it, or all of them. Null: no area of that level is known. */
  formulaFor(level: AreaType, letterOf: (fieldName: string) => string | null, row: number): string | null;
}

/** Which level a list is cut by, where the row names it. */
const WITHIN: Partial<Record<AreaType, AreaType>> = { territory: 'province', healthZone: 'province', healthArea: 'healthZone' };
const LEVELS: readonly AreaType[] = ['country', 'province', 'territory', 'healthZone', 'healthArea'];
/** Lists longer than this would open for seconds. */
const MOST = 20_000;

/**
 * Two columns a level: what holds the area, and the area, each as `Name (CODE)`, sorted by the first: the areas inside one stand together, and a
 * formula finds them. No formula of a list can name a range after an area: names have spaces.
 */
export function writeAreaLists(workbook: Workbook, sheetName: string, areas: readonly AreaInTable[]): AreaLists {
  const sheet = workbook.addWorksheet(sheetName, { state: 'hidden' });
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const places = new Map<AreaType, { readonly above: string; readonly own: string; readonly count: number }>();
  LEVELS.forEach((level, index) => {
    const within = WITHIN[level];
    const pairs = areas
      .filter(({ type }) => type === level)
      .map((area) => [within === undefined ? '' : holding(area, within, byCode), workbookText(nameAndCode(area))] as const)
      .sort(([a, one], [b, other]) => compare(a, b) || compare(one, other))
      .slice(0, MOST);
    const [above, own] = [sheet.getColumn(2 * index + 1), sheet.getColumn(2 * index + 2)];
    above.values = [within ?? '', ...pairs.map(([parent]) => parent)];
    own.values = [level, ...pairs.map(([, name]) => name)];
    if (pairs.length > 0) places.set(level, { above: above.letter, own: own.letter, count: pairs.length });
  });
  return {
    formulaFor(level, letterOf, row) {
      const place = places.get(level);
      if (place === undefined) return null;
      const { above, own, count } = place;
      const all = `${sheetName}!$${own}$2:$${own}$${count + 1}`;
      const parent = WITHIN[level] === undefined ? null : letterOf(`${WITHIN[level]}Name`);
      if (parent === null) return all;
      const [cell, parents] = [`$${parent}${row}`, `${sheetName}!$${above}$2:$${above}$${count + 1}`];
      return `IF(COUNTIF(${parents},${cell})=0,${all},OFFSET(${sheetName}!$${own}$1,MATCH(${cell},${parents},0),0,COUNTIF(${parents},${cell}),1))`;
    },
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The area of a level that holds this one, by the chain of parents; empty where none is known. */
function holding(area: AreaInTable, level: AreaType, byCode: ReadonlyMap<string, AreaInTable>): string {
  let above = byCode.get(area.parentCode ?? '');
  for (let step = 0; above !== undefined && step < LEVELS.length; step += 1) {
    if (above.type === level) return workbookText(nameAndCode(above));
    above = byCode.get(above.parentCode ?? '');
  }
  return '';
}
