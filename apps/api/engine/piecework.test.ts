import { expect, it } from 'vitest';
import { Piecework } from './piecework';
import type { InPieces } from './reach-by/in-pieces';

/** Pieces that write down when they are done. */
function* pieces(done: string[], name: string, count: number): InPieces {
  for (let piece = 1; piece <= count; piece += 1) {
    done.push(`${name}${piece}`);
    yield;
  }
}

it('the most urgent first, of one urgency in the order of asking, and never two at once', async () => {
  const [work, done] = [new Piecework(), [] as string[]];
  await Promise.all([work.do(pieces(done, 'u', 2), 'unasked'), work.do(pieces(done, 'n', 2), 'counts'), work.do(pieces(done, 'a', 2), 'classes'), work.do(pieces(done, 'b', 1), 'classes')]);
  // What was begun before the others came has done its first piece.
  expect(done).toEqual(['u1', 'a1', 'a2', 'b1', 'n1', 'n2', 'u2']);
});

it('whoever comes between two pieces is not kept waiting', async () => {
  const [work, done] = [new Piecework(), [] as string[]];
  const long = work.do(pieces(done, 'p', 5), 'counts');
  setImmediate(() => done.push('message'));
  await long;
  expect(done.indexOf('message')).toBeLessThan(done.indexOf('p3'));
});

it('what fails is told to whoever asked for it, and the next is done', async () => {
  const [work, done] = [new Piecework(), [] as string[]];
  const broken = work.do((function* (): InPieces {
    yield;
    throw new Error('no ground');
  })(), 'classes');
  const next = work.do(pieces(done, 'n', 1), 'classes');
  await expect(broken).rejects.toThrow('no ground');
  await next;
  expect(done).toEqual(['n1']);
});
