import { describe, expect, it } from 'vitest';
import { built, centreOf, closure, evidence, question, structure } from '../../../../tests/api/river-country';
import { answerGaps } from '../answer-gaps';
import { answerWhatIf } from '../answer-what-if';
import type { Dataset } from '../dataset';

/** The clinic across the water is ready; the post beside the village is not: from V it is two steps of 11.0574 min away, and the clinic 219.43. */
const structures = [structure('clinic', centreOf(4, 0), 'Z2'), structure('post', centreOf(1, 2), 'Z1')];
const open = { structures, evidence: [evidence('clinic'), evidence('post', { functionality: 'none' })] };
const POST_MIN = 2 * 11.0574;

/** What is told of each area with something tried out, and of the same situation when it is stored. */
const tried = (dataset: Dataset, changes: string, threshold: number) => {
  const { codes, classes, areaClasses, peopleInGap, peopleUncertain, summary } = answerWhatIf(dataset, { ...question, threshold, changes });
  return { areas: codes.map((code, at) => [code, classes[Number(areaClasses[at])] ?? null, peopleInGap[at], peopleUncertain[at]]).sort(), classes: summary.classes };
};
const stored = (dataset: Dataset, threshold: number) => {
  const { areas, summary } = answerGaps(dataset, { ...question, threshold });
  return { areas: areas.map((area) => [area.code, area.class, area.peopleInGap, area.peopleUncertain]).sort(), classes: summary.classes };
};

const situations: Readonly<Record<string, Dataset>> = {
  '': built(open),
  'r:post': built({ ...open, evidence: [evidence('clinic'), evidence('post')] }),
  'n:clinic': built({ ...open, evidence: [evidence('clinic', { functionality: 'none' }), evidence('post', { functionality: 'none' })] }),
  'c:Z2': built({ ...open, programmes: [closure('z2', { areaCodes: ['Z2'] })] }),
  'c:Z1,r:post': built({ ...open, evidence: [evidence('clinic'), evidence('post')], programmes: [closure('z1', { areaCodes: ['Z1'] })] }),
  'c:Z1,c:Z2': built({ ...open, programmes: [closure('both', { areaCodes: ['Z1', 'Z2'] })] }),
  'r:post,n:clinic': built({ ...open, evidence: [evidence('clinic', { functionality: 'none' }), evidence('post')] }),
};

describe('what if under travel time is the same situation when it is stored', () => {
  it.each(Object.entries(situations))('%s', (changes, situation) => {
    for (const threshold of [POST_MIN - 0.01, POST_MIN + 0.01, 219.42, 219.44, 240, 2880]) expect([threshold, tried(built(open), changes, threshold)]).toEqual([threshold, stored(situation, threshold)]);
  });

  it('one after the other on the same data set, to and fro, as if each were the first', () => {
    const dataset = built(open);
    const order = ['c:Z2', 'r:post', 'c:Z1,r:post', '', 'n:clinic', 'c:Z1,c:Z2', 'r:post,n:clinic', 'c:Z2', '', 'c:Z1,r:post', 'r:post'];
    for (const changes of order) expect([changes, tried(dataset, changes, 240)]).toEqual([changes, stored(situations[changes] ?? dataset, 240)]);
  });

  it('the post made ready serves the village from two steps on', () => {
    const village = (threshold: number) => tried(built(open), 'r:post', threshold).areas.find(([code]) => code === 'Z1')?.[1];
    expect([village(POST_MIN - 0.01), village(POST_MIN + 0.01)]).toEqual(['blindSpot', 'unannounced']);
  });
});
