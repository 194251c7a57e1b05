import { describe, expect, it } from 'vitest';
import { findTaggedColumn, isTagRow, matchTag, normaliseTag } from './hxl-tags';

describe('hashtags as they come', () => {
  it.each([
    ['#adm1', '#adm1'],
    [' # ADM1 + Name +i_fr ', '#adm1+i_fr+name'],
    ['#adm1+name+code', '#adm1+code+name'],
    ['#lat_deg', '#geo+lat'],
    ['#lon_deg', '#geo+lon'],
    ['#period_date', '#date'],
    ['#activity_id', '#activity+id'],
    ['#adm1_id', '#adm1+code'],
    ['#targeted_num+f', '#targeted+f+num'],
    ['#org_type', '#org+type'],
    ['country', null],
    ['#1', null],
    ['#org and more', null],
    ['', null],
  ])('%s is %s', (text, tag) => expect(normaliseTag(text)).toBe(tag));

  it.each([
    ['#adm1+name', '#adm1', true],
    ['#adm1+i_fr+name', '#adm1+name', true],
    ['#adm1', '#adm1+name', false],
    ['#adm1+code', '#adm1-code', false],
    ['#adm1+name', '#adm1-code', true],
    ['#adm11', '#adm1', false],
    [null, '#adm1', false],
  ])('%s against %s: %s', (tag, pattern, fits) => expect(matchTag(tag, pattern)).toBe(fits));

  it('the first pattern that fits any column wins', () => {
    const tags = [null, '#org', '#org+acronym'];
    expect(findTaggedColumn(tags, '#org+acronym', '#org')).toBe(2);
    expect(findTaggedColumn(tags, '#sector')).toBe(-1);
    expect(findTaggedColumn(null, '#org')).toBe(-1);
  });

  it('half of the filled cells make a row of hashtags', () => {
    expect(isTagRow(['', '#org', 'country'])).toBe(true);
    expect(isTagRow(['', '#org', 'country', 'adm1'])).toBe(false);
    expect(isTagRow(['', ''])).toBe(false);
  });
});
