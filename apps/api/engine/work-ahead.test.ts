import { describe, expect, it } from 'vitest';
import { built, centreOf, evidence, question, structure } from '../../../tests/api/river-country';
import { answerQuestion, isKept } from './answer-question';
import type { ToWorker } from './messages';
import { wholeOf } from './reach-by/in-pieces';
import { firstWork, workAhead } from './work-ahead';

type Asked = Extract<ToWorker, { kind: 'ask' }>;

/** Three clinics: one ready, one that is not, one of which nobody knows. */
const threeClinics = () => built({
  structures: [structure('clinic', centreOf(4, 0), 'Z2'), structure('broken', centreOf(0, 9), 'Z1'), structure('unknown', centreOf(1, 4), 'Z1')],
  evidence: [evidence('clinic'), evidence('broken', { functionality: 'none' })],
});
const plan = { areas: ['Z1'], outline: null, kind: 'awareness', from: '2025-06-01', to: '2025-06-30', groups: [], people: null, organisation: null, nearbyKm: 50 };
const ask = (name: string, more: object = {}): Asked => ({ kind: 'ask', id: 0, name, question: { ...question, ...more } }) as Asked;
const questions: readonly Asked[] = [
  ask('gaps'), ask('gapsGeojson'), ask('explain', { code: 'Z1' }), ask('sweep'), ask('forecast'), ask('whatIf', { changes: 'r:broken,c:Z2' }), ask('explain', { code: 'Z1', changes: 'r:broken,c:Z2' }), ask('triedAreas', { changes: 'n:clinic,r:broken' }), ask('needs', { limit: 10 }), ask('catchments'),
  ask('whereNext', { asked: { k: 2, whom: 'noReadyCare', weight: 'people', needs: null, budget: null, costs: {} }, limit: 10 }), ask('check', { plan }),
];
const said = (answer: unknown): string => (answer instanceof Uint8Array ? Buffer.from(answer).toString() : JSON.stringify(answer));

describe('work done ahead', () => {
  it.each(questions.map((asked) => [asked.name, asked] as const))('%s: the answer after it is the answer without it', (_name, asked) => {
    const prepared = threeClinics();
    const work = workAhead(prepared, asked);
    expect(work.length).toBeGreaterThan(0);
    for (const [, pieces] of work) wholeOf(pieces);
    expect(said(answerQuestion(prepared, asked))).toBe(said(answerQuestion(threeClinics(), asked)));
  });

  it('work for several questions at once, by turns, leaves each with its answer', () => {
    const prepared = threeClinics();
    const days = ['2025-05-31', '2025-06-30', '2025-07-20', '2026-05-01'].map((asOf) => ask('gaps', { asOf }));
    const waiting = days.flatMap((asked) => workAhead(prepared, asked).map(([, pieces]) => pieces));
    while (waiting.length > 0) {
      const next = waiting.shift();
      if (next !== undefined && next.next().done !== true) waiting.push(next);
    }
    for (const asked of days) expect(said(answerQuestion(prepared, asked))).toBe(said(answerQuestion(threeClinics(), asked)));
  });

  it('there is none for what is quick, and the default question is there before it is asked', () => {
    const dataset = threeClinics();
    expect(workAhead(dataset, ask('gaps', { reach: 'straightLine', threshold: 5 }))).toEqual([]);
    expect([firstWork(dataset).map(([urgency]) => urgency), firstWork(built({}, null))]).toEqual([['unasked', 'unasked', 'unasked'], []]);
    answerQuestion(dataset, ask('gaps'));
    expect([isKept(dataset, ask('gaps')), isKept(dataset, ask('gaps', { threshold: 60 }))]).toEqual([true, false]);
  });
});
