import { describe, expect, it } from 'vitest';
import { parseLoadArguments } from './load-arguments';

describe('the words after `npm run load --`', () => {
  it('files and options', () => {
    expect(parseLoadArguments(['a.xlsx', '--dry-run', '--province', 'Ituri', '--reported-on', '2025-05-31', 'b.csv'])).toEqual({
      kind: 'load',
      files: ['a.xlsx', 'b.csv'],
      json: false,
      options: { dryRun: true, acceptPartial: false, complete: false, province: 'Ituri', reportedOn: '2025-05-31' },
    });
  });

  it('history, and undo', () => {
    expect(parseLoadArguments(['--history'])).toEqual({ kind: 'history', json: false });
    expect(parseLoadArguments(['--undo', 'x', '--keep-later', '--json'])).toEqual({ kind: 'undo', importId: 'x', laterChanges: 'keep', json: true });
  });

  it.each([
    [['--history', 'a.csv'], 'takes no file'],
    [[], 'No file'],
    [['a.csv', '--nothing'], '--nothing'],
    [['a.csv', '--profile', 'mine'], '--profile mine'],
    [['a.csv', '--reported-on', '2025-02-30'], '--reported-on 2025-02-30'],
    [['a.csv', '--area-type', 'village'], '--area-type village'],
  ])('wrong: %j', (words, expected) => {
    const answer = parseLoadArguments(words);
    expect('wrong' in answer && answer.wrong).toContain(expected);
  });
});
