import { describe, expect, it } from 'vitest';
import { readCosts, writeCosts } from './typed-costs';

describe('costs in the address', () => {
  it('go out and come back, in the order of the vocabulary', () => {
    expect(writeCosts({ equip: '12000', train: '5000.50' })).toBe('train:5000.50,equip:12000');
    expect(readCosts('equip:12000,train:5000.50')).toEqual({ train: '5000.50', equip: '12000' });
  });

  it('leave out what is empty, and pass over what is no amount', () => {
    expect(writeCosts({ equip: '' })).toBeNull();
    expect(readCosts('equip:many,party:3,train:')).toEqual({});
    expect(readCosts(null)).toEqual({});
  });
});
