import { changeKinds } from './vocabularies/reach';

export type ChangeKind = (typeof changeKinds.codes)[number];

/** One change that is tried out: of a structure or an initiative by its id, or of an area by its code. */
export interface Change {
  readonly kind: ChangeKind;
  readonly target: string;
}

/** Addresses stay short enough to share: more changes than this are not a what-if but a plan. */
export const MAX_CHANGES = 60;

const SIGN: Readonly<Record<ChangeKind, string>> = { makeReady: 'r', makeNotReady: 'n', addAwareness: 'a', stopInitiative: 's', closeArea: 'c' };

/** Changes as one text for an address: `r:<structure>,a:<area>`, each once, in a fixed order, so that equal changes have equal addresses. */
export function writeChanges(changes: readonly Change[]): string {
  return [...new Set(changes.map(({ kind, target }) => `${SIGN[kind]}:${target}`))].sort().join(',');
}

/** Null: not a text that `writeChanges` gives, or more than `MAX_CHANGES`. A structure both made ready and made not ready is refused too. */
export function readChanges(text: string): Change[] | null {
  if (text === '') return [];
  const changes = text.split(',').map((part): Change | null => {
    const kind = changeKinds.codes.find((code) => part.startsWith(`${SIGN[code]}:`));
    const target = part.slice(2);
    return kind === undefined || target === '' ? null : { kind, target };
  });
  const read = changes.filter((change) => change !== null);
  if (read.length < changes.length || read.length > MAX_CHANGES) return null;
  const ready = new Set(read.filter(({ kind }) => kind === 'makeReady').map(({ target }) => target));
  return read.some(({ kind, target }) => kind === 'makeNotReady' && ready.has(target)) ? null : read;
}
