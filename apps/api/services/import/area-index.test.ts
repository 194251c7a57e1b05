import { describe, expect, it } from 'vitest';
import { AreaIndex, type KnownArea } from './area-index';

const area = (type: KnownArea['type'], code: string, name: string, parentCode: string | null, codes: Record<string, string> = {}): KnownArea => ({ type, code, name, parentCode, codes });

const index = new AreaIndex([
  area('province', 'CD52', 'Bas-Uele', null),
  area('province', 'CD42', 'Nord-Ubangi', null),
  area('healthZone', 'CD5206ZS01', 'Bili', 'CD52', { dhis2: 'aUOLee25Tko' }),
  area('healthZone', 'CD4202ZS04', 'Bili', 'CD42'),
  area('healthZone', 'CD5201ZS02', 'Buta', 'CD52'),
  area('territory', 'CD5201', 'Buta', 'CD52'),
]);

describe('finding areas', () => {
  it('by code, by a code of another coding, and not at all', () => {
    expect(index.byCode('CD5206ZS01').map(({ name }) => name)).toEqual(['Bili']);
    expect(index.byCode('aUOLee25Tko').map(({ code }) => code)).toEqual(['CD5206ZS01']);
    expect(index.byCode('CD9999')).toEqual([]);
    expect(index.byCode('CD5201', 'healthZone')).toEqual([]);
  });

  it('name-of-two-zones: answers both, and one within its province, named or coded', () => {
    expect(index.byName('BILI', 'healthZone')).toHaveLength(2);
    expect(index.byName('Bili', 'healthZone', 'bas uélé').map(({ code }) => code)).toEqual(['CD5206ZS01']);
    expect(index.byName('Bili', 'healthZone', 'CD42').map(({ code }) => code)).toEqual(['CD4202ZS04']);
  });

  it('name-of-two-levels: the level tells them apart', () => {
    expect(index.byName('Buta')).toHaveLength(2);
    expect(index.byName('Buta', 'territory').map(({ code }) => code)).toEqual(['CD5201']);
  });

  it('knows which levels it knows', () => {
    expect(index.holds('territory')).toBe(true);
    expect(index.holds('healthArea')).toBe(false);
  });

  it('a circle of parents ends', () => {
    const circle = new AreaIndex([area('territory', 'A1', 'A', 'B1'), area('territory', 'B1', 'B', 'A1')]);
    expect(circle.ancestors(area('healthZone', 'Z', 'Z', 'A1')).length).toBeLessThanOrEqual(5);
  });
});
