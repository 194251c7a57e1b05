import { describe, expect, it } from 'vitest';
import { MAX_CHANGES, readChanges, writeChanges } from './what-if';

describe('changes in an address', () => {
  it('come back as they were, whatever their order, each once', () => {
    const text = writeChanges([{ kind: 'closeArea', target: 'CD6103ZS02' }, { kind: 'makeReady', target: 'structure-1' }, { kind: 'makeReady', target: 'structure-1' }]);
    expect(text).toBe('c:CD6103ZS02,r:structure-1');
    expect(readChanges(text)).toEqual([{ kind: 'closeArea', target: 'CD6103ZS02' }, { kind: 'makeReady', target: 'structure-1' }]);
  });
  it('none is an empty text', () => expect([writeChanges([]), readChanges('')]).toEqual(['', []]));
  it.each(['x:1', 'r:', 'r', 'r:1,,a:2', 'r:1,n:1'])('%s is refused', (text) => expect(readChanges(text)).toBeNull());
  it('an id may hold a colon', () => expect(readChanges('s:form:1')).toEqual([{ kind: 'stopInitiative', target: 'form:1' }]));
  it('too many are refused', () => expect(readChanges(Array.from({ length: MAX_CHANGES + 1 }, (_, i) => `r:${i}`).join(','))).toBeNull());
});
