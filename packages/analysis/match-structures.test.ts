import { describe, expect, it } from 'vitest';
import { matchStructures, type MatchStructure } from './match-structures';

/** Degrees of latitude of a distance on the sphere: 1 km = 1 / 111.195 °. */
const north = (km: number): readonly [number, number] => [30, 1.5 + km / 111.195];
const at = (id: string, register: string, name: string, more: Partial<MatchStructure> = {}): MatchStructure => ({
  id, registers: [register], name, type: 'CS', lngLat: north(0), healthZoneId: 'z', provinceId: 'p', tier: 'public', isAssessed: false, firstLoad: 1, ...more,
});
const joined = (structures: readonly MatchStructure[], verdicts: Parameters<typeof matchStructures>[1] = []) => {
  const { pairs, standsFor } = matchStructures(structures, verdicts);
  return {
    pairs: pairs.map(({ a, b, reasons, joinedByRule }) => [structures[a]?.id, structures[b]?.id, joinedByRule ? 'joined' : 'open', reasons.join(' ')]),
    follows: standsFor.flatMap((root, one) => (root === one ? [] : [`${structures[one]?.id ?? ''} → ${structures[root]?.id ?? ''}`])),
  };
};

describe('structures of two sources', () => {
  it('same name, type and place: joined; the one that came first stands', () => {
    expect(joined([at('a', 'list', 'Lalo Centre de Santé', { firstLoad: 2 }), at('b', 'osm', 'Centre de Santé de LALO', { lngLat: north(0.3) })])).toEqual({
      pairs: [['a', 'b', 'joined', 'sameName sameType near sameArea']], follows: ['a → b'],
    });
  });

  it.each<[string, Partial<MatchStructure>, string | null]>([
    ['3 km away', { lngLat: north(3) }, 'open'],
    ['11 km away', { lngLat: north(11) }, null],
    ['of another type', { type: 'HGR' }, 'open'],
    ['of no stated type, 400 m away', { name: 'Lalo', type: 'other', lngLat: north(0.4) }, 'joined'],
    ['of no stated type, 1 km away', { name: 'Lalo', type: 'other', lngLat: north(1) }, 'open'],
    ['a clinic by its name', { name: 'Clinique Lalo', type: 'other' }, 'open'],
    ['a letter apart', { name: 'Centre de santé Lallo' }, 'open'],
    ['a word more', { name: 'Centre de santé Lalo Mission' }, 'open'],
    ['another name', { name: 'Centre de santé Salama' }, null],
    ['a pharmacy', { name: 'Pharmacie Lalo', type: 'nonClinical' }, null],
    ['a safe house', { tier: 'hidden' }, 'open'],
    ['without a position, in the same zone', { lngLat: null }, 'open'],
    ['without a position, in another zone', { lngLat: null, healthZoneId: 'y' }, null],
    ['without a name', { name: 'Centre de santé sans nom (OSM node/1)' }, null],
  ])('%s', (_what, more, state) => {
    const { pairs } = joined([at('a', 'list', 'Lalo Centre de Santé'), at('b', 'osm', 'Centre de Santé Lalo', more)]);
    expect(pairs.map(([, , outcome]) => outcome)).toEqual(state === null ? [] : [state]);
  });

  it('several-alike: two that fit as well are for a person; one on the spot is taken before one far off', () => {
    const list = at('a', 'list', 'Salama Centre de Santé');
    const two = [at('b', 'osm', 'CS Salama', { lngLat: north(0.2) }), at('c', 'osm', 'CS Salama', { lngLat: north(0.45) })];
    // The two are of one register, 250 m apart: perhaps it wrote one twice.
    expect(joined([list, ...two]).pairs.filter(([one]) => one === 'a')).toEqual([['a', 'b', 'open', 'sameName sameType near sameArea severalAlike'], ['a', 'c', 'open', 'sameName sameType near sameArea severalAlike']]);
    expect(joined([list, at('b', 'osm', 'CS Salama', { lngLat: north(0.01) }), at('c', 'osm', 'CS Salama', { lngLat: north(1) })])).toEqual({ pairs: [['a', 'b', 'joined', 'sameName sameType near sameArea'], ['b', 'c', 'open', 'sameName sameType notFar sameArea']], follows: ['b → a'] });
  });

  it('written-twice: one register repeats a structure on the spot, and both go to the one', () => {
    const { follows } = joined([at('a', 'list', 'Bodza Centre de Santé'), at('b', 'osm', 'CS Bodza', { lngLat: north(0.05), firstLoad: 2 }), at('c', 'osm', 'CS Bodza', { lngLat: north(0.05), firstLoad: 2 })]);
    expect(follows).toEqual(['b → a', 'c → a']);
  });

  it.each<[string, Partial<MatchStructure>, boolean]>([
    ['450 m apart', { lngLat: north(0.45) }, true],
    ['1.9 km apart', { lngLat: north(1.9) }, true],
    ['2.1 km apart', { lngLat: north(2.1) }, false],
    ['in another zone', { lngLat: north(0.5), healthZoneId: 'y' }, false],
    ['of another type', { lngLat: north(0.5), type: 'HGR' }, false],
    ['of another name', { lngLat: north(0.5), name: 'CS Bodzo' }, false],
  ])('perhaps-written-twice in one register, %s: a person is asked, or nobody', (_what, more, asked) => {
    expect(joined([at('a', 'osm', 'CS Bodza'), at('b', 'osm', 'CS Bodza', more)])).toEqual({ pairs: asked ? [['a', 'b', 'open', `sameName sameType ${more.lngLat?.[1] === north(0.45)[1] ? 'near' : 'notFar'} sameArea`]] : [], follows: [] });
  });

  it('who stands: the more protected, then one with a position, then the assessed, then the first', () => {
    const first = at('a', 'list', 'Lalo');
    const same = [{ a: 0, b: 1, verdict: 'same' }] as const;
    expect(joined([first, at('b', 'osm', 'Lalo', { firstLoad: 2, isAssessed: true })]).follows).toEqual(['a → b']);
    expect(joined([first, at('b', 'osm', 'Lalo', { firstLoad: 2, isAssessed: true, lngLat: null })], same).follows).toEqual(['b → a']);
    expect(joined([first, at('b', 'osm', 'Lalo', { firstLoad: 2, tier: 'hidden', lngLat: null })], same).follows).toEqual(['a → b']);
  });
});

describe('what people said', () => {
  const pair = [at('a', 'list', 'Lalo Centre de Santé'), at('b', 'osm', 'Centre de Santé Lalo')];
  it('different: never joined by rule again', () => {
    expect(joined(pair, [{ a: 0, b: 1, verdict: 'different' }])).toEqual({ pairs: [['a', 'b', 'open', 'sameName sameType near sameArea']], follows: [] });
  });

  it('same: joined whatever the rule says, and not through what another said is different', () => {
    const far = [at('a', 'list', 'Un'), at('b', 'osm', 'Deux', { lngLat: north(50) }), at('c', 'dhis2', 'Trois')];
    expect(joined(far, [{ a: 0, b: 1, verdict: 'same' }]).follows).toEqual(['b → a']);
    expect(joined(far, [{ a: 0, b: 1, verdict: 'same' }, { a: 1, b: 2, verdict: 'same' }, { a: 0, b: 2, verdict: 'different' }]).follows).toHaveLength(1);
  });

  it('three registers: one group, each register once', () => {
    const three = [at('a', 'list', 'CS Lalo'), at('b', 'osm', 'CS Lalo', { lngLat: north(0.2) }), at('c', 'dhis2', 'CS Lalo', { lngLat: north(0.1) })];
    expect(joined(three).follows).toEqual(['b → a', 'c → a']);
  });
});
