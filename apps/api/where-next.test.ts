import { expect, it } from 'vitest';
import { fillByHand } from '../../tests/api/hand-made-data';
import { useApp } from '../../tests/api/open-app';
import { describeOnBothDatabases } from '../../tests/databases';
import type { GapsAnswer } from './contract/gaps';
import { type CatchmentsAnswer, catchmentsAnswer } from './contract/catchments';
import { proofAnswer, type ProofAnswer, type ProofProgress, type WhereNextAnswer, whereNextAnswer } from './contract/where-next';

describeOnBothDatabases('where next in the hand-made country', (database) => {
  const api = useApp(database, 'coordination', (db) => fillByHand(db));
  const ask = async (query = ''): Promise<WhereNextAnswer> => whereNextAnswer.strict().parse(await api().json(`/api/where-next?${query}`));
  const post = (query: string) => api().app.inject({ method: 'POST', url: `/api/where-next/proof?${query}` });
  const prove = async (query = ''): Promise<ProofAnswer> => proofAnswer.strict().parse((await post(query)).json());
  const listed = ({ structures }: WhereNextAnswer) => structures.map(({ structureName, need, step, gained, total, alone, rankAlone }) => [structureName, need, step, gained, total, alone, rankAlone]);

  it('in the gap: B in zone 1 and all of zone 3; the hospital without kits reaches the 2,000 of zone 3', async () => {
    const answer = await ask();
    expect(answer.people).toBe(3000); // 1,000 + 2,000
    expect(answer.people).toBe((await api().json<GapsAnswer>('/api/gaps')).summary.peopleInGap);
    expect(listed(answer)).toEqual([['Hôpital Trois', 'equip', 1, 2000, 2000, 2000, 1]]);
    expect(answer.structures[0]).toMatchObject({ missing: ['pepKits'], lngLat: [22.53, 0.5], healthZone: { code: 'XAZS03', name: 'Trois' }, share: 2 / 3, cost: null, atLeast: false });
    expect(answer.chosen).toEqual({ structures: 1, people: 2000, share: 2 / 3, weightedShare: 2 / 3, ofBest: 1, cost: 0, costUnknown: 1 });
    expect(answer.curve).toEqual([{ structures: 0, people: 0, share: 0 }, { structures: 1, people: 2000, share: 2 / 3 }]);
    // The team of zone 4 stands nobody knows where; the post of zone 2 reaches people for whom care is reported. Of zone 4 nobody knows the population.
    expect(answer.notCounted).toEqual({ withoutPosition: 1, areasOfUnknownPopulation: 1, otherNeeds: 0, costUnknown: 0, gainNobody: 1, gainUnknown: 0 });
  });

  it('without established care: zone 2 too, where care is only reported', async () => {
    const answer = await ask('whom=noReadyCare');
    expect(answer.people).toBe(4000); // 1,000 + 2,000 + zone 2: 1,000
    expect(listed(answer)).toEqual([['Hôpital Trois', 'equip', 1, 2000, 2000, 2000, 1], ['Poste Deux', 'assess', 2, 1000, 3000, 1000, 2]]);
    expect(listed(await ask('whom=noReadyCare&k=1'))).toEqual([['Hôpital Trois', 'equip', 1, 2000, 2000, 2000, 1], ['Poste Deux', 'assess', null, null, null, 1000, 2]]);
  });

  it('equity weighs people by the share of their area that has no care: a quarter in zone 1, all in zones 2 and 3', async () => {
    const { chosen, people } = await ask('whom=noReadyCare&weight=equity');
    expect([chosen.people, people]).toEqual([3000, 4000]);
    // (2,000 × 1 + 1,000 × 1) ÷ (2,000 + 1,000 + 1,000 × 0.25)
    expect(chosen.weightedShare).toBeCloseTo(3000 / 3250, 12);
  });

  it('within a budget, what costs too much is not chosen, and what has no known cost neither', async () => {
    const cheap = await ask('whom=noReadyCare&costs=equip:12000,assess:500&budget=1000');
    expect(listed(cheap)).toEqual([['Poste Deux', 'assess', 1, 1000, 1000, 1000, 2], ['Hôpital Trois', 'equip', null, null, null, 2000, 1]]);
    expect(cheap.chosen).toMatchObject({ cost: 500, costUnknown: 0 });
    const dear = await ask('whom=noReadyCare&costs=equip:12000&budget=12000');
    expect([listed(dear), dear.notCounted.costUnknown]).toEqual([[['Hôpital Trois', 'equip', 1, 2000, 2000, 2000, 1]], 1]);
    const some = await ask('whom=noReadyCare&needs=assess');
    expect([listed(some), some.notCounted.otherNeeds]).toEqual([[['Poste Deux', 'assess', 1, 1000, 1000, 1000, 1]], 1]);
  });

  it('narrowed to a province, its people and its structures; in the same area, a team of unknown place counts for its zone', async () => {
    expect(await ask('whom=noReadyCare&province=XB')).toMatchObject({ people: 0, structuresTotal: 0, structures: [], chosen: { structures: 0, share: 0 } });
    expect((await ask('whom=noReadyCare&province=XA')).people).toBe(4000);
    // Zone 1 has its hospital in the same area: zones 2 and 3 are left.
    const sameArea = await ask('whom=noReadyCare&reach=sameArea');
    expect([sameArea.people, sameArea.chosen.people]).toEqual([3000, 3000]);
    expect(sameArea.notCounted).toMatchObject({ withoutPosition: 0, gainUnknown: 1 });
  });

  it('goes out as tables, with what it was asked by', async () => {
    const csv = (await api().app.inject('/api/where-next?whom=noReadyCare&format=csv&k=1')).body;
    expect(csv).toContain('Hôpital Trois');
    expect(csv).toContain('whom=noReadyCare');
    const hxl = (await api().app.inject('/api/where-next?format=hxl')).body;
    expect(hxl).toContain('#affected+gain+total');
    expect((await api().app.inject('/api/where-next?format=xlsx')).headers['content-type']).toContain('spreadsheetml');
  });

  it('proves the list, one at a time', async () => {
    const [first, second] = await Promise.all([prove('whom=noReadyCare&k=1'), post('')]);
    expect(first).toMatchObject({ status: 'optimal', list: 2000, objective: 2000, bound: 2000, reached: 1, gap: 0, better: null });
    expect([second.statusCode, second.json<{ code: string }>().code]).toEqual([409, 'proofBusy']);
    expect(await api().json<ProofProgress>('/api/where-next/proof')).toEqual({ running: null });
    expect(await prove('weight=equity&whom=noReadyCare')).toMatchObject({ status: 'optimal', list: 3000, bound: 3000 });
    // Nothing to gain is proved too.
    expect(await prove('province=XB')).toMatchObject({ status: 'optimal', list: 0, bound: 0, reached: 1 });
  });

  it('shares the two trained nurses of the hospital of zone 1 out among the 3,000 who live where it stands; the post of zone 2 is of unknown readiness', async () => {
    const answer: CatchmentsAnswer = catchmentsAnswer.strict().parse(await api().json('/api/catchments'));
    expect(answer.bands.map(({ upTo, weight }) => [Number(upTo.toFixed(3)), weight])).toEqual([[1.667, 1], [3.333, 0.68], [5, 0.22]]);
    // Ready: the hospital of zone 1 and the safe house. Unknown: the post, and the team of zone 4 nobody knows where.
    expect(answer.structures).toEqual({ counted: 2, unknown: 1, withoutPosition: 1 });
    const ratioOf = (code: string) => answer.areas.find((area) => area.code === code);
    // 2 ÷ 3,000 for the 3,000 at A, nothing for the 1,000 at B: 2 ÷ 4,000 in the mean, 50 to 100,000. The safe house: 2 ÷ 700.
    expect(ratioOf('XAZS01')).toMatchObject({ atLeast: false });
    expect(ratioOf('XAZS01')?.per100000).toBeCloseTo(50, 9);
    expect(ratioOf('XBZS06')?.per100000).toBeCloseTo(200_000 / 700, 9);
    expect(ratioOf('XAZS02')).toMatchObject({ per100000: 0, atLeast: true });
    expect(ratioOf('XAZS03')).toMatchObject({ per100000: 0, atLeast: false });
    expect(ratioOf('XAZS04')).toMatchObject({ per100000: null });
  });

  it('refuses what cannot be asked, by name', async () => {
    expect(await api().problem('/api/where-next?budget=100')).toMatchObject({ code: 'parameterInvalid', issues: [{ column: 'budget', value: '100' }] });
    expect(await api().problem('/api/where-next?k=0')).toMatchObject({ code: 'parameterInvalid', issues: [{ column: 'k', value: '0' }] });
    expect(await api().problem('/api/where-next?costs=dance:5')).toMatchObject({ code: 'parameterInvalid', issues: [{ column: 'costs' }] });
    expect(await api().problem('/api/where-next?seconds=5')).toMatchObject({ code: 'parameterUnknown' });
  });
});
