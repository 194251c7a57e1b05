import type { TriedChange } from '../contract/tried';
import type { GapView } from './gap-view';
import { raisesAwareness, reportsCare } from './initiatives';
import { areaOfCode, type ResolvedChanges } from './resolve-changes';
import { READINESS } from './structures';

/** Changes as an answer names them; `today`: the view without them. */
export const shownChanges = (today: GapView, changes: ResolvedChanges): TriedChange[] => changes.shown.map((one) => ({ ...one, moot: isMoot(today, changes, one) }));

/** Does the change change nothing, taken alone, whatever its numbers? */
function isMoot({ dataset, judged, question: { asOfDay, window, parameters: { service, evidence } } }: GapView, changes: ResolvedChanges, { kind, target }: Omit<TriedChange, 'moot'>): boolean {
  const structure = dataset.structures.numberOf.get(target) ?? -1;
  switch (kind) {
    case 'makeReady':
      return judged.level[structure] === READINESS.ready;
    case 'makeNotReady':
      return judged.level[structure] === READINESS.notReady;
    case 'stopInitiative': {
      const initiative = [...changes.stopped].map((number) => dataset.initiatives.all[number]).find((one) => one?.row.id === target);
      return initiative === undefined || !(raisesAwareness(initiative, service, window) || (evidence === 'reported' && reportsCare(initiative, service, asOfDay)));
    }
    case 'addAwareness':
    case 'closeArea': {
      const area = areaOfCode(dataset, target);
      const drawn = area === null || kind === 'closeArea' ? area : dataset.levels.holder(area);
      return drawn === null || (dataset.levels.level(drawn.type).pointCount[drawn.number] ?? 0) === 0;
    }
  }
}
