import { describe, expect, it } from 'vitest';
import { changesAsked, changesIn, NOTHING_TRIED, toggled } from './tried';

describe('changes that an address tries out', () => {
  it('a change comes, goes, and takes the place of its opposite', () => {
    const ready = toggled(null, { kind: 'makeReady', target: 's-1' });
    expect(ready).toBe('r:s-1');
    expect(toggled(ready, { kind: 'makeReady', target: 's-1' })).toBe(NOTHING_TRIED);
    expect(toggled(ready, { kind: 'makeNotReady', target: 's-1' })).toBe('n:s-1');
    expect(toggled(ready, { kind: 'addAwareness', target: 's-1' })).toBe('a:s-1,r:s-1');
  });

  it('nothing tried asks nothing, and a mangled one tries nothing', () => {
    expect([changesAsked(null), changesAsked(NOTHING_TRIED), changesAsked('r:1')]).toEqual([null, null, 'r:1']);
    expect(changesIn('x:1')).toEqual([]);
  });

  it('takes no more than an address holds', () => {
    const full = Array.from({ length: 60 }, (_, i) => `r:${String(i)}`).join(',');
    expect(toggled(full, { kind: 'addAwareness', target: 'A' })).toBeNull();
  });
});
