import { type Change, type ChangeKind, MAX_CHANGES, readChanges, writeChanges } from '#domain/what-if';

/** What stands in the address while changes can be tried out and none is. */
export const NOTHING_TRIED = 'on';

/** The changes that an address tries out; none where it tries nothing. */
export const changesIn = (whatIf: string | null): readonly Change[] => (whatIf === null || whatIf === NOTHING_TRIED ? [] : (readChanges(whatIf) ?? []));

/** The same as `/api/what-if` takes it; null: nothing to ask. */
export const changesAsked = (whatIf: string | null): string | null => (whatIf === null || whatIf === NOTHING_TRIED ? null : whatIf);

const written = (changes: readonly Change[]): string => (changes.length === 0 ? NOTHING_TRIED : writeChanges(changes));

/** Kinds that cannot be tried of one thing at once: the later takes the place of the earlier. */
const OPPOSITE: Partial<Record<ChangeKind, ChangeKind>> = { makeReady: 'makeNotReady', makeNotReady: 'makeReady' };

/** With one change more; a change that is there already, with its opposite, is taken back instead. Null: there are too many already. */
export function toggled(whatIf: string | null, change: Change): string | null {
  const before = changesIn(whatIf);
  const others = before.filter(({ kind, target }) => target !== change.target || (kind !== change.kind && kind !== OPPOSITE[change.kind]));
  if (before.some(({ kind, target }) => kind === change.kind && target === change.target)) return written(others);
  return others.length >= MAX_CHANGES ? null : written([...others, change]);
}
