import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchInitiatives, type MatchInitiative } from './match-initiatives';

const one = (id: string, more: Partial<MatchInitiative> = {}): MatchInitiative => ({
  id, organisations: ['o'], areas: ['z'], title: 'Sensibilisation communautaire sur les VBG', sector: 'Protection', kinds: ['awareness'], start: '2025-01-01', end: '2025-12-31',
  targetGroups: ['womenAndGirls'], people: 300, budget: null, funders: ['f'], row: 2, ...more,
});
const pairs = (rows: MatchInitiative[], standing: MatchInitiative[]) => matchInitiatives(rows, standing).map(({ row, standing: at }) => `${rows[row]?.id ?? ''} = ${standing[at]?.id ?? ''}`);

describe('a row that is an earlier initiative, changed', () => {
  it.each<[string, Partial<MatchInitiative>]>([
    ['other figures', { people: 420 }],
    ['other dates', { start: '2025-02-01', end: '2026-01-31' }],
    ['another title, all else the same', { title: 'Causeries éducatives' }],
    ['another target group and a budget', { targetGroups: ['displaced'], budget: 5000 }],
    ['no end any more', { end: null }],
    ['another title, where neither kinds nor funders are known: dates, people, target group and sector are the same', { title: 'Causeries éducatives', kinds: [], funders: [] }],
    ['one of two areas', { areas: ['y', 'z'] }],
  ])('%s', (_what, more) => {
    const { kinds = ['awareness'], funders = ['f'] } = more;
    expect(pairs([one('new', more)], [one('old', { kinds, funders })])).toEqual(['new = old']);
  });

  it.each<[string, Partial<MatchInitiative>]>([
    ['another organisation', { organisations: ['p'] }],
    ['another area', { areas: ['y'] }],
    ['another activity of the same dates', { title: 'Distribution de kits PEP', kinds: ['kitSupply'], people: 20, targetGroups: ['displaced'], funders: ['g'] }],
  ])('not: %s', (_what, more) => expect(pairs([one('new', more)], [one('old')])).toEqual([]));

  it('says how alike: title 0.4, dates 0.2, kinds, target groups 0.1, funders and sector 0.05 of 1 − budget, and people 300 of 400', () => {
    // (0.4 + 0.1 + 0.1 + 0.1 + 0.1 × 0.75 + 0.1 + 0.05 + 0.05) ÷ 1 = 0.975; without a budget on either side the weights sum to 1.0.
    expect(matchInitiatives([one('new', { people: 400 })], [one('old')])).toEqual([{ row: 0, standing: 0, score: 0.975, reasons: ['sameTitle', 'sameKinds', 'sameTargetGroups', 'sameFunder', 'sameDates'] }]);
  });

  it('one-to-one: the better partner first, and rows in their order where nothing else tells', () => {
    expect(pairs([one('a', { people: 310 }), one('b', { people: 900 })], [one('x', { people: 1000 }), one('y', { people: 300 })])).toEqual(['a = y', 'b = x']);
    const alike = [one('x', { row: 10 }), one('y', { row: 20 })];
    expect(pairs([one('a', { people: 301, row: 19 }), one('b', { people: 301, row: 11 })], alike)).toEqual(['a = y', 'b = x']);
    expect(pairs([one('a', { people: 301 }), one('b', { people: 302 })], [one('x')])).toEqual(['a = x']);
  });

  it('two things differ and little else is said: not guessed', () => {
    expect(pairs([one('new', { title: 'Causeries éducatives', people: 20, kinds: [], funders: [], sector: null })], [one('old', { kinds: [], funders: [], sector: null })])).toEqual([]);
  });

  it('property: one thing edited in k rows, a added, r removed: exactly k changed, a new and r missing, where rows of an organisation in a zone differ', () => {
    const TITLES = ['Causeries de quartier', 'Prise en charge clinique', 'Kits de dignité', 'Formation des infirmières', 'Clubs de jeunes filles', 'Maison d’écoute', 'Appui juridique gratuit', 'Patrouilles conjointes', 'Jardins scolaires', 'Radio locale', 'Microcrédit solidaire', 'Forage de puits'];
    const rowOf = (at: number): MatchInitiative => one(`row ${at}`, { title: TITLES[at] ?? '', start: `20${10 + at}-01-01`, end: `20${10 + at}-12-31`, people: 10 * 3 ** at, row: at, kinds: at % 2 === 0 ? [] : ['awareness'], funders: at % 3 === 0 ? [] : ['f'] });
    const EDITS: readonly ((row: MatchInitiative) => Partial<MatchInitiative>)[] = [
      ({ people }) => ({ people: (people ?? 0) + 7 }), () => ({ end: '2030-12-31' }), () => ({ start: '2009-06-01' }), () => ({ title: 'Tout autre chose' }), ({ title }) => ({ title: `${title} (phase 2)` }), () => ({ targetGroups: ['refugees'] }), () => ({ budget: 5000 }), () => ({ funders: ['g'] }),
    ];
    fc.assert(fc.property(fc.array(fc.record({ what: fc.constantFrom('edited', 'added', 'removed', 'kept'), edit: fc.nat(EDITS.length - 1) }), { minLength: 1, maxLength: TITLES.length }), (plan) => {
      const standing = plan.flatMap(({ what }, at) => (what === 'edited' || what === 'removed' ? [rowOf(at)] : []));
      const rows = plan.flatMap(({ what, edit }, at) => (what === 'edited' ? [{ ...rowOf(at), ...EDITS[edit]?.(rowOf(at)) }] : what === 'added' ? [rowOf(at)] : []));
      expect(pairs(rows, standing)).toEqual(plan.flatMap(({ what }, at) => (what === 'edited' ? [`row ${at} = row ${at}`] : [])));
    }), { seed: 20261124, numRuns: 300 });
  });
});
