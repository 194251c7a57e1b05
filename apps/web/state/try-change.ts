import type { Readiness } from '#domain/readiness';
import type { Change } from '#domain/what-if';
import { changesIn, toggled } from './tried';
import { getPageState, setPageState } from './use-page-state';

/** Tries a change, or takes it back. Marks the moment, so that a browser can tell how long the answer took. */
export function toggleChange(change: Change): void {
  const next = toggled(getPageState().whatIf, change);
  if (next === null) return;
  performance.mark('whatIf.asked');
  setPageState({ whatIf: next });
}

/** A ready structure is tried without its readiness, any other one as ready; one that is tried already is taken back. */
export function toggleStructure(id: string, readiness: Readiness): void {
  const tried = changesIn(getPageState().whatIf).find(({ kind, target }) => target === id && (kind === 'makeReady' || kind === 'makeNotReady'));
  toggleChange(tried ?? { kind: readiness === 'ready' ? 'makeNotReady' : 'makeReady', target: id });
}
