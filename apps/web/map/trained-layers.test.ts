import { describe, expect, it } from 'vitest';
import { trainedLayout } from './trained-layers';

describe('trainedLayout', () => {
  it('writes each figure at its province, and breaks the outline where there was no session for months', () => {
    expect(trainedLayout([{ code: 'CD61', text: '40 / 50', without: false }, { code: 'CD54', text: '–', without: true }])).toEqual({
      filter: ['in', ['get', 'code'], ['literal', ['CD61', 'CD54']]],
      text: ['match', ['get', 'code'], 'CD61', '40 / 50', 'CD54', '–', ''],
      image: ['case', ['in', ['get', 'code'], ['literal', ['CD54']]], 'trained-without', 'trained-held'],
    });
  });

  it('writes nothing without figures: a choice among none is no expression that the map can read', () => {
    expect(trainedLayout([])).toMatchObject({ filter: ['in', ['get', 'code'], ['literal', []]], text: '' });
  });
});
