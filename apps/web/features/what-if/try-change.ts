import type { Readiness } from '#domain/readiness';
import type { Change } from '#domain/what-if';
import { askWhatIfAhead } from '../../api/what-if';
import { changesIn, toggled } from '../../state/tried';
import { getPageState, setPageState } from '../../state/use-page-state';

/** Tries a change, or takes it back. Marks the moment, so that a browser can tell how long the answer took. */
export function toggleChange(change: Change): void {
  const next = toggled(getPageState().whatIf, change);
  if (next === null) return;
  performance.mark('whatIf.asked');
  // Before the page draws itself anew: the server works meanwhile.
  void askWhatIfAhead(next);
  setPageState({ whatIf: next });
}

/** A ready structure is tried without its readiness, any other one as ready; one that is tried already is taken back. */
export const toggleStructure = (id: string, readiness: Readiness): void => toggleChange(structureChange(id, readiness));

/** Asks ahead for what `toggleStructure` would ask; resolves when the answer is there. Null: there is nothing to wait for. */
export const aimAtStructure = (id: string, readiness: Readiness): Promise<void> | null => askWhatIfAhead(toggled(getPageState().whatIf, structureChange(id, readiness)));

function structureChange(id: string, readiness: Readiness): Change {
  const tried = changesIn(getPageState().whatIf).find(({ kind, target }) => target === id && (kind === 'makeReady' || kind === 'makeNotReady'));
  return tried ?? { kind: readiness === 'ready' ? 'makeNotReady' : 'makeReady', target: id };
}
