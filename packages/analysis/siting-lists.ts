/** Numbered lists one behind the other: list `n` is `item[start[n]]` up to, not including, `item[start[n + 1]]`. */
export interface Lists {
  readonly start: Int32Array;
  readonly item: Int32Array;
}

export const listCount = ({ start }: Lists): number => start.length - 1;

/** Packs lists; each keeps its own order. */
export function packLists(lists: readonly ArrayLike<number>[]): Lists {
  const start = new Int32Array(lists.length + 1);
  lists.forEach((list, number) => (start[number + 1] = (start[number] ?? 0) + list.length));
  const item = new Int32Array(start[lists.length] ?? 0);
  lists.forEach((list, number) => item.set(list, start[number]));
  return { start, item };
}

/** Turns the lists round: for each item, the numbers of the lists that hold it, ascending. Items are 0 up to `itemCount` − 1. */
export function turnRound({ start, item }: Lists, itemCount: number): Lists {
  const turned = new Int32Array(itemCount + 1);
  for (const one of item) turned[one + 1] = (turned[one + 1] ?? 0) + 1;
  for (let one = 0; one < itemCount; one += 1) turned[one + 1] = (turned[one + 1] ?? 0) + (turned[one] ?? 0);
  const next = turned.slice();
  const list = new Int32Array(item.length);
  for (let number = 0; number + 1 < start.length; number += 1) {
    const stop = start[number + 1] ?? 0;
    for (let i = start[number] ?? 0; i < stop; i += 1) {
      const one = item[i] ?? 0;
      list[next[one] ?? 0] = number;
      next[one] = (next[one] ?? 0) + 1;
    }
  }
  return { start: turned, item: list };
}
