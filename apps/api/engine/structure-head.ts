import type { LapsingAnswer } from '../contract/readiness';
import type { AreaSet } from './area-sets';
import type { Dataset } from './dataset';

type Head = Pick<LapsingAnswer['items'][number], 'structureId' | 'structureName' | 'structureType' | 'healthZone' | 'province'>;

/** Which structure it is, and where it lies. */
export function structureHead({ structures, sets }: Dataset, number: number): Head {
  const row = structures.rows[number];
  if (row === undefined) throw new Error(`structure ${number} of ${structures.rows.length}`);
  return { structureId: row.id, structureName: row.name, structureType: row.type, healthZone: named(sets.healthZone, row.healthZoneCode), province: named(sets.province, row.provinceCode) };
}

function named({ numberOf, areas }: AreaSet, code: string | null): Head['healthZone'] {
  const area = code === null ? undefined : areas[numberOf.get(code) ?? -1];
  return area === undefined ? null : { code: area.code, name: area.name };
}

/** Does it lie in one of the provinces asked for? All do where none is. */
export const liesIn = ({ structures }: Dataset, number: number, provinces: readonly string[] | undefined): boolean =>
  provinces === undefined || provinces.includes(structures.rows[number]?.provinceCode ?? '');
