import { describe, expect, it } from 'vitest';
import { type StagedFile, StagedFiles } from './staged-files';

const file = (id: string, bytes: number, addedAt: number, state: StagedFile['state'] = 'ready'): StagedFile => ({
  id, fileName: `${id}.csv`, options: {}, bytes: new Uint8Array(bytes), addedAt, state, progress: null, report: null, appliedAt: null, undoneAt: null, work: Promise.resolve(), cancel: null,
});
const held = (files: StagedFiles): string[] => files.all().map(({ id, bytes }) => `${id}${bytes === null ? '' : ` ${bytes.byteLength}`}`);

describe('files that wait in memory', () => {
  it('the oldest lose their bytes first where all do not fit: 60 + 30 of 100, and 50 more', () => {
    const files = new StagedFiles({ bytes: 100, minutes: 30, files: 10 }, () => 0);
    files.add(file('a', 60, 0));
    files.add(file('b', 30, 0));
    expect(held(files)).toEqual(['b 30', 'a 60']);
    files.add(file('c', 50, 0));
    expect(held(files)).toEqual(['c 50', 'b 30', 'a']);
  });

  it('after half an hour the bytes go; what is worked on keeps them; beyond the number the oldest are forgotten', () => {
    let now = 0;
    const files = new StagedFiles({ bytes: 100, minutes: 30, files: 2 }, () => now);
    files.add(file('a', 10, 0));
    files.add(file('b', 10, 0, 'applying'));
    now = 31 * 60_000;
    expect(held(files)).toEqual(['b 10', 'a']);
    files.add(file('c', 10, now));
    expect(held(files)).toEqual(['c 10', 'b 10']);
  });
});
