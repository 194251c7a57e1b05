import { describe, expect, it } from 'vitest';
import { blankClosure, cornerAt, readClosure, typedClosure, type TypedClosure } from './typed-closure';

const closure = (part: Partial<TypedClosure>): TypedClosure => ({ ...blankClosure('2025-05-31'), title: 'Pont de Kalonge', ...part });
const recordOf = (typed: TypedClosure) => readClosure(typed, null).entry;

describe('an area closed to movement, as typed', () => {
  it('closes areas by code, each once, until further notice', () => {
    const { entry, missing, issues } = readClosure(closure({ areas: [{ code: 'CD62' }, { code: '' }, { code: 'CD62' }] }), null);
    expect(entry).toMatchObject({ kind: 'movementClosure', record: { areaCodes: ['CD62'], outline: null, effect: 'blocked', factor: null, start: '2025-05-31', end: null } });
    expect([missing, issues]).toEqual([[], []]);
  });

  it('closes the ring of an outline: three corners make four positions', () => {
    const corners = [[28.5, -2], [28.6, -2], [28.6, -2.1]].map(([lng, lat]) => cornerAt([lng!, lat!]));
    expect(recordOf(closure({ where: 'outline', corners }))).toMatchObject({ record: { areaCodes: [], outline: [[[[28.5, -2], [28.6, -2], [28.6, -2.1], [28.5, -2]]]] } });
  });

  it('asks for what is still to be filled in, and takes no corner off the Earth', () => {
    expect(readClosure(closure({ title: ' ' }), null).missing).toEqual(['title', 'areaCodes.0']);
    const half = readClosure(closure({ where: 'outline', corners: [{ lng: '28,5', lat: '-95' }, { lng: '', lat: '-2' }] }), null);
    expect(half.missing).toEqual(['outline', 'corners.1.lng']);
    expect(half.issues.map(({ code, column }) => [code, column])).toEqual([['numberInvalid', 'corners.0.lat']]);
  });

  it('asks how many times slower, with a comma as people write it, and nothing where the way is closed', () => {
    const areas = [{ code: 'CD62' }];
    expect(readClosure(closure({ areas, effect: 'slowed' }), null).missing).toEqual(['factor']);
    expect(recordOf(closure({ areas, effect: 'slowed', factor: '2,5' }))).toMatchObject({ record: { factor: 2.5 } });
    expect(recordOf(closure({ areas, effect: 'blocked', factor: '2,5' }))).toMatchObject({ record: { factor: null } });
  });

  it('says that an end before the start is wrong', () => {
    expect(readClosure(closure({ areas: [{ code: 'CD62' }], end: '2025-05-01' }), null).issues.map(({ severity }) => severity)).toEqual(['error']);
  });

  it('keeps an outline of two parts that it cannot draw, and asks again who may see it', () => {
    const ring = (lng: number): [number, number][] => [[lng, 0], [lng + 1, 0], [lng, 1], [lng, 0]];
    const item = { id: 'c', title: 'Deux routes', areaCodes: [], areas: [], inForce: true, outline: [[ring(28)], [ring(30)]], effect: 'blocked' as const, factor: null, start: '2025-05-01', end: null, entered: { importId: null, at: null, by: null, source: 'OCHA' } };
    const typed = typedClosure(item);
    expect(typed).toMatchObject({ where: 'areas', kept: item.outline, tier: '' });
    expect(readClosure(typed, 'c')).toMatchObject({ missing: ['tier'], entry: { correct: 'c', record: { outline: item.outline } } });
    expect(typedClosure({ ...item, outline: [[ring(28)]] })).toMatchObject({ where: 'outline', kept: null, corners: [{ lng: '28.0000', lat: '0.0000' }, { lng: '29.0000', lat: '0.0000' }, { lng: '28.0000', lat: '1.0000' }] });
  });
});
