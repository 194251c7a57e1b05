import type { AreaType } from '#domain/records';
import type { AreaInTable, CellWriter } from '#interchange/write-record-cells';

const FINEST_FIRST: readonly AreaType[] = ['healthArea', 'healthZone', 'territory', 'province', 'country'];

/** Areas by code and by name, for the cells of records: of one code the finest, of one name none if several have it. */
export function areaPlaces(areas: readonly AreaInTable[]): Omit<CellWriter, 'lang'> {
  const byCode = new Map<string, AreaInTable>();
  const byName = new Map<string, AreaInTable | null>();
  for (const area of [...areas].sort((a, b) => FINEST_FIRST.indexOf(a.type) - FINEST_FIRST.indexOf(b.type))) {
    if (!byCode.has(area.code)) byCode.set(area.code, area);
    byName.set(area.name, byName.has(area.name) ? null : area);
  }
  return { areaOf: (code) => byCode.get(code) ?? null, areaNamed: (name) => byName.get(name) ?? null };
}
